import { readEvents } from './eventStream.js';

/** From the answer of one attempt, of any kind, to the next, ms: a portal that comes back must not be trampled by its own pages. */
const APART = 2_000;
/** The server sends a comment every 15 s; silence for this long means a dead line that nobody has reported. */
const SILENCE = 40_000;
const POLL = 10_000;
const LONGEST = 60_000;
/** A hidden page keeps its line for this long, then gives it back. */
const HIDDEN = 30_000;
/** A line that lived this long was a good one: the next loss starts again from the beginning. */
const GOOD = 10_000;

/**
 * The page's connection to what happens.
 *
 * Events: `message` (detail: a pulse message), `state` (detail: this), `shut` (detail: HTTP status 401 or 409).
 * States: `waiting` before the first word, `live`, `reconnecting`, `asof` (no line, but the snapshot still answers), `stale`, `over` (with the session).
 *
 * Guarantee: messages arrive in order; after a loss the missed ones follow, or a snapshot stands in for them.
 */
export class Pulse extends EventTarget {
  state = 'waiting';
  /** When the server last said anything, ms of this machine's clock. */
  heardAt = 0;
  /** When the line was lost, ms; 0 while it is not. */
  lostAt = 0;
  /** When the next attempt is due, ms. */
  nextAt = 0;

  #urls;
  #lastId = null;
  #lastAnswer = -Infinity;
  #failures = 0;
  #line = null;
  #wake = null;
  #hideTimer = 0;
  #resting = false;
  /** Somebody knows that an attempt is worth it now: no pause, and no snapshot instead, before the next. */
  #wanted = false;
  #over = false;

  constructor(urls) {
    super();
    this.#urls = urls;
  }

  start() {
    document.addEventListener('visibilitychange', () => this.#seen());
    addEventListener('pageshow', (event) => event.persisted && this.retry());
    addEventListener('online', () => this.retry());
    addEventListener('offline', () => this.#line?.abort());
    this.#run();
  }

  /** Tries now, if the last attempt was not just now. */
  retry() {
    this.#resting = false;
    this.#wanted = true;
    this.#wake?.();
  }

  /** Ends the line for good: the reader is leaving, and a session that ends now is no news. */
  stop() {
    this.#over = true;
    this.#line?.abort();
    this.#wake?.();
  }

  #seen() {
    clearTimeout(this.#hideTimer);
    if (document.hidden) {
      this.#hideTimer = setTimeout(() => {
        this.#resting = true;
        this.#line?.abort();
      }, HIDDEN);
    } else {
      if (!this.#line && this.state === 'live') this.#turn('reconnecting');
      this.retry();
    }
  }

  async #run() {
    for (;;) {
      while (!this.#over && (this.#resting || (document.hidden && this.state !== 'waiting'))) await this.#sleep(LONGEST);
      if (this.#over) return;
      const lived = await this.#listen();
      if (lived === null || this.#over) return;
      this.#failures = lived > GOOD ? 0 : this.#failures + 1;
      if (this.#resting) continue;
      // A good line that ends is the server's ordinary turn-over; it is news only when the next one does not come.
      if (this.#failures === 0) continue;
      if (this.#failures === 1) {
        this.#turn('reconnecting');
        continue;
      }
      if (this.#wanted) continue;
      const answered = await this.#ask();
      if (answered === null || this.#over) return;
      if (this.#wanted) continue;
      this.#turn(answered ? 'asof' : 'stale');
      const pause = answered ? POLL : Math.min(LONGEST, POLL * 2 ** Math.min(this.#failures - 2, 6));
      this.nextAt = Date.now() + pause;
      this.#announce();
      await this.#sleep(pause);
    }
  }

  /** Holds the line as long as it lives. @returns ms that it lived, or null when the session is over */
  async #listen() {
    await this.#apart();
    this.#wanted = false;
    const line = (this.#line = new AbortController());
    const from = Date.now();
    let opened = 0;
    const watch = setInterval(() => {
      if (Date.now() - Math.max(this.heardAt, from) > SILENCE) line.abort();
    }, 5_000);
    const status = await readEvents(this.#urls.events, {
      signal: line.signal,
      lastId: this.#lastId,
      headers: this.#urls.headers,
      onOpen: () => {
        opened = Date.now();
        this.#lastAnswer = opened;
        this.#heard();
        this.#turn('live');
      },
      onBytes: () => this.#heard(),
      onEvent: ({ data, id }) => {
        if (id) this.#lastId = id;
        this.#tell(JSON.parse(data));
      },
    });
    clearInterval(watch);
    this.#line = null;
    if (!opened) this.#lastAnswer = Date.now();
    if (this.lostAt === 0) this.lostAt = this.heardAt || Date.now();
    return this.#shut(status) ? null : opened ? Date.now() - opened : 0;
  }

  /** Asks once for the snapshot. @returns whether it answered, or null when the session is over */
  async #ask() {
    await this.#apart();
    try {
      const answer = await fetch(this.#urls.snapshot, { credentials: 'same-origin', cache: 'no-store', headers: { ...this.#urls.headers, Accept: 'application/json' } });
      if (this.#shut(answer.status)) return null;
      if (!answer.ok) return false;
      const body = await answer.json();
      this.#heard();
      this.#tell({ kind: 'snapshot', polled: true, ...body });
      return true;
    } catch {
      return false;
    } finally {
      this.#lastAnswer = Date.now();
    }
  }

  #shut(status) {
    if (this.#over || (status !== 401 && status !== 409)) return false;
    if (status === 401) this.#turn('over');
    this.dispatchEvent(new CustomEvent('shut', { detail: status }));
    return true;
  }

  #tell(message) {
    this.dispatchEvent(new CustomEvent('message', { detail: message }));
  }

  #heard() {
    this.heardAt = Date.now();
  }

  #turn(state) {
    if (state === 'live') this.lostAt = 0;
    if (this.state === state) return;
    this.state = state;
    this.#announce();
  }

  #announce() {
    this.dispatchEvent(new CustomEvent('state', { detail: this }));
  }

  async #apart() {
    const wait = this.#lastAnswer + APART - Date.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  }

  #sleep(ms) {
    return new Promise((done) => {
      const timer = setTimeout(done, ms);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        done();
      };
    });
  }
}
