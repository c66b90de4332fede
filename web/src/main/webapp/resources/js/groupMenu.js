import { partsOf, show, write } from './dom.js';
import { markGroup } from './groupLooks.js';
import { NO_GROUP } from './groupHeads.js';
import { TROUBLED } from './filters.js';

/** Whether the list is shown by group, and of which groups: a menu, and a chip over the list that says which. Opening and keys are menu.js's. */
export class GroupMenu {
  #context;
  #value;
  #ways;
  #parts;
  #chip;
  #items = new Map();

  /** @param context {texts, format, groups, grouping, filters, itemTemplate, chip} */
  constructor(anchor, context) {
    this.#context = context;
    const { grouping, filters, groups, chip } = context;
    const button = anchor.querySelector('[aria-haspopup]');
    this.#value = button.querySelector('.value');
    this.#parts = partsOf(anchor);
    this.#ways = [...anchor.querySelectorAll('[data-grouped]')];
    this.#chip = { element: chip, ...partsOf(chip) };
    for (const way of this.#ways) {
      way.addEventListener('click', () => {
        grouping.choose(way.dataset.grouped === 'true');
        button.click();
      });
    }
    anchor.querySelector('.menu').addEventListener('keydown', (event) => this.#type(event));
    chip.addEventListener('click', () => {
      filters.only([]);
      // The button is gone, and whoever pressed it must not be lost.
      button.focus();
    });
    groups.watch(({ kind }) => kind === 'groups' && this.paint());
    this.paint();
  }

  paint() {
    const { texts, groups, grouping, filters, chip } = this.#context;
    for (const way of this.#ways) {
      const chosen = String(grouping.on) === way.dataset.grouped;
      way.setAttribute('aria-checked', String(chosen));
      if (chosen) write(this.#value, way.querySelector('[data-part="word"]').textContent);
    }
    const has = groups.all.length > 0;
    show(this.#parts.only, has);
    show(this.#parts.none, groups.known && !has);
    if (has) this.#list();
    show(chip, filters.groups.length > 0);
    if (filters.groups.length === 0) return;
    const names = this.names(filters.groups);
    const word = names.length > 2 ? texts.count('groups.shown', names.length, { n: String(names.length) }) : names.join(', ');
    write(this.#chip.word, word);
    chip.title = names.join(', ');
    chip.setAttribute('aria-label', `${names.join(', ')}: ${texts.say('groups.showAll')}`);
  }

  /** The names of groups, by what stands for them in the address. */
  names = (ids) => ids.map((id) => this.#name(id));

  #name(id) {
    const { texts, groups } = this.#context;
    if (id === TROUBLED) return texts.say('groups.troubled');
    return id === String(NO_GROUP) ? texts.say('groups.none') : (groups.of(Number(id))?.name ?? texts.say('groups.unknown'));
  }

  #list() {
    const { groups, filters } = this.#context;
    const wanted = [TROUBLED, ...groups.all.map((group) => String(group.id)), String(NO_GROUP)];
    for (const [key, item] of this.#items) {
      if (wanted.includes(key)) continue;
      item.element.remove();
      this.#items.delete(key);
    }
    wanted.forEach((key, i) => {
      const item = this.#items.get(key) ?? this.#item(key);
      this.#items.set(key, item);
      write(item.word, this.#name(key));
      const group = groups.of(Number(key));
      show(item.mark, Boolean(group));
      if (group) markGroup(item.mark, group);
      const n = key === TROUBLED ? null : (group?.count ?? groups.ungrouped);
      write(item.n, n === null ? '' : this.#context.format.number(n));
      item.element.setAttribute('aria-checked', String(filters.groups.includes(key)));
      if (this.#parts.list.children[i] !== item.element) this.#parts.list.insertBefore(item.element, this.#parts.list.children[i] ?? null);
    });
  }

  #item(key) {
    const element = this.#context.itemTemplate.content.firstElementChild.cloneNode(true);
    element.addEventListener('click', () => this.#toggle(key));
    return { element, ...partsOf(element) };
  }

  /** One more or less; groups with problems are a choice of their own. */
  #toggle(key) {
    const { filters } = this.#context;
    const chosen = filters.groups.includes(key);
    if (key === TROUBLED) filters.only(chosen ? [] : [TROUBLED]);
    else filters.only(chosen ? filters.groups.filter((one) => one !== key) : [...filters.groups.filter((one) => one !== TROUBLED), key]);
  }

  /** A letter goes to the next one that begins with it. */
  #type(event) {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    const items = [...this.#parts.list.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement);
    const begins = (item) => item.querySelector('[data-part="word"]').textContent.toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase());
    const next = [...items.slice(at + 1), ...items.slice(0, at + 1)].find(begins);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  }
}
