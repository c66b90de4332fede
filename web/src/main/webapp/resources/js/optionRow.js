import { ChosenCell } from './chosenCell.js';
import { partsOf, show, write } from './dom.js';
import { cents } from './money.js';
import { paintTags, tagsOf } from './priceTags.js';
import { paintUsed } from './usedCell.js';

const KINDS = { quantity: 'service.kind.quantity', select: 'service.kind.selection', radio: 'service.kind.selection', yesno: 'service.kind.yesno' };
const FLAWS = { number: 'service.flaw.number', negative: 'service.flaw.negative', decimals: 'service.flaw.decimals', large: 'service.flaw.large' };

/** One option's line: made once and repainted in place, so that the focus stays where it is. */
export class OptionRow {
  #context;
  #p;
  #chosen;
  /** What the server has said about this price, until it is another. */
  #refusal = '';

  /** @param context {template, tagTemplate, texts, format, money, currency, floor, may, onChange()} */
  constructor(draft, context) {
    this.draft = draft;
    this.#context = context;
    this.element = context.template.content.firstElementChild.cloneNode(true);
    this.#p = partsOf(this.element);
    const { texts, currency } = context;
    const { name } = draft;
    const { type } = draft.option;
    const p = this.#p;
    write(p.name, name);
    write(p.kind, texts.say(KINDS[type] ?? 'service.kind.selection'));
    write(p.id, String(draft.id));
    this.element.dataset.option = draft.id;
    this.#chosen = new ChosenCell(p, draft, { ...context, onChange: () => this.#changed() });
    p.discount.setAttribute('aria-label', texts.say('service.priceOf', { name, currency }));
    p.flaw.id = `flaw-${draft.id}`;
    p.discount.addEventListener('input', () => {
      this.#refusal = '';
      draft.type(p.discount.value);
      this.#changed();
    });
    p.remove.addEventListener('click', () => this.#remove());
  }

  /** @param line of the preview, if it has one of this option */
  paint(line, old) {
    const { texts, money, may } = this.#context;
    const draft = this.draft;
    const p = this.#p;
    this.#chosen.paint();
    paintUsed(p, draft, this.#context);
    this.element.classList.toggle('is-over', draft.option.unbilled !== null);
    this.element.classList.toggle('is-old', old);
    const { cents: price } = draft.price;
    write(p.list, draft.list === null ? '–' : money.show(draft.list));
    p.list.classList.toggle('was', price !== null);
    if (p.discount.value !== draft.text) p.discount.value = draft.text;
    p.discount.disabled = !may || draft.option.gone;
    p.price.classList.toggle('is-draft', draft.priceChanged);
    this.#paintFlaw();
    paintTags(p.tags, tagsOf(draft, this.#context), { ...this.#context, template: this.#context.tagTemplate });
    const back = draft.priceChanged && draft.began !== null && draft.text.trim() === '';
    show(p.remove, may && (draft.text.trim() !== '' || back));
    write(p.remove, texts.say(back ? 'service.keep' : 'service.remove'));
    p.remove.setAttribute('aria-label', texts.say(back ? 'service.keepOf' : 'service.removeOf', { name: draft.name }));
    const saving = line ? (cents(line.saving) ?? 0) : null;
    write(p.contribution, line ? money.show(cents(line.contribution) ?? 0) : '–');
    write(p.saving, saving === null ? '–' : money.change(-saving));
    p.saving.className = saving > 0 ? 'gain' : saving < 0 ? 'loss' : 'zero';
  }

  /** The server has something against this price. */
  refuse(sentence) {
    this.#refusal = sentence;
    this.#paintFlaw();
  }

  focus(what = 'discount') {
    this.#p[what].focus();
  }

  #paintFlaw() {
    const { texts } = this.#context;
    const { flaw } = this.draft.price;
    const sentence = flaw ? texts.say(FLAWS[flaw]) : this.#refusal;
    const { discount, flaw: box } = this.#p;
    show(box, sentence !== '');
    write(box, sentence);
    if (sentence) {
      discount.setAttribute('aria-invalid', 'true');
      discount.setAttribute('aria-describedby', box.id);
    } else {
      discount.removeAttribute('aria-invalid');
      discount.removeAttribute('aria-describedby');
    }
  }

  /** The focus goes to the field, or, where that is shut, stays: the button is the way back. */
  #remove() {
    const draft = this.draft;
    this.#refusal = '';
    if (draft.text.trim() === '') draft.restore();
    else draft.remove();
    this.#changed();
    if (!this.#p.discount.disabled) this.#p.discount.focus();
  }

  #changed() {
    this.#context.onChange();
  }
}
