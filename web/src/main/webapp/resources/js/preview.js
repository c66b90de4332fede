import { cents } from './money.js';

/** Whoever holds a button down asks once. */
const QUIET = 350;

/** What the service would cost as it stands on the page. Asks the server, which alone calculates; tells "change" when something is another. */
export class Preview extends EventTarget {
  #calls;
  #draft;
  #timer = 0;
  #epoch = 0;
  #lines = new Map();
  /** Cents; null while nothing is known. */
  amount = null;
  list = null;
  saving = null;
  /** When it was calculated, ms. */
  at = 0;
  /** Whether what is shown is older than what stands on the page. */
  old = false;
  asking = false;
  trouble = null;

  constructor(calls, draft) {
    super();
    this.#calls = calls;
    this.#draft = draft;
  }

  line(id) {
    return this.#lines.get(id);
  }

  get lines() {
    return [...this.#lines.values()];
  }

  /** What the server has sent along, for who asks for nothing more. */
  take({ amount, list_amount: list, saving, lines }) {
    this.amount = cents(amount);
    this.list = cents(list);
    this.saving = cents(saving);
    this.#lines = new Map(lines.map((line) => [line.configId, line]));
    this.at = Date.now();
    this.old = false;
    this.trouble = null;
    this.#tell();
  }

  /** Something on the page is another: the amount is old until the server has said the new one. */
  soon() {
    clearTimeout(this.#timer);
    this.#epoch += 1;
    this.old = true;
    this.#timer = setTimeout(() => this.now(), QUIET);
    this.#tell();
  }

  /** @returns whether what is shown is what the page comes to */
  async now() {
    clearTimeout(this.#timer);
    const epoch = (this.#epoch += 1);
    this.old = true;
    if (this.#draft.flawed) {
      this.asking = false;
      this.#tell();
      return false;
    }
    this.asking = true;
    this.#tell();
    try {
      const answer = await this.#calls.recalculate(this.#draft.asked);
      if (epoch !== this.#epoch) return false;
      this.asking = false;
      this.take({ ...answer, lines: answer.meta.lines });
      return true;
    } catch (trouble) {
      if (epoch !== this.#epoch) return false;
      this.asking = false;
      this.trouble = trouble;
      this.#tell();
      return false;
    }
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
