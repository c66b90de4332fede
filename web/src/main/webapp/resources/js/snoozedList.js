import { arrange, icon, partsOf, show, write } from './dom.js';
import { dress, word } from './states.js';

/** What nobody wants to hear of at present: which devices, until when, whose wish it is, and the way back. */
export class SnoozedList {
  #parts;
  #context;
  #lines = new Map();

  /**
   * @param parts {hidden, hiddenCount, wishes}
   * @param context {texts, format, clock, wishTemplate, onWake(wish)}
   */
  constructor(parts, context) {
    this.#parts = parts;
    this.#context = context;
  }

  /** @param snoozed {total, items}; null when it is not known */
  paint(snoozed) {
    const { hidden, hiddenCount, wishes } = this.#parts;
    const { texts, format } = this.#context;
    const { total, items } = snoozed ?? { total: 0, items: [] };
    const had = document.activeElement;
    const inside = hidden.contains(had);
    for (const id of this.#lines.keys()) if (!items.some((wish) => wish.id === id)) this.#lines.delete(id);
    arrange(wishes, items.map((wish) => this.#line(wish)));
    if (total > 0) write(hiddenCount, texts.count('incident.hidden', total, { n: format.number(total) }));
    show(hidden, total > 0);
    if (inside && !had.isConnected && total > 0) hidden.querySelector('summary').focus();
  }

  #line(wish) {
    const { texts, format, clock, wishTemplate, onWake } = this.#context;
    let line = this.#lines.get(wish.id);
    if (!line) {
      const element = wishTemplate.content.firstElementChild.cloneNode(true);
      line = { element, wish, ...partsOf(element) };
      show(line.wake, line.wake.dataset.may === 'true');
      line.wake.addEventListener('click', () => onWake(line.wish));
      this.#lines.set(wish.id, line);
    }
    line.wish = wish;
    dress(line.element, wish.state);
    icon(line.icon, wish.state);
    const more = wish.devices - wish.named.length;
    const list = wish.named.join(', ');
    const names = more > 0 ? texts.count('incident.hiddenMore', more, { names: list, n: format.number(more) }) : list;
    write(line.title, texts.say('incident.hiddenTitle', { state: word(texts, wish.state), names }));
    const time = format.when(wish.until, clock.now());
    write(line.until, wish.by ? texts.say('incident.untilBy', { time, name: wish.by }) : texts.say('incident.until', { time }));
    line.wake.setAttribute('aria-label', texts.say('incident.wakeOf', { what: line.title.textContent }));
    return line.element;
  }
}
