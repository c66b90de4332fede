import { getJson, send } from './api.js';
import { FoundIncidents } from './foundIncidents.js';
import { Sparing } from './sparing.js';

const APART = 1_000;

/** What is the matter now with the client's devices by its cause, and the word that nobody wants to hear of it for a while. */
export class Incidents {
  /** Null before the first answer. */
  groups = null;
  total = 0;
  /** When the server read it, Unix seconds. */
  t = 0;
  /** What is hidden: {total, items}; null before it was asked for. */
  snoozed = null;
  trouble = null;
  /** What the words of the search find of it. */
  found;
  #onAnswer;
  #wanted;
  #asking;

  /**
   * @param wanted says whether somebody looks at what is hidden
   * @param ready whether the portal is heard of: while it is not, nothing is asked but by somebody
   * @param words of the search, to begin with
   */
  constructor(onAnswer, wanted, ready, words) {
    this.found = new FoundIncidents(words);
    this.#onAnswer = onAnswer;
    this.#wanted = wanted;
    this.#asking = new Sparing((poll) => this.#ask(poll), APART, ready);
  }

  read() {
    this.#asking.now(false);
  }

  /** From now on for these words. What all incidents are is not asked for it. */
  async search(words) {
    if (!this.found.search(words)) return;
    try {
      await this.found.read(false);
    } catch (trouble) {
      this.trouble = trouble;
      this.#asking.soon();
    }
    this.#onAnswer(this);
  }

  soon() {
    this.#asking.soon();
  }

  /** The portal is heard of again. */
  resume() {
    this.#asking.resume();
  }

  /** Nobody may see any longer what is known. */
  forget() {
    Object.assign(this, { groups: null, total: 0, snoozed: null });
    this.found.forget();
    this.#onAnswer(this);
    this.read();
  }

  /**
   * @param what {group} or {device_ids}
   * @param asOf the `t` of what somebody has seen
   * @returns promise of {id, devices, until}
   */
  async snooze(what, minutes, asOf) {
    try {
      return await send('POST', '/pulse/snoozes', { ...what, minutes, as_of: asOf });
    } finally {
      this.read();
    }
  }

  /** Tells again of all that one wish hides, and of nothing that somebody else has hidden for longer since. */
  async wake(id) {
    try {
      await send('DELETE', `/pulse/snoozes/${encodeURIComponent(id)}`);
    } finally {
      this.read();
    }
  }

  async #ask(poll) {
    try {
      const [{ groups, total, t }, snoozed] = await Promise.all([
        getJson('/pulse/incidents/groups', {}, { poll }),
        this.#wanted() ? getJson('/pulse/snoozes', {}, { poll }) : this.snoozed,
        this.found.read(poll),
      ]);
      Object.assign(this, { groups, total, t, snoozed, trouble: null });
    } catch (trouble) {
      this.trouble = trouble;
      this.#onAnswer(this);
      throw trouble;
    }
    this.#onAnswer(this);
  }
}
