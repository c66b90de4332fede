/**
 * Which devices are chosen, by their id: whatever the list shows, in whichever order, they stay chosen until somebody lets go of them.
 * Knows nothing of the page.
 */
export class Selection {
  #ids = new Set();
  #anchor = null;
  /** What the last stretch from the anchor has added: a shorter one gives it back. */
  #stretched = new Set();
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
  }

  get size() {
    return this.#ids.size;
  }

  get ids() {
    return [...this.#ids];
  }

  /** Where the next range begins: the device that was chosen or let go last; null when there is none. */
  get anchor() {
    return this.#anchor;
  }

  has(id) {
    return this.#ids.has(id);
  }

  /** One device, from which the next range begins. */
  set(id, chosen) {
    this.#put([id], chosen);
    this.#anchor = id;
    this.#stretched.clear();
    this.#onChange();
  }

  /** All of these. */
  setAll(ids, chosen) {
    this.#put(ids, chosen);
    this.#stretched.clear();
    this.#onChange();
  }

  /** From the anchor to where the keys have come: what the stretch before had more is let go. */
  stretch(anchor, ids) {
    this.#anchor = anchor;
    for (const id of this.#stretched) if (!ids.includes(id)) this.#ids.delete(id);
    const added = ids.filter((id) => this.#stretched.has(id) || !this.#ids.has(id));
    this.#put(ids, true);
    this.#stretched = new Set(added);
    this.#onChange();
  }

  /** A device that is gone. */
  forget(id) {
    if (this.#anchor === id) this.#anchor = null;
    if (this.#ids.delete(id)) this.#onChange();
  }

  clear() {
    this.#ids.clear();
    this.#anchor = null;
    this.#stretched.clear();
    this.#onChange();
  }

  #put(ids, chosen) {
    for (const id of ids) {
      if (chosen) this.#ids.add(id);
      else this.#ids.delete(id);
    }
  }
}
