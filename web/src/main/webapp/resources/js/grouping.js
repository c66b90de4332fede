import { recall, remember } from './remembered.js';

/** So many closed groups are kept. */
const MOST = 500;

/**
 * Whether the devices of each group stand together, and which groups are closed. The server knows it for each person; this browser remembers
 * it, so that the list need not be read twice. Those in no group are always open when the page is.
 */
export class Grouping {
  on;
  #closed;
  #noGroupClosed = false;
  #onChange;

  /** @param onChange told when somebody has chosen otherwise: {grouped} or {closed} */
  constructor(onChange) {
    this.on = recall('grouped', '') === 'true';
    this.#closed = new Set(recall('closed', '').split(',').filter(Boolean).map(Number));
    this.#onChange = onChange;
  }

  /** What the list asks the server. */
  get query() {
    if (!this.on) return { by: '', closed: '' };
    return { by: 'group', closed: [...this.#closed, ...(this.#noGroupClosed ? [0] : [])].join() };
  }

  closed(group) {
    return group === 0 ? this.#noGroupClosed : this.#closed.has(group);
  }

  /** What is kept for this person; null for what is not. @returns whether it is other than before */
  take(grouped, closed) {
    const was = JSON.stringify(this.query);
    if (grouped !== null) this.on = grouped;
    if (closed !== null) this.#closed = new Set(closed);
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
    if (group === 0) this.#noGroupClosed = !this.#noGroupClosed;
    else if (!this.#closed.delete(group)) this.#closed.add(group);
    this.#tell();
  }

  /** @param groups all that there are */
  setAll(groups, closed) {
    this.#closed = new Set(closed ? groups.filter((group) => group !== 0) : []);
    this.#noGroupClosed = closed;
    this.#tell();
  }

  /** A group that is gone takes no room. */
  forgetBut(groups) {
    this.#closed = new Set([...this.#closed].filter((group) => groups.includes(group)));
  }

  #tell() {
    this.#remember();
    this.#onChange({ closed: [...this.#closed].slice(-MOST) });
  }

  #remember() {
    remember('grouped', String(this.on));
    remember('closed', [...this.#closed].join());
  }
}
