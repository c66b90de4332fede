import { asked, put } from './address.js';
import { icon, partsOf, show, write } from './dom.js';

/** The slice of the last 24 hours that the list shows: it stands in the address as ?had=, and over the list with the way back. */
export class Slice {
  #chip;
  #parts;
  #texts;
  #onChange;
  chosen = '';

  /** @param known the slices that there are; onChange is told the one that is chosen, '' for none; onReturn the one that its own way back has left */
  constructor(chip, { texts, known, onChange, onReturn }) {
    this.#chip = chip;
    this.#parts = partsOf(chip);
    this.#texts = texts;
    this.#onChange = onChange;
    const read = () => {
      const bucket = asked('had');
      return known.includes(bucket) ? bucket : '';
    };
    this.chosen = read();
    this.#paint();
    chip.addEventListener('click', () => {
      const was = this.chosen;
      this.choose('');
      // The button is gone, and whoever pressed it must not be lost.
      onReturn(was);
    });
    addEventListener('popstate', () => this.#take(read()));
  }

  choose(bucket) {
    if (bucket === this.chosen) return;
    put({ had: bucket });
    this.#take(bucket);
  }

  #take(bucket) {
    if (bucket === this.chosen) return;
    this.chosen = bucket;
    this.#paint();
    this.#onChange(bucket);
  }

  #paint() {
    show(this.#chip, this.chosen !== '');
    if (!this.chosen) return;
    this.#chip.className = `had is-${this.chosen}`;
    icon(this.#parts.icon, this.chosen);
    const word = this.#texts.say('had.of', { state: this.#texts.say(`state.${this.chosen}`) });
    write(this.#parts.word, word);
    this.#chip.title = this.#texts.say('had.clear');
    this.#chip.setAttribute('aria-label', `${word}: ${this.#texts.say('had.clear')}`);
  }
}
