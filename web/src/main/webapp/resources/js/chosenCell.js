import { show, write } from './dom.js';

/** As many are shown beside each other; more are a list that opens. */
const RADIOS = 2;

/** Where the quantity, the choice, or yes and no is set. */
export class ChosenCell {
  #p;
  #draft;
  #context;
  #radios = [];

  /** @param context {texts, format, may, onChange()} */
  constructor(parts, draft, context) {
    this.#p = parts;
    this.#draft = draft;
    this.#context = context;
    const { name } = draft;
    const { type, choices } = draft.option;
    const kind = type === 'radio' && choices.length > RADIOS ? 'select' : type;
    ({ quantity: () => this.#quantity(name), yesno: () => this.#yesNo(name), radio: () => this.#radio(name), select: () => this.#select(name) })[kind]?.();
  }

  paint() {
    const { texts, may } = this.#context;
    const { chosen, name, option } = this.#draft;
    const open = may && !option.gone;
    const p = this.#p;
    p.stepper.classList.toggle('is-draft', this.#draft.chosenChanged);
    if (p.quantity.value !== String(chosen)) p.quantity.value = String(chosen);
    for (const part of [p.quantity, p.less, p.more, p.yes, p.pick]) part.disabled = !open;
    if (open && option.type === 'quantity') {
      p.less.disabled = chosen <= (option.quantity_min ?? 0);
      p.more.disabled = Boolean(option.quantity_max) && chosen >= option.quantity_max;
    }
    p.yes.checked = chosen > 0;
    write(p.yesWord, texts.say(chosen > 0 ? 'service.yes' : 'service.no'));
    p.yes.setAttribute('aria-label', `${name}: ${texts.say(chosen > 0 ? 'service.yes' : 'service.no')}`);
    p.pick.value = String(chosen);
    p.pick.classList.toggle('is-draft', this.#draft.chosenChanged);
    for (const radio of this.#radios) {
      radio.checked = radio.value === String(chosen);
      radio.disabled = !open;
    }
  }

  #set(value) {
    this.#draft.choose(value);
    this.#context.onChange();
  }

  #quantity(name) {
    const p = this.#p;
    const label = this.#context.texts.say('service.quantityOf', { name });
    show(p.quantityBox, true);
    p.stepper.setAttribute('aria-label', label);
    p.quantity.setAttribute('aria-label', label);
    write(p.unit, this.#draft.option.used?.unit === 'TB' ? 'TB' : '');
    p.less.addEventListener('click', () => this.#set(this.#draft.chosen - 1));
    p.more.addEventListener('click', () => this.#set(this.#draft.chosen + 1));
    p.quantity.addEventListener('input', () => /^\d+$/.test(p.quantity.value) && this.#typed());
    p.quantity.addEventListener('change', () => {
      if (/^\d+$/.test(p.quantity.value)) this.#set(Number(p.quantity.value));
      else this.paint();
    });
    p.quantity.addEventListener('keydown', (event) => {
      const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.#set(this.#draft.chosen + by);
    });
  }

  /** A number that is being typed is not put right under the fingers: "1" may become "14". */
  #typed() {
    const value = Number(this.#p.quantity.value);
    this.#draft.choose(value);
    if (this.#draft.chosen === value) this.#context.onChange();
  }

  #yesNo() {
    show(this.#p.switchBox, true);
    this.#p.yes.addEventListener('change', () => this.#set(this.#p.yes.checked ? this.#draft.yes : 0));
  }

  #select(name) {
    const { pick } = this.#p;
    show(this.#p.pickBox, true);
    pick.setAttribute('aria-label', name);
    pick.replaceChildren(...this.#choices().map((one) => new Option(one.name, String(one.sub_id))));
    pick.addEventListener('change', () => this.#set(Number(pick.value)));
  }

  #radio(name) {
    const { radioBox, radioLegend } = this.#p;
    show(radioBox, true);
    write(radioLegend, name);
    for (const one of this.#choices()) {
      const label = document.createElement('label');
      const radio = document.createElement('input');
      Object.assign(radio, { type: 'radio', name: `option-${this.#draft.id}`, value: String(one.sub_id) });
      radio.addEventListener('change', () => this.#set(one.sub_id));
      label.className = 'radio';
      label.append(radio, one.name);
      radioBox.append(label);
      this.#radios.push(radio);
    }
  }

  /** Billing may hold a choice that the product does not offer any more, or none. */
  #choices() {
    const { choices } = this.#draft.option;
    const { chosen } = this.#draft;
    return choices.some((one) => one.sub_id === chosen) ? choices : [{ sub_id: chosen, name: chosen ? `#${chosen}` : '–' }, ...choices];
  }
}
