import { write } from './dom.js';

/** What is left out before chips would have to stand in two lines: nothing, those that cannot be chosen, all but a button that shows them. */
const FITS = ['all', 'some', 'folded'];

/** The chips where there is not room for all of them in one line. They stay the same chips: many can be chosen, and the address has them. */
export class ChipFold {
  #strip;
  #open;
  #value;
  #chips;
  #texts;
  #known = '';

  /** @param parts {anchor, open: the button, value: what it says is chosen, chips}; the stylesheet shows the button or the chips */
  constructor(strip, { anchor, open, value, chips }, texts) {
    this.#strip = strip;
    this.#open = open;
    this.#value = value;
    this.#chips = chips;
    this.#texts = texts;
    open.addEventListener('click', () => (this.#opened ? this.#close(true) : this.#show()));
    anchor.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#opened) return;
      event.preventDefault();
      event.stopPropagation();
      this.#close(true);
    });
    anchor.addEventListener('focusout', (event) => event.relatedTarget && !anchor.contains(event.relatedTarget) && this.#close(false));
    document.addEventListener('pointerdown', (event) => !anchor.contains(event.target) && this.#close(false));
    new ResizeObserver(() => this.#fit()).observe(strip);
    // The house's letters are as wide as they are only when they have come.
    document.fonts?.ready.then(() => this.#fit());
  }

  get #opened() {
    return 'open' in this.#strip.dataset;
  }

  /** @param words of the chosen states */
  paint(words) {
    const texts = this.#texts;
    write(this.#value, words.length === 0 ? texts.say('strip.all') : words.length > 1 ? texts.say('strip.chosen', { n: words.length }) : words[0]);
    // What takes another room: measured only then, for it makes the browser lay out the page.
    const now = [...this.#chips.children].map((line) => (line.hidden ? '' : `${line.textContent.length}${line.firstElementChild?.disabled ? '-' : '+'}`)).join();
    if (now === this.#known) return;
    this.#known = now;
    this.#fit();
  }

  #fit() {
    if (this.#opened) return;
    const before = document.activeElement;
    for (const fit of FITS) {
      this.#strip.dataset.fit = fit;
      if (this.#chips.scrollWidth <= this.#chips.clientWidth) break;
    }
    if (this.#strip.dataset.fit === 'folded' && this.#chips.contains(before)) this.#open.focus({ preventScroll: true });
  }

  #show() {
    this.#strip.dataset.open = '';
    this.#open.setAttribute('aria-expanded', 'true');
    this.#chips.querySelector('button:enabled')?.focus();
  }

  #close(giveBack) {
    if (!this.#opened) return;
    delete this.#strip.dataset.open;
    this.#open.setAttribute('aria-expanded', 'false');
    if (giveBack) this.#open.focus();
    this.#fit();
  }
}
