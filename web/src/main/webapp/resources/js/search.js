/** The search field of a page: "/" goes to it, Escape clears and then leaves it, and the words stand in the address as ?q=. */
const QUIET = 180;

export class Search {
  #field;
  #box;
  #onSearch;
  #timer = 0;

  constructor(box, onSearch) {
    this.#box = box;
    this.#field = box.querySelector('input');
    this.#onSearch = onSearch;
    this.#field.value = new URLSearchParams(location.search).get('q') ?? '';
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
      this.#field.value = new URLSearchParams(location.search).get('q') ?? '';
      this.#onSearch(this.words);
    });
  }

  get words() {
    return this.#field.value.trim();
  }

  open() {
    this.#box.classList.add('is-open');
    this.#field.focus();
    this.#field.select();
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
    const address = new URL(location.href);
    if (this.words) address.searchParams.set('q', this.words);
    else address.searchParams.delete('q');
    if (address.href !== location.href) history.replaceState(history.state, '', address);
    this.#onSearch(this.words);
  }
}

function typing(target) {
  return target.closest?.('input, textarea, select, [contenteditable]') !== null;
}
