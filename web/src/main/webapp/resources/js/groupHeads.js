import { icon, partsOf, show, title, write } from './dom.js';
import { markGroup } from './groupLooks.js';
import { setUp } from './menu.js';
import { ISSUES } from './states.js';

/** In place of a group's id: devices in no group. */
export const NO_GROUP = 0;
/** What a head tells of, besides what needs somebody. */
const ALSO = ['running'];

/**
 * The heads of the groups in the list: each stands before its first device, or where that would be. What they say comes with the list, for all
 * of it and not only for what has been read; each is made once, so that it keeps the focus.
 */
export class GroupHeads {
  #context;
  #heads = new Map();
  /** [{group_id, total, counts, at: place of its first device among all that are listed, listed: how many are}]; null when groups do not stand together. */
  #sections = null;

  /** @param context {texts, format, groups, grouping, readGroups: asks for them anew, headTemplate, sumTemplate} */
  constructor(context) {
    this.#context = context;
  }

  /** How many devices the groups have; undefined when groups do not stand together. */
  get count() {
    return this.#sections?.reduce((sum, { total }) => sum + total, 0);
  }

  /** Ids of the groups, and where their devices are: {at, listed}. */
  get places() {
    return new Map((this.#sections ?? []).map(({ group_id: id, at, listed }) => [id, { at, listed }]));
  }

  /** @param sections as the server tells them, null when groups do not stand together */
  take(sections) {
    const { groups, grouping, readGroups } = this.#context;
    let at = 0;
    this.#sections = sections?.map((section) => {
      const listed = grouping.closed(section.group_id) ? 0 : section.total;
      at += listed;
      return { ...section, at: at - listed, listed };
    }) ?? null;
    // One that somebody has just made: its name comes with the next answer.
    if (this.#sections?.some(({ group_id: id }) => id !== NO_GROUP && !groups.of(id))) readGroups();
    this.paint();
  }

  /** Whether a list with these groups is another one. */
  differ(sections) {
    const sizes = (some) => JSON.stringify(some?.map(({ group_id: id, total }) => [id, total]) ?? null);
    return sizes(sections) !== sizes(this.#sections);
  }

  /** Heads that stand before the devices in these places: from the first one up to, and without, the second. @returns [{element}] */
  between(from, to) {
    return (this.#sections ?? []).filter(({ at }) => at >= from && at < to).map(({ group_id: id }) => this.#heads.get(id));
  }

  /** The device in that place is gone: until the list is read again its group has one less. */
  lost(place) {
    for (const section of this.#sections ?? []) {
      if (section.at > place) section.at -= 1;
      else if (place < section.at + section.listed) {
        section.listed -= 1;
        section.total -= 1;
      }
    }
    this.paint();
  }

  paint() {
    for (const section of this.#sections ?? []) this.#tell(this.#heads.get(section.group_id) ?? this.#make(section.group_id), section);
  }

  #make(id) {
    const element = this.#context.headTemplate.content.firstElementChild.cloneNode(true);
    element.dataset.group = id;
    const head = { element, parts: partsOf(element), sums: new Map() };
    setUp(head.parts.anchor);
    this.#heads.set(id, head);
    return head;
  }

  #tell({ element, parts, sums }, { group_id: id, total, counts }) {
    const { texts, format, groups, grouping } = this.#context;
    const group = groups.of(id);
    const closed = grouping.closed(id);
    const name = id === NO_GROUP ? texts.say('groups.none') : (group?.name ?? '');
    write(parts.name, name);
    title(parts.name, name);
    write(parts.size, format.number(total));
    write(parts.devices, texts.count('groups.devices', total, { n: format.number(total) }));
    parts.toggle.setAttribute('aria-expanded', String(!closed));
    parts.more.setAttribute('aria-label', texts.say('groups.actionsOf', { group: name }));
    element.toggleAttribute('data-closed', closed);
    markGroup(parts.mark, group);
    show(parts.pick, !closed && total > 0);
    for (const state of [...ISSUES, ...ALSO]) this.#sum(parts.sums, sums, state, counts[state] ?? 0);
    const calm = !ISSUES.some((state) => counts[state] > 0);
    show(parts.calm, calm);
    if (calm) write(parts.calm, texts.say(total === 0 ? 'groups.noDevice' : 'groups.calm'));
  }

  #sum(list, sums, state, n) {
    const { texts, format, sumTemplate } = this.#context;
    if (n > 0 && !sums.has(state)) {
      const element = sumTemplate.content.firstElementChild.cloneNode(true);
      const parts = partsOf(element);
      element.classList.add(`is-${state}`);
      icon(parts.icon, state);
      sums.set(state, { element, ...parts });
      // In the order of the states, whichever came first.
      const order = [...ISSUES, ...ALSO];
      const next = order.slice(order.indexOf(state) + 1).find((later) => sums.has(later));
      list.insertBefore(element, next ? sums.get(next).element : null);
    }
    const sum = sums.get(state);
    if (!sum) return;
    write(sum.n, format.number(n));
    if (n > 0) write(sum.word, texts.count(`groups.sum.${state}`, n, {}));
    show(sum.element, n > 0);
  }
}
