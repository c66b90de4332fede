/** After a failure, ms. */
const AGAIN = 10_000;

/** Does something at most once in a while, however often it is asked for; not while the page is hidden or nobody would answer, and never twice at once. */
export class Sparing {
  /** When it was last begun, ms of performance.now(). */
  from = -Infinity;
  #work;
  #apart;
  #timer = 0;
  #busy = false;
  #due = false;
  #ready;

  /**
   * @param work(poll) -> promise; rejects when it is to be tried again later
   * @param apart ms between two of them
   * @param ready whether it is worth it now; what was due then is done after `resume`
   */
  constructor(work, apart, ready = () => true) {
    this.#work = work;
    this.#apart = apart;
    this.#ready = ready;
    document.addEventListener('visibilitychange', () => this.resume());
  }

  /** It is worth it again. */
  resume() {
    if (!document.hidden && this.#due) this.soon();
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
    if (!document.hidden) this.#timer ||= setTimeout(() => (this.#timer = 0, document.hidden || !this.#ready() || this.now()), Math.max(0, ms));
  }
}
