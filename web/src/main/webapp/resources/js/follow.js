/** Not more often than this, ms. */
const APART = 5_000;
/** Who has just moved in the list is at work in it, ms. */
const AT_WORK = 8_000;

/**
 * Reads a filtered or sorted list again when other devices belong to it: soon, but not often, and never under somebody's hand or eyes.
 */
export class Follow {
  #mark;
  #busy;
  #read;
  #known = '';
  #timer = 0;
  #readAt = -Infinity;
  #moved = -Infinity;

  /**
   * @param list the element with the rows
   * @param mark() -> a text that is another one when the list must be read again; '' when it need not be followed
   * @param busy() -> whether somebody has something of it open
   * @param read reads it
   */
  constructor(list, { mark, busy, read }) {
    this.#mark = mark;
    this.#busy = busy;
    this.#read = read;
    for (const kind of ['pointermove', 'keydown', 'focusin']) list.addEventListener(kind, () => (this.#moved = performance.now()), { passive: true });
  }

  /** The list has just been read for what is now. */
  settle() {
    this.#known = this.#mark();
  }

  /** Something may have changed. */
  look() {
    const mark = this.#mark();
    if (!mark || this.#timer || mark === this.#known) return;
    const now = performance.now();
    const wait = Math.max(300, this.#readAt + APART - now, this.#moved + AT_WORK - now);
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      if (performance.now() - this.#moved < AT_WORK || this.#busy()) return this.look();
      this.#readAt = performance.now();
      this.settle();
      return this.#read();
    }, wait);
  }
}
