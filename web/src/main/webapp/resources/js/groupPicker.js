import { arrange, partsOf, show, write } from './dom.js';
import { failKey } from './failKey.js';
import { markGroup } from './groupLooks.js';
import { fold, LONGEST, tidy } from './groupName.js';
import { placeBy } from './placing.js';

const NONE = 'none';
const NEW = 'new';

/**
 * Asks for a group: one of the client's, none, or a new one by the name that is typed. The focus stays in its field, arrows walk through the
 * list, Enter chooses. Escape and a press elsewhere close it; Tab goes on from where it was opened.
 */
export class GroupPicker {
  #box;
  #parts;
  #template;
  #groups;
  #texts;
  #options = new Map();
  /** Which option the arrows have reached, by its key. */
  #at = null;
  #anchor = null;
  #wish = null;
  #busy = false;

  /** @param context {groups, texts, template: of an option} */
  constructor(box, { groups, texts, template }) {
    this.#box = box;
    this.#parts = partsOf(box);
    this.#groups = groups;
    this.#texts = texts;
    this.#template = template;
    const { words, list, close, retry } = this.#parts;
    words.maxLength = LONGEST;
    words.addEventListener('input', () => {
      this.#at = null;
      show(this.#parts.problem, false);
      this.#paint();
    });
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('toggle', (event) => event.newState === 'closed' && this.#closed());
    close.addEventListener('click', () => this.close(true));
    retry.addEventListener('click', () => this.#groups.read(false));
    list.addEventListener('click', (event) => this.#choose(event.target.closest('[role="option"]')?.dataset.key));
    // The field keeps the focus.
    for (const pressed of [list, retry]) pressed.addEventListener('mousedown', (event) => event.preventDefault());
    groups.watch(({ kind }) => kind === 'groups' && this.#anchor && this.#paint());
    addEventListener('scroll', () => this.#place(), { passive: true });
    addEventListener('resize', () => this.#place());
  }


  /**
   * @param anchor by what it stands, and what has the focus afterwards
   * @param wish {title, current: the group's id, null for none, nothing when they differ, onChoose(id or null), giveBack(): where the focus
   *     goes when the anchor is gone}
   */
  open(anchor, wish) {
    if (this.#anchor) this.close(false);
    this.#anchor = anchor;
    this.#wish = wish;
    this.#at = null;
    const { title, words, problem } = this.#parts;
    write(title, wish.title);
    words.value = '';
    show(problem, false);
    anchor.setAttribute('aria-expanded', 'true');
    this.#paint();
    this.#box.showPopover();
    this.#place();
    words.focus({ preventScroll: true });
    this.#reveal();
    if (!this.#groups.known) this.#groups.read(false);
  }

  /** @param giveBack whether the focus goes to where it came from */
  close(giveBack) {
    const anchor = this.#anchor;
    const wish = this.#wish;
    if (!anchor) return;
    this.#closed();
    if (this.#box.matches(':popover-open')) this.#box.hidePopover();
    if (!giveBack) return;
    if (anchor.isConnected) anchor.focus({ preventScroll: true });
    else wish.giveBack?.();
  }

  #closed() {
    this.#anchor?.setAttribute('aria-expanded', 'false');
    this.#anchor = null;
  }

  #place() {
    if (!this.#anchor) return;
    if (this.#anchor.isConnected) placeBy(this.#anchor, this.#box);
  }

  #paint() {
    const { list, words, wait, fault } = this.#parts;
    const options = this.#wanted();
    const keys = this.#groups.known ? options.map((option) => option.key) : [];
    if (!keys.includes(this.#at)) this.#at = this.#first(keys);
    show(wait, !this.#groups.known && !this.#groups.trouble);
    show(fault, !this.#groups.known && this.#groups.trouble !== null);
    show(list, this.#groups.known);
    words.setAttribute('aria-expanded', String(this.#groups.known));
    arrange(list, options.map((option) => this.#option(option)));
    const at = this.#options.get(this.#at);
    if (at) words.setAttribute('aria-activedescendant', at.element.id);
    else words.removeAttribute('aria-activedescendant');
    this.#place();
  }

  /** Which options there are for the words, from above. */
  #wanted() {
    const { current } = this.#wish;
    const words = fold(this.#parts.words.value);
    const found = this.#groups.all.filter((group) => fold(group.name).includes(words));
    const options = found.map((group) => ({ key: String(group.id), group, word: group.name, current: group.id === current }));
    if (!words) options.push({ key: NONE, word: this.#texts.say(current === null ? 'groups.none' : 'groups.pick.none'), current: current === null });
    if (words && !this.#groups.named(words)) options.push({ key: NEW, word: this.#texts.say('groups.pick.new', { name: tidy(this.#parts.words.value) }) });
    return options;
  }

  /** What Enter would choose: what fits the words best, else where the devices are. */
  #first(keys) {
    const named = this.#groups.named(this.#parts.words.value);
    if (named && keys.includes(String(named.id))) return String(named.id);
    const { current } = this.#wish;
    const here = current === null ? NONE : String(current);
    return keys.includes(here) ? here : (keys[0] ?? null);
  }

  #option({ key, group, word, current = false }) {
    if (!this.#options.has(key)) {
      const element = this.#template.content.firstElementChild.cloneNode(true);
      element.dataset.key = key;
      element.id = `group-option-${key}`;
      this.#options.set(key, { element, parts: partsOf(element) });
    }
    const { element, parts } = this.#options.get(key);
    markGroup(parts.mark, group);
    element.toggleAttribute('data-new', key === NEW);
    element.toggleAttribute('data-none', key === NONE);
    write(parts.word, word);
    show(parts.plus, key === NEW);
    show(parts.mark, key !== NEW);
    show(parts.current, current);
    element.setAttribute('aria-selected', String(current));
    element.toggleAttribute('data-at', key === this.#at);
    return element;
  }

  #reveal() {
    this.#options.get(this.#at)?.element.scrollIntoView({ block: 'nearest' });
  }

  #key(event) {
    if (event.key === 'Tab') {
      // Not held back: the browser goes on from there.
      this.close(true);
      event.stopPropagation();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const keys = [...this.#parts.list.children].map((option) => option.dataset.key);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && keys.length > 0) {
      this.#at = keys.at((keys.indexOf(this.#at) + step) % keys.length);
      this.#paint();
      this.#reveal();
    } else if (event.key === 'Enter' && event.target === this.#parts.words) this.#choose(this.#at);
    else if (event.key === 'Escape') this.close(true);
    else {
      // A letter is no command of the page.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  async #choose(key) {
    if (!this.#groups.known) {
      this.#groups.read(false);
      return;
    }
    if (!key || this.#busy) return;
    const wish = this.#wish;
    let group = key === NONE ? null : Number(key);
    if (key === NEW) {
      group = await this.#made(tidy(this.#parts.words.value));
      if (group === null) return;
    }
    if (this.#anchor && this.#wish === wish) this.close(true);
    if (group !== wish.current) wish.onChoose(group);
  }

  /** A new group of that name; null when it could not be made, which is said. */
  async #made(name) {
    this.#busy = true;
    this.#box.setAttribute('aria-busy', 'true');
    try {
      return (await this.#groups.create({ name })).id;
    } catch (trouble) {
      const { problem } = this.#parts;
      write(problem, this.#texts.say(failKey(trouble, { 400: 'groups.name.bad', 409: 'groups.name.taken' }), { name }));
      show(problem, true);
      if (trouble.status === 409) this.#groups.read();
      this.#place();
      return null;
    } finally {
      this.#busy = false;
      this.#box.removeAttribute('aria-busy');
    }
  }
}
