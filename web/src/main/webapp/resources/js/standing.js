import { getJson } from './api.js';
import { Sparing } from './sparing.js';

/** The server is asked at most once in this time, ms, however many messages come. */
const APART = 1_000;
/** So many answers in a row may be older than the news: the next of the server's own may be, but no clock goes wrong for ever. */
const BEHIND = 3;
/** A device becomes overdue without any event: so old an answer may be, ms. */
const OLD = 60_000;

/** How the devices stand: all of them, for the verdict, and those of the words of the search and of some groups, for the strip. */
export class Standing {
  /** Answers of the server; null before the first. */
  all = null;
  found = null;
  /** Of which groups that is, as they were asked for. */
  foundIn = '';
  /** Why the last question had no answer; null when it had one. */
  trouble = null;
  /** What is looked for: q, group; empty for all. */
  #wanted = { q: '', group: '' };
  #onAnswer;
  /** When the last thing happened that the answers must know of, by the server's clock. */
  #news = 0;
  #behind = 0;
  #asking;

  /** @param ready whether the portal is heard of: while it is not, nothing is asked but by somebody */
  constructor(onAnswer, ready) {
    this.#onAnswer = onAnswer;
    this.#asking = new Sparing((poll) => this.#ask(poll), APART, ready);
  }

  /** From now on for these words, or groups. @param change {q?, group?} */
  look(change) {
    const wanted = { ...this.#wanted, ...change };
    if (same(wanted, this.#wanted)) return;
    this.#wanted = wanted;
    this.read();
  }

  /** Somebody has asked for it. */
  read() {
    this.#asking.now(false);
  }

  /** @param t when something has happened that may have changed it, by the server's clock */
  soon(t = 0) {
    if (t > this.#news) this.#behind = 0;
    this.#news = Math.max(this.#news, t);
    this.#asking.soon();
  }

  /** The portal is heard of again. */
  resume() {
    this.#asking.resume();
  }

  /** Time has passed. */
  tick() {
    if (performance.now() - this.#asking.from >= OLD) this.soon();
  }

  async #ask(poll) {
    const wanted = this.#wanted;
    const ask = (which) => getJson('/dashboard/standing', which, { poll });
    try {
      const [all, found] = await Promise.all([ask({ q: '' }), wanted.q || wanted.group ? ask(wanted) : null]);
      this.all = all;
      if (same(wanted, this.#wanted)) {
        this.found = found ?? all;
        this.foundIn = wanted.group;
      }
      this.trouble = null;
    } catch (trouble) {
      this.trouble = trouble;
      this.#onAnswer(this);
      throw trouble;
    }
    this.#onAnswer(this);
    // Many viewers share one answer for a second: this one may have been read before the news.
    this.#behind = this.all.t <= this.#news ? this.#behind + 1 : 0;
    if ((this.#behind > 0 && this.#behind <= BEHIND) || !same(wanted, this.#wanted)) this.#asking.soon();
  }
}

function same(one, other) {
  return one.q === other.q && one.group === other.group;
}
