/** Asked for longer than this, the server counts as silent, ms. */
const PATIENCE = 8_000;
/** From the end of one attempt to the next, ms, while the portal does not answer, however somebody urges: one that comes back must not be trampled. */
const APART = 2_000;
/** A failure that is over sooner is a mere hiccup, ms. */
const GRACE = 3_000;

/**
 * Asks the portal the same thing every few seconds while somebody looks, and rests in a hidden tab.
 *
 *   'answer'  what came
 *   'state'   waiting, live, reconnecting or stale; what is shown is as old as heardAt
 */
export class Poll extends EventTarget {
  state = 'waiting';
  heardAt = 0;
  lostAt = 0;
  nextAt = 0;
  #read;
  #every;
  #timer = 0;
  #asking = false;
  #lastEnd = -Infinity;

  /** @param read (signal) -> promise of the answer; marks what it asks as polled */
  constructor(read, every) {
    super();
    this.#read = read;
    this.#every = every;
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#rest() : this.soon()));
    addEventListener('online', () => this.soon());
  }

  start() {
    this.soon();
  }

  retry() {
    this.soon();
  }

  /** Does not wait for the next turn, if the last attempt was not just now and failed: something has been asked for, and somebody wants to see it. */
  soon() {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    const wait = this.lostAt ? this.#lastEnd + APART - Date.now() : 0;
    if (wait > 0) this.#timer = setTimeout(() => this.#ask(), wait);
    else this.#ask();
  }

  #rest() {
    clearTimeout(this.#timer);
  }

  async #ask() {
    if (this.#asking) return;
    this.#asking = true;
    try {
      const answer = await this.#read(AbortSignal.timeout(PATIENCE));
      this.heardAt = Date.now();
      this.lostAt = 0;
      this.dispatchEvent(new CustomEvent('answer', { detail: answer }));
      this.#become('live');
    } catch {
      this.lostAt ||= this.heardAt || Date.now();
      this.#become(Date.now() - this.lostAt > GRACE ? 'stale' : 'reconnecting');
    } finally {
      this.#asking = false;
      this.#lastEnd = Date.now();
      this.nextAt = Date.now() + this.#every;
      clearTimeout(this.#timer);
      if (!document.hidden) this.#timer = setTimeout(() => this.#ask(), this.#every);
    }
  }

  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }
}
