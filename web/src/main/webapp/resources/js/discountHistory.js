import { colour, partsOf, show, title, write } from './dom.js';
import { initials } from './initials.js';
import { cents } from './money.js';
import { Note } from './note.js';
import { troubleWords } from './troubleWords.js';

const SIZE = 10;

/** Who changed prices and amount, the newest first; what can be undone has its button. */
export class DiscountHistory {
  #p;
  #context;
  #page = 0;
  #count = 0;
  #epoch = 0;

  /** @param context {texts, format, money, calls, template, may(), onUndo(entry)} */
  constructor(root, context) {
    this.#p = partsOf(root);
    this.#context = context;
    this.note = new Note(this.#p);
    this.#p.older.addEventListener('click', () => this.#read(this.#page + 1));
    this.#p.retry.addEventListener('click', () => (this.#page ? this.#read(this.#page + 1) : this.load()));
  }

  /** From the newest on. */
  load() {
    return this.#read(1);
  }

  async #read(page) {
    const epoch = (this.#epoch += 1);
    const p = this.#p;
    try {
      const answer = await this.#context.calls.history(page, SIZE);
      if (epoch !== this.#epoch) return;
      this.#paint(answer, page);
    } catch (trouble) {
      if (epoch !== this.#epoch) return;
      show(p.wait, false);
      show(p.error, true);
      write(p.why, troubleWords(this.#context.texts, trouble));
    }
  }

  #paint({ total, items }, page) {
    const { texts, format } = this.#context;
    const p = this.#p;
    if (page === 1) this.#count = 0;
    this.#page = page;
    this.#count += items.length;
    const lines = items.map((entry) => this.#line(entry));
    if (page === 1) p.lines.replaceChildren(...lines);
    else p.lines.append(...lines);
    show(p.wait, false);
    show(p.error, false);
    show(p.lines, total > 0);
    show(p.empty, total === 0);
    show(p.foot, this.#count < total);
    write(p.range, texts.say('list.range', { from: '1', to: format.number(this.#count), total: format.number(total) }));
  }

  #line(entry) {
    const { texts, format, money, template, may, onUndo } = this.#context;
    const element = template.content.firstElementChild.cloneNode(true);
    const p = partsOf(element);
    const outside = entry.kind === 'outside';
    element.dataset.entry = entry.id;
    element.classList.toggle('is-undone', entry.undone !== null);
    p.avatar.classList.toggle('avatar--job', outside);
    show(p.initials, !outside);
    p.outside.toggleAttribute('hidden', !outside);
    write(p.initials, outside ? '' : initials(entry.who));
    write(p.who, outside ? texts.say('service.history.outside') : entry.who);
    write(p.when, format.full(entry.at / 1000));
    p.when.dateTime = new Date(entry.at).toISOString();
    write(p.what, this.#words(entry));
    const moved = entry.amount_after !== null && entry.amount_after !== undefined;
    show(p.delta, moved);
    if (moved) {
      write(p.before, entry.amount_before === null ? '–' : money.show(cents(entry.amount_before)));
      write(p.after, money.show(cents(entry.amount_after)));
    }
    this.#paintState(p, entry);
    show(p.undo, entry.undoable && entry.undone === null && may());
    p.undo.setAttribute('aria-label', texts.say('service.undoOf', { time: format.full(entry.at / 1000) }));
    p.undo.addEventListener('click', () => onUndo(entry));
    return element;
  }

  #paintState(p, entry) {
    const { texts, format } = this.#context;
    const words = { pending: ['warning', 'service.history.pending'], failed: ['error', 'service.history.failed'] }[entry.state];
    const [look, key] = entry.undone ? ['', 'service.history.undone'] : (words ?? ['', '']);
    show(p.state, key !== '');
    if (!key) return;
    colour(p.state, look);
    write(p.state, texts.say(key));
    title(p.state, entry.undone ? texts.say('service.tag.by', { who: entry.undone.by, time: format.full(entry.undone.at / 1000) }) : '');
  }

  #words({ kind, changes, quantities, undone }) {
    const { texts, format, money } = this.#context;
    const price = (wire) => (wire === null ? texts.say('service.listPrice') : money.show(cents(wire)));
    const words = [
      ...changes.map((one) => texts.say('service.history.change', { name: one.name, before: price(one.before), after: price(one.after) })),
      ...quantities.map((one) => texts.say('service.history.change', { name: one.name, before: amount(one.before, format), after: amount(one.after, format) })),
    ];
    const line = words.join(', ') || texts.say(kind === 'prices' ? 'service.history.noPrices' : 'service.history.onlyAmount');
    const undoing = kind === 'undo' ? texts.say('service.history.undoing', { what: line }) : line;
    return undone ? `${undoing} · ${texts.say('service.history.undoneBy', { who: undone.by })}` : undoing;
  }
}

function amount(value, format) {
  return value === null || value === undefined || value === '' ? '–' : Number.isFinite(Number(value)) ? format.number(Number(value)) : String(value);
}
