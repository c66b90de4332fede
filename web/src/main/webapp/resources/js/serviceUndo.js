import { cents } from './money.js';
import { troubleWords } from './troubleWords.js';

/** Takes back an earlier change: asks first, and says what came of it. */
export class ServiceUndo {
  #c;
  #busy = false;

  /** @param context {texts, format, money, calls, draft, preview, note, confirm(question), read()} */
  constructor(context) {
    this.#c = context;
  }

  async ask(entry) {
    const { texts, format, confirm, draft } = this.#c;
    if (this.#busy) return;
    const values = { who: entry.who, time: format.full(entry.at / 1000), client: draft.answer.service.client.name };
    const sure = await confirm({ title: texts.say('service.undo.title'), text: this.#story(entry, values), action: texts.say('service.undo.yes') });
    if (!sure) return;
    this.#busy = true;
    try {
      await this.#undo(entry);
    } finally {
      this.#busy = false;
    }
  }

  #story(entry, values) {
    const { texts, money, draft } = this.#c;
    const words = texts.say('service.undo.text', values);
    if (entry.amount_before === null || entry.amount_before === undefined) return words;
    const { currency } = draft.answer.service;
    return `${words} ${texts.say('service.undo.amount', { before: money.show(cents(entry.amount_before)), currency: currency.code })}`;
  }

  async #undo(entry) {
    const { texts, money, calls, draft, preview, note, read } = this.#c;
    try {
      const answer = await calls.undo(entry.id, draft.answer.service.amount);
      await read();
      // The button that was pressed is gone with its line.
      document.getElementById('history-title').focus();
      await preview.now();
      if (answer?.pending) note.say('warning', texts.say('service.done.unknown'));
      else note.say('success', texts.say('service.done.undone', { amount: money.show(cents(answer?.amount ?? draft.answer.service.amount)) }));
    } catch (trouble) {
      const amount = trouble.problem?.amount;
      // What is on the page is old then; when that cannot be read either, it still is said what was refused.
      if (trouble.status === 409) await read().catch(() => {});
      const words = trouble.code === 'amount-changed' && amount ? texts.say('service.fail.amount', { amount: money.show(cents(amount)), who: trouble.problem.by ?? texts.say('service.conflict.somebody') }) : troubleWords(texts, trouble);
      note.say('error', words);
    }
  }
}
