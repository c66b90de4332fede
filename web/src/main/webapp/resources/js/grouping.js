import { recall, remember } from './remembered.js';

/** So many closed groups are kept. */
const MOST = 500;

/**
 * Whether the devices of each group stand together, and which groups are closed. The server knows it for each person; this browser remembers
 * it for the client, so that the list need not be read twice. Those in no group are always open when the page is, and what is searched for is
 * found in closed groups, too.
 */
export class Grouping {
  on;
  #kept;
  #noGroupClosed = false;
  /** What is searched for, and which groups are closed while it is. */
  #words = '';
  #closedInSearch = new Set();
  #client = document.documentElement.dataset.client ?? '';
  #onChange;

  /** @param onChange told when somebody has chosen otherwise: {grouped} or {closed}, empty when nothing of it is to be kept; and for what is closed undo(), which is told when it could not be shown */
  constructor(onChange) {
    this.on = recall(`grouped.${this.#client}`, '') === 'true';
    this.#kept = new Set(recall(`closed.${this.#client}`, '').split(',').filter((id) => /^[1-9]\d{0,8}$/.test(id)).slice(0, MOST).map(Number));
    this.#onChange = onChange;
  }

  /** What the list asks the server. */
  get query() {
    if (!this.on) return { by: '', closed: '' };
    return { by: 'group', closed: [...(this.#words ? this.#closedInSearch : this.#kept), ...(!this.#words && this.#noGroupClosed ? [0] : [])].join() };
  }

  closed(group) {
    if (this.#words) return this.#closedInSearch.has(group);
    return group === 0 ? this.#noGroupClosed : this.#kept.has(group);
  }

  /** From now on for these words. */
  search(words) {
    if (words === this.#words) return;
    this.#words = words;
    this.#closedInSearch = new Set();
  }

  /** What is kept for this person; null for what nobody has chosen. @returns whether it is other than before */
  take(grouped, closed) {
    const was = JSON.stringify(this.query);
    this.on = grouped ?? false;
    this.#kept = new Set(closed ?? []);
    this.#remember();
    return was !== JSON.stringify(this.query);
  }

  choose(on) {
    if (on === this.on) return;
    this.on = on;
    this.#remember();
    this.#onChange({ grouped: on });
  }

  /** Opens or closes one. */
  toggle(group) {
    this.#flip(group);
    this.#tell(() => this.#flip(group));
  }

  #flip(group) {
    const closed = this.#words ? this.#closedInSearch : this.#kept;
    if (group === 0 && !this.#words) this.#noGroupClosed = !this.#noGroupClosed;
    else if (!closed.delete(group)) closed.add(group);
  }

  /** @param groups all that the list has */
  setAll(groups, closed) {
    const before = [this.#kept, this.#noGroupClosed, this.#closedInSearch];
    if (this.#words) this.#closedInSearch = new Set(closed ? groups : []);
    else {
      this.#kept = new Set(closed ? groups.filter((group) => group !== 0) : []);
      this.#noGroupClosed = closed;
    }
    this.#tell(() => ([this.#kept, this.#noGroupClosed, this.#closedInSearch] = before));
  }

  /** A group that is gone takes no room. @param groups ids of all that there are */
  forgetBut(groups) {
    this.#kept = new Set([...this.#kept].filter((group) => groups.includes(group)));
  }

  #tell(back) {
    const wish = () => {
      this.#remember();
      return this.#words ? {} : { closed: [...this.#kept].slice(-MOST) };
    };
    this.#onChange(wish(), () => {
      back();
      return wish();
    });
  }

  #remember() {
    remember(`grouped.${this.#client}`, String(this.on));
    remember(`closed.${this.#client}`, [...this.#kept].join());
  }
}
