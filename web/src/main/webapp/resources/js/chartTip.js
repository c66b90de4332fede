import { write } from './dom.js';

/** From the point to the words beside it, and from these to an edge, px. */
const BESIDE = 12;
const EDGE = 4;

/** What stands beside the pointer on a chart: a title and lines of a mark, a word and a value. Screen readers have the same from elsewhere. */
export class ChartTip {
  #card;
  #box;
  #tip = null;

  /** @param card that it stays in; box: the chart, within the card */
  constructor(card, box) {
    this.#card = card;
    this.#box = box;
  }

  /** @param words {title, lines: [{kind, word, value}]}; x, y: of the point, within the chart; over: whether they stand over the middle of the chart, and not beside the point */
  show({ title, lines }, x, y, over) {
    const tip = (this.#tip ??= this.#make());
    const [head, list] = tip.children;
    write(head, title);
    head.hidden = !title;
    list.replaceChildren(...lines.map((line) => this.#line(line)));
    tip.hidden = false;
    const [left, top] = this.#corner();
    const room = this.#card.clientWidth - tip.offsetWidth - EDGE;
    // Never over the point itself: on the other side where there is no room.
    const beside = left + x + BESIDE > room ? left + x - BESIDE - tip.offsetWidth : left + x + BESIDE;
    tip.style.left = `${Math.max(EDGE, Math.min(room, over ? left + (this.#box.offsetWidth - tip.offsetWidth) / 2 : beside)).toFixed(1)}px`;
    tip.style.top = `${(over ? top - tip.offsetHeight - EDGE : top + y - tip.offsetHeight / 2).toFixed(1)}px`;
  }

  /** Of the chart, within the card. */
  #corner() {
    let left = 0;
    let top = 0;
    for (let part = this.#box; part && part !== this.#card; part = part.offsetParent) {
      left += part.offsetLeft;
      top += part.offsetTop;
    }
    return [left, top];
  }

  hide() {
    if (this.#tip) this.#tip.hidden = true;
  }

  #line({ kind, word, value }) {
    const line = document.createElement('li');
    const [mark, said, number] = ['i', 'span', 'b'].map((name) => document.createElement(name));
    mark.className = kind;
    said.textContent = word;
    number.textContent = value;
    line.append(mark, said, number);
    return line;
  }

  #make() {
    const tip = document.createElement('div');
    tip.className = 'chart-tip';
    tip.setAttribute('aria-hidden', 'true');
    tip.append(document.createElement('p'), document.createElement('ul'));
    this.#card.append(tip);
    return tip;
  }
}
