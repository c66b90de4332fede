import { arrange, partsOf, show, write } from './dom.js';
import { OptionRow } from './optionRow.js';

/** The options of a service, each with its line; under them what they come to. */
export class OptionTable {
  #p;
  #context;
  #rows = new Map();

  /** @param context {texts, format, money, draft, preview, onChange(), onEnter()} */
  constructor(form, context) {
    this.#p = partsOf(form);
    this.#context = context;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      context.onEnter();
    });
  }

  /** Lines for what there is; those that are there stay, and the focus with them. */
  make(may) {
    const { texts, draft } = this.#context;
    const { service, floor_percent: floor, cycle_billed: billed } = draft.answer;
    const rows = new Map();
    for (const one of draft.options) {
      const known = this.#rows.get(one.id);
      rows.set(one.id, known?.draft === one ? known : this.#row(one, { may, floor, currency: service.currency.code }));
    }
    this.#rows = rows;
    arrange(this.#p.rows, [...rows.values()].map((row) => row.element));
    show(this.#p.table, rows.size > 0);
    show(this.#p.none, rows.size === 0);
    write(document.getElementById('none-title'), texts.say('service.none'));
    write(document.getElementById('none-detail'), texts.say('service.noneDetail'));
    this.#p.table.classList.toggle('is-unbilled', !billed);
  }

  paint() {
    const { texts, money, preview } = this.#context;
    for (const [id, row] of this.#rows) row.paint(preview.line(id), preview.old);
    const known = preview.amount !== null;
    write(this.#p.total, known ? money.show(preview.amount) : '–');
    write(this.#p.saving, known ? money.change(-preview.saving) : '–');
    this.#p.saving.className = known && preview.saving > 0 ? 'gain' : 'zero';
    write(this.#p.atList, known ? texts.say('service.allAtList', { amount: money.show(preview.list) }) : '');
  }

  refuse(id, sentence) {
    this.#rows.get(id)?.refuse(sentence);
  }

  focus(id, what) {
    this.#rows.get(id)?.focus(what);
  }

  #row(one, given) {
    return new OptionRow(one, {
      ...this.#context,
      ...given,
      template: document.getElementById('option-row'),
      tagTemplate: document.getElementById('price-tag'),
    });
  }
}
