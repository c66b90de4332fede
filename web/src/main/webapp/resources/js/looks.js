import { getJson, send } from './api.js';

/** How this person likes a list: columns, rows and how close they stand, kept on the server. Without it the list is as it is by itself. */
export class Looks {
  #path;
  #onTrouble;
  #look = {};
  #known = false;
  #sending = false;
  #wishes = {};

  /** @param onTrouble told when a wish could not be kept; it holds for this page all the same */
  constructor(name, onTrouble) {
    this.#path = `/preferences/${name}`;
    this.#onTrouble = onTrouble;
  }

  get hidden() {
    return this.#look.hidden ?? null;
  }

  get size() {
    return this.#look.size ?? null;
  }

  get density() {
    return this.#look.density ?? null;
  }

  get grouped() {
    return this.#look.grouped ?? null;
  }

  get closed() {
    return this.#look.closed ?? null;
  }

  /** Whether the server has said what is kept. */
  get known() {
    return this.#known;
  }

  async read() {
    try {
      this.#look = { ...(await getJson(this.#path)), ...this.#look };
      this.#known = true;
    } catch {
      // Whoever does not see what is kept does not mean to change it: wishes are for this page then.
    }
  }

  /** @param wish {hidden?, size?, density?, grouped?, closed?}; null takes back what was wished */
  wish(wish) {
    this.#look = Object.fromEntries(Object.entries({ ...this.#look, ...wish }).filter(([, value]) => value !== null));
    if (!this.#known) {
      this.#onTrouble();
      return;
    }
    this.#wishes = { ...this.#wishes, ...wish };
    this.#keep();
  }

  /** One after the other, so that the last wish is the one that stays; and no more than the wish, so that another tab's stays too. */
  async #keep() {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (Object.keys(this.#wishes).length > 0) {
        const wishes = this.#wishes;
        this.#wishes = {};
        await send('PUT', this.#path, wishes);
      }
    } catch (trouble) {
      this.#onTrouble(trouble);
    } finally {
      this.#sending = false;
    }
  }
}
