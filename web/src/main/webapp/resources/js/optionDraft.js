import { cents, wire } from './money.js';

/** One option of a service: what is saved, and what somebody has put into its line and not saved yet. */
export class OptionDraft {
  #money;
  /** The price that the reader saw when he began: what another person has saved since is a conflict. */
  #began;
  #text;
  #chosen;
  /** The quantity or choice that the reader saw when he began. */
  #chosenBegan;

  /** @param option of the API */
  constructor(option, money) {
    this.#money = money;
    this.option = option;
    this.#began = cents(option.discount_price);
    this.#text = money.field(this.#began);
    this.#chosen = chosenOf(option);
    this.#chosenBegan = this.#chosen;
  }

  get id() {
    return this.option.configoptionid;
  }

  /** What billing has forgotten has its number left. */
  get name() {
    return this.option.name || `#${this.id}`;
  }

  get text() {
    return this.#text;
  }

  get began() {
    return this.#began;
  }

  /** {cents, flaw} */
  get price() {
    return this.#money.read(this.#text);
  }

  /** Quantity, or the sub-option that is chosen. */
  get chosen() {
    return this.#chosen;
  }

  /** How billing counts yes and no is a setting of the portal: as a quantity of 0 or 1, or as a choice. */
  get counted() {
    return counted(this.option);
  }

  /** What is chosen when a switch is on. */
  get yes() {
    return this.counted ? 1 : (this.option.choices[0]?.sub_id ?? 0);
  }

  /** Price of one at list, in cents: of the chosen sub-option where there are some. Null where nobody knows it. */
  get list() {
    if (this.counted) return cents(this.option.list_price);
    const choice = this.option.choices.find((one) => one.sub_id === this.#chosen);
    return cents(choice ? choice.list_price : this.option.list_price);
  }

  /** What billing has: a quantity, or the name of a choice. */
  get storedWord() {
    const stored = chosenOf(this.option);
    return this.counted ? String(stored) : (this.option.choices.find((one) => one.sub_id === stored)?.name ?? `#${stored}`);
  }

  get priceChanged() {
    const { cents: value, flaw } = this.price;
    return flaw !== null || value !== this.#began;
  }

  get chosenChanged() {
    return this.#chosen !== chosenOf(this.option);
  }

  get changed() {
    return this.priceChanged || this.chosenChanged;
  }

  /** @param percent of the list price under which a price is pointed out */
  below(percent) {
    const { cents: value } = this.price;
    return value !== null && this.list !== null && value * 100 < this.list * percent;
  }

  type(text) {
    this.#text = text;
  }

  remove() {
    this.#text = '';
  }

  /** Takes back what was typed. */
  restore() {
    this.#text = this.#money.field(this.#began);
  }

  choose(value) {
    this.#chosen = this.option.type === 'quantity' ? bounded(value, this.option) : value;
  }

  /** The option as the server has it now; what was typed and chosen stays. */
  renew(option) {
    const priceTouched = this.priceChanged;
    const chosenTouched = this.chosenChanged;
    this.option = option;
    if (!chosenTouched) this.#chosen = chosenOf(option);
    if (!this.chosenChanged) this.seenChosen();
    if (!priceTouched) {
      this.#began = cents(option.discount_price);
      this.restore();
    }
  }

  /** From now on this price counts as the one that the reader has seen; what he has typed stays. */
  seen(value) {
    this.#began = value;
  }

  /** From now on what billing has chosen counts as seen; what the reader has chosen stays. */
  seenChosen() {
    this.#chosenBegan = chosenOf(this.option);
  }

  /** Another person's price is taken. */
  take(value) {
    this.#began = value;
    this.restore();
  }

  /** For a write: with what it began with, so that nobody's price is written over unseen. */
  get written() {
    return { configoptionid: this.id, discount_price: wire(this.price.cents), began_with: wire(this.#began) };
  }

  /** For a preview, which writes nothing. */
  get laid() {
    return { configoptionid: this.id, discount_price: wire(this.price.cents) };
  }

  /** What is chosen, for the calculation; with what it began with, so that nobody's choice is written over unseen. */
  get live() {
    const begun = { configid: this.id, began_with: this.#chosenBegan };
    return this.counted ? { ...begun, qty: this.#chosen } : { ...begun, subId: this.#chosen };
  }
}

function counted({ type, quantity }) {
  return type === 'quantity' || (quantity !== null && quantity !== undefined);
}

function chosenOf(option) {
  return counted(option) ? (option.quantity ?? 0) : (option.sub_id ?? 0);
}

function bounded(value, { quantity_min: least, quantity_max: most }) {
  const whole = Number.isSafeInteger(value) ? value : 0;
  return Math.max(least ?? 0, most ? Math.min(most, whole) : whole);
}
