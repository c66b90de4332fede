import { csvText, saveCsv } from './csv.js';
import { partsOf, write } from './dom.js';
import { cents } from './money.js';

const COLUMNS = ['option', 'name', 'choice', 'quantity', 'list_each', 'discount_each', 'contribution', 'saving'];

/** How the amount comes about, line by line. The browser's own dialog keeps the focus in it and gives it back. */
export class Breakdown {
  #dialog;
  #p;
  #context;

  /** @param context {texts, format, money, draft, preview, currency()} */
  constructor(dialog, context) {
    this.#dialog = dialog;
    this.#p = partsOf(dialog);
    this.#context = context;
    this.#p.file.addEventListener('click', () => this.#file());
    this.#p.close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  }

  open() {
    const { texts, format, money, preview, currency } = this.#context;
    const p = this.#p;
    write(this.#dialog.querySelector('h2'), texts.say('service.breakdown.title', { amount: money.show(preview.amount) }));
    write(p.of, texts.say('service.breakdown.of', { time: format.hourOf.format(preview.at), currency: currency() }));
    p.lines.replaceChildren(...preview.lines.map((line) => this.#line(line)));
    write(p.total, money.show(preview.amount));
    write(p.saving, money.change(-preview.saving));
    write(p.atList, texts.say('service.atList', { amount: money.show(preview.list) }));
    this.#dialog.showModal();
  }

  /** The lines that are shown, for a spreadsheet; amounts as the API writes them. */
  #file() {
    const { draft, preview } = this.#context;
    const rows = preview.lines.map((line) => [
      String(line.configId),
      csvText(draft.option(line.configId)?.name ?? ''),
      csvText(choiceOf(draft, line)?.name ?? ''),
      String(line.qty ?? ''),
      line.listUnit ?? line.listSelected ?? '',
      line.discountApplied ?? '',
      line.contribution,
      line.saving,
    ]);
    saveCsv(`service-${draft.answer.service.id}-amount.csv`, [COLUMNS, ...rows]);
  }

  #line(line) {
    const { money, format, draft } = this.#context;
    const known = draft.option(line.configId);
    const discount = cents(line.discountApplied);
    const list = cents(line.listUnit ?? line.listSelected ?? null);
    const saving = cents(line.saving) ?? 0;
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    head.append(known?.name ?? `#${line.configId}`);
    const choice = choiceOf(draft, line);
    if (choice) {
      const small = document.createElement('small');
      small.textContent = choice.name;
      head.append(small);
    }
    row.append(
      head,
      cell(line.qty === undefined ? '–' : format.number(line.qty)),
      cell(list === null ? '–' : money.show(list), discount === null ? '' : 'was'),
      cell(discount === null ? '–' : money.show(discount)),
      cell(money.show(cents(line.contribution) ?? 0), 'strong'),
      cell(saving ? money.change(-saving) : '–', saving > 0 ? 'gain' : ''),
    );
    return row;
  }
}

function choiceOf(draft, line) {
  return draft.option(line.configId)?.option.choices.find((one) => one.sub_id === line.subId);
}

function cell(text, look = '') {
  const element = document.createElement('td');
  const span = document.createElement('span');
  span.textContent = text;
  if (look) span.className = look;
  element.className = 'right';
  element.append(span);
  return element;
}
