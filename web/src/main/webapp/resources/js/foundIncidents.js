import { getJson } from './api.js';

/** Longer words the server refuses, and nothing is called so. */
const LONGEST = 200;

/** The incidents that the server finds for the words of the search: by a device, or by the name of a vault or an item. */
export class FoundIncidents {
  /** The words of the answer; empty while nothing is looked for. */
  words = '';
  groups = [];
  /** Devices that were found. */
  total = 0;
  #wanted;
  #asked = new AbortController();

  constructor(words) {
    this.#wanted = words;
  }

  /**
   * From now on for these words. What was found for others stays until there is an answer: nothing jumps while somebody types.
   *
   * @returns whether they are others
   */
  search(words) {
    if (words === this.#wanted) return false;
    this.#wanted = words;
    if (!words) this.forget();
    return true;
  }

  /** What was found is not to be seen any longer. */
  forget() {
    this.#asked.abort();
    Object.assign(this, { words: '', groups: [], total: 0 });
  }

  /** Asks anew; nothing without words. Of two questions the later one counts, whichever is answered first. */
  async read(poll) {
    this.#asked.abort();
    const words = this.#wanted;
    if (!words) return;
    if (words.length > LONGEST) {
      Object.assign(this, { words, groups: [], total: 0 });
      return;
    }
    const { signal } = (this.#asked = new AbortController());
    try {
      const { groups, total } = await getJson('/pulse/incidents/groups', { q: words }, { signal, poll });
      if (!signal.aborted) Object.assign(this, { words, groups, total });
    } catch (trouble) {
      if (!signal.aborted) throw trouble;
    }
  }
}
