import { OptionDraft } from './optionDraft.js';

/** A service as the server has it, and all that is not saved yet. Knows nothing of the page. */
export class ServiceDraft {
  #money;
  #options = new Map();
  answer = null;

  constructor(money) {
    this.#money = money;
  }

  /** What the server says now. Lines that somebody has changed keep the change; the rest follows. */
  renew(answer) {
    this.answer = answer;
    const before = this.#options;
    this.#options = new Map(
      answer.options.map((option) => {
        const known = before.get(option.configoptionid);
        if (known) known.renew(option);
        return [option.configoptionid, known ?? new OptionDraft(option, this.#money)];
      }),
    );
  }

  /** All of it is taken back. */
  reset() {
    this.#options.clear();
    this.renew(this.answer);
  }

  get options() {
    return [...this.#options.values()];
  }

  option(id) {
    return this.#options.get(id);
  }

  get changes() {
    return this.options.filter((one) => one.changed).length;
  }

  get repriced() {
    return this.options.filter((one) => one.priceChanged);
  }

  get rechosen() {
    return this.options.some((one) => one.chosenChanged);
  }

  /** The first line whose price is none. */
  get flawed() {
    return this.options.find((one) => one.price.flaw !== null);
  }

  /** What is chosen on the page; an option that the product no longer has cannot be chosen. */
  get live() {
    return this.options.filter((one) => !one.option.gone).map((one) => one.live);
  }

  /** What a preview asks for. */
  get asked() {
    return { options: this.live, discounts: this.repriced.map((one) => one.laid) };
  }

  /** Options of which more is used than paid for, with what is drafted. */
  get unbilled() {
    return this.options.filter((one) => one.option.unbilled !== null);
  }

  /** Puts what is used into the lines; up to whole ones, because billing sells none of a part. */
  billUsed() {
    for (const one of this.unbilled) one.choose(Math.ceil(Number(one.option.used.amount)));
  }
}
