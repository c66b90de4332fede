/** After a failure, ms. */
const AGAIN = 10_000;

/** Does something at most once in a while, however often it is asked for; not while the page is hidden, and never twice at once. */
export class Sparing {
  /** When it was last begun, ms of performance.now(). */
  from = -Infinity;
  #work;
  #apart;
  #timer = 0;
  #busy = false;
  #due = false;

  /**
   * @param work(poll) -> promise; rejects when it is to be tried again later
   * @param apart ms between two of them
   */
  constructor(work, apart) {
    this.#work = work;
    this.#apart = apart;
    document.addEventListener('visibilitychange', () => !document.hidden && this.#due && this.soon());
  }

  soon() {
    this.#due = true;
    this.#in(this.from + this.#apart - performance.now());
  }

  /** @param poll whether nobody has asked for this but the page itself */
  async now(poll = true) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#due = true;
    if (this.#busy) return;
    this.#busy = true;
    this.#due = false;
    this.from = performance.now();
    let wait = 0;
    try {
      await this.#work(poll);
    } catch {
      this.#due = true;
      wait = AGAIN;
    }
    this.#busy = false;
    if (this.#due) this.#in(Math.max(wait, this.from + this.#apart - performance.now()));
  }

  #in(ms) {
    if (!document.hidden) this.#timer ||= setTimeout(() => (this.#timer = 0, document.hidden || this.now()), Math.max(0, ms));
  }
}
