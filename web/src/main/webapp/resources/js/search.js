import { asked, put } from './address.js';
import { typing } from './dom.js';

/** The search field of a page: "/" goes to it, Escape clears and then leaves it, and the words stand in the address as ?q=. */
const QUIET = 180;

export class Search {
  #field;
  #box;
  #onSearch;
  #timer = 0;
  #last = '';

  /** @param onBack told when Back or Forward has brought other words; for who reads the whole address then, nothing */
  constructor(box, onSearch, onBack = onSearch) {
    this.#box = box;
    this.#field = box.querySelector('input');
    this.#onSearch = onSearch;
    this.#field.value = asked('q');
    this.#last = this.words;
    this.#field.addEventListener('input', () => this.#soon());
    this.#field.addEventListener('keydown', (event) => this.#key(event));
    box.querySelector('[data-part="clear"]').addEventListener('click', () => this.clear());
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      event.preventDefault();
      this.open();
    });
    document.getElementById('search-open')?.addEventListener('click', () => this.open());
    addEventListener('popstate', () => {
      if (asked('q') === this.#last) return;
      this.follow();
      onBack(this.words);
    });
  }

  /** Takes the words that stand in the address, whoever has put them there. */
  follow() {
    clearTimeout(this.#timer);
    this.#field.value = asked('q');
    this.#last = this.words;
  }

  get words() {
    return this.#field.value.trim();
  }

  open() {
    this.#box.classList.add('is-open');
    this.#field.focus();
    this.#field.select();
  }

  /** Looks for these words, whoever has asked for it. */
  look(words) {
    if (words === this.words) return undefined;
    this.#field.value = words;
    return this.#run();
  }

  /** Empties the field; on a phone it also gives the topbar back. */
  clear() {
    const had = this.words !== '';
    this.#field.value = '';
    if (!had) this.#box.classList.remove('is-open');
    else this.#run();
    this.#field.focus();
    if (!had) this.#field.blur();
  }

  #key(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.clear();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#run();
    }
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), QUIET);
  }

  #run() {
    clearTimeout(this.#timer);
    this.#last = this.words;
    put({ q: this.words });
    return this.#onSearch(this.words);
  }
}
