import { getJson } from './api.js';
import { icon, partsOf, write } from './dom.js';
import { sectionsOf } from './findSections.js';
import { Format } from './format.js';
import { wordsOf } from './searchedWords.js';
import { pageTexts } from './texts.js';

/** Whoever types on is not asked for yet, ms. */
const QUIET = 150;
/** Longer words no list takes. */
const LONGEST = 200;
const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * Finds a device, user, vault, incident or page by its name, from every page of a client: Ctrl+K or the menu opens it, arrows walk, Enter
 * opens. The focus stays in the field; the browser's own dialog gives it back.
 */
class Find {
  #dialog;
  #parts;
  #texts = pageTexts();
  #format = new Format(this.#texts, document.documentElement.lang, Intl.DateTimeFormat().resolvedOptions().timeZone);
  #section = document.getElementById('find-section').content.firstElementChild;
  #option = document.getElementById('find-option').content.firstElementChild;
  /** [{key, element}] as they stand on the page. */
  #options = [];
  /** What the arrows have reached; null before they have been used: then the first is what Enter opens. */
  #marked = null;
  /** {words, found, trouble}: the last that was answered. */
  #answer = { words: '', found: null, trouble: null };
  /** Always for the words that stand in the field. */
  #asked = null;
  #timer = 0;
  /** Whether Enter was pressed before the answer was there. */
  #go = false;

