import { colour, fill, icon, partsOf, show, write } from './dom.js';

/** A list in one sentence, and the button to what it is about. */
export class ListVerdict {
  #root;
  #parts;
  #title;
  #act = null;

  constructor(root) {
    this.#root = root;
    this.#parts = partsOf(root);
    this.#title = root.querySelector('h2');
    this.#parts.act.addEventListener('click', () => this.#act?.());
  }

  /** There is no answer: what was said before stays, and where nothing was said nothing waits. */
  none() {
    if (this.#title.hidden) show(this.#root, false);
  }

  /** @param verdict {look, icon, title, detail: [nodes], act?: {text, run}} */
  paint(verdict) {
    const p = this.#parts;
    colour(p.mark, verdict.look);
    icon(p.icon, verdict.icon);
    write(this.#title, verdict.title);
    fill(p.detail, verdict.detail);
    show(this.#root, true);
    show(p.wait, false);
    show(this.#title, true);
    show(p.detail, verdict.detail.length > 0);
    this.#act = verdict.act?.run ?? null;
    show(p.act, this.#act !== null);
    if (verdict.act) write(p.act, verdict.act.text);
  }
}