  constructor(dialog, button) {
    this.#dialog = dialog;
    this.#parts = partsOf(dialog);
    const { words, list, close } = this.#parts;
    if (MAC) write(button.querySelector('kbd'), '⌘ K');
    button.addEventListener('click', () => this.open());
    close.addEventListener('click', () => dialog.close());
    // Not what began in the field and ended beside the box.
    let beside = false;
    dialog.addEventListener('pointerdown', (event) => (beside = event.target === dialog));
    dialog.addEventListener('click', (event) => beside && event.target === dialog && dialog.close());
    dialog.addEventListener('close', () => this.#forget());
    dialog.addEventListener('keydown', (event) => this.#key(event));
    words.addEventListener('input', () => this.#typed());
    // The field keeps the focus.
    dialog.addEventListener('mousedown', (event) => event.target.closest('input, button') || event.preventDefault());
    // Phones lay their keyboard over the page without making it smaller.
    for (const change of ['resize', 'scroll']) visualViewport.addEventListener(change, () => dialog.open && this.#fit());
    list.addEventListener('click', (event) => this.#follow(event));
    document.addEventListener('keydown', (event) => {
      // There Ctrl+K cuts the rest of a line.
      if (event.key?.toLowerCase() !== 'k' || !(MAC ? event.metaKey : event.ctrlKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (event.repeat) return;
      if (dialog.open) dialog.close();
      else this.open();
    });
  }

  open() {
    if (document.querySelector('dialog[open]')) return;
    this.#parts.words.value = '';
    this.#typed();
    this.#fit();
    this.#dialog.showModal();
    this.#parts.words.focus();
  }

  #fit() {
    this.#dialog.style.setProperty('--room', `${visualViewport.height}px`);
    this.#dialog.style.setProperty('--from', `${visualViewport.offsetTop}px`);
  }

  /** Empty when there is no word in them. */
  get #words() {
    const { value } = this.#parts.words;
    return wordsOf(value).length > 0 ? value.trim() : '';
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#asked = null;
    this.#go = false;
  }

  #typed() {
    this.#forget();
    this.#marked = null;
    if (this.#words) this.#timer = setTimeout(() => this.#ask(), QUIET);
    else this.#answer = { words: '', found: null, trouble: null };
    this.#paint();
  }

  async #ask() {
    clearTimeout(this.#timer);
    const words = this.#words;
    const asked = new AbortController();
    this.#asked = asked;
    const answer = { words, found: null, trouble: null };
    try {
      answer.found = await getJson('/find', { q: words }, { signal: asked.signal });
    } catch (trouble) {
      answer.trouble = trouble;
    }
    if (this.#asked !== asked) return;
    this.#asked = null;
    this.#answer = answer;
    this.#paint();
    if (this.#go && !this.#answer.trouble) this.#choose();
    this.#go = false;
  }

  #paint() {
    const { words, list } = this.#parts;
    const { found } = this.#answer;
    const sections = sectionsOf(this.#words, this.#words ? found : null, { pages: pages(), texts: this.#texts, format: this.#format, waits: this.#waits, to: address });
    this.#options = [];
    list.replaceChildren(...sections.map((section) => this.#sectionOf(section)));
    list.setAttribute('aria-busy', String(this.#waits));
    words.setAttribute('aria-expanded', String(this.#options.length > 0));
    this.#mark();
    this.#say();
  }

  get #waits() {
    return this.#words !== this.#answer.words;
  }

  #sectionOf({ name, options }) {
    const element = this.#section.cloneNode(true);
    element.setAttribute('aria-label', name);
    write(partsOf(element).head, name);
    for (const one of options) {
      const option = this.#option.cloneNode(true);
      const parts = partsOf(option);
      option.id = `find-option-${this.#options.length}`;
      option.draggable = false;
      option.href = one.href;
      if (one.state) option.classList.add(`is-${one.state}`);
      icon(parts.icon, one.icon);
      write(parts.name, one.name);
      write(parts.about, one.about);
      element.append(option);
      this.#options.push({ key: one.key, element: option });
    }
    return element;
  }

  /** Which one Enter opens; -1 for none: what was marked is gone, or Enter asks again for what could not be read. */
  get #at() {
    if (this.#marked === null) return this.#answer.trouble ? -1 : 0;
    return this.#options.findIndex(({ key }) => key === this.#marked);
  }

  #mark() {
    const { words } = this.#parts;
    const at = this.#options[this.#at]?.element;
    for (const { element } of this.#options) element.setAttribute('aria-selected', String(element === at));
    if (!at) {
      words.removeAttribute('aria-activedescendant');
      return;
    }
    words.setAttribute('aria-activedescendant', at.id);
    at.scrollIntoView({ block: 'nearest' });
  }

  #say() {
    const { found, trouble } = this.#answer;
    const { state } = this.#parts;
    state.toggleAttribute('data-fault', trouble !== null && !this.#waits);
    if (!this.#words) write(state, this.#texts.say('find.hint'));
    else if (this.#waits) write(state, this.#texts.say('find.waits'));
    else if (trouble) write(state, this.#texts.say(trouble.status === 503 ? 'find.database' : 'find.fault'));
    else {
      const n = Object.values(found).reduce((sum, { total }) => sum + total, 0);
      write(state, this.#texts.count('find.found', n, { n: this.#format.number(n), words: this.#words }));
    }
  }

  #key(event) {
    // It closes this box alone.
    if (event.key === 'Escape') event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || composing(event) || event.target === this.#parts.close) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#step(step);
    else if (event.key !== 'Enter') return;
    else if (!event.repeat) this.#enter();
    event.preventDefault();
  }

  #step(step) {
    const n = this.#options.length;
    if (n === 0) return;
    const from = this.#at < 0 && step < 0 ? 0 : this.#at;
    this.#marked = this.#options[(from + step + n) % n].key;
    this.#go = false;
    this.#mark();
  }

  /** What is not there yet is waited for, and what could not be read is asked for again; but what the arrows have reached is there. */
  #enter() {
    if (this.#marked !== null || !this.#words || !(this.#waits || this.#answer.trouble)) {
      this.#choose();
      return;
    }
    this.#go = true;
    if (this.#asked) return;
    if (this.#answer.trouble) {
      this.#answer = { words: '', found: null, trouble: null };
      this.#paint();
    }
    this.#ask();
  }

  #choose() {
    this.#options[this.#at]?.element.click();
  }

  /** On the page that is open already only the place changes, and it may have been there before. */
  #follow(event) {
    const option = event.target.closest('.find-option');
    if (!option || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.#dialog.close();
    if (option.pathname + option.search === location.pathname + location.search) history.replaceState(history.state, '', location.pathname + location.search);
  }
}

/** Safari tells the Enter that takes a word from an input method by its number alone. */
const composing = ({ isComposing, keyCode }) => isComposing || keyCode === 229;

/** The pages of the menu, as it is. */
function pages() {
  return [...document.querySelectorAll('.side-nav a')].map((link) => ({
    name: link.title,
    href: link.href,
    icon: link.querySelector('use').getAttribute('href').replace('#i-', ''),
  }));
}

function address(page, words, place) {
  const context = document.documentElement.dataset.context ?? '';
  return `${context}/${page}?${new URLSearchParams({ q: words.slice(0, LONGEST) })}${place ? `#${place}` : ''}`;
}

const dialog = document.getElementById('find');
if (dialog) new Find(dialog, document.getElementById('find-open'));
