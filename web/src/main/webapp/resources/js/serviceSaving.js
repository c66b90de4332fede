import { ApiError } from './api.js';
import { cents, wire } from './money.js';
import { refusalWords, troubleWords } from './troubleWords.js';

/**
 * What the two buttons do. Prices are written first, then the server calculates, then somebody says yes to an amount, and only then it is billed: each step
 * knows what it was promised, and the server refuses when it is no longer so.
 */
export class ServiceSaving {
  #c;
  busy = false;

  /** @param context {texts, money, calls, draft, preview, note, read(), refuse(id, sentence), focus(id), ask(service, from, to), onConflict(conflict, again), paint()} */
  constructor(context) {
    this.#c = context;
  }

  /** Saves the prices and shows the amount. */
  recalculate() {
    return this.#alone(async () => {
      const saved = await this.#prices(() => this.recalculate());
      if (saved === null) return;
      const { texts, note, preview, money, draft } = this.#c;
      if (!draft.answer.cycle_billed) {
        note.say('success', texts.say(saved ? 'service.done.kept' : 'service.done.nothingKept'));
        return;
      }
      if (!(await this.#calculated())) return;
      note.say('success', texts.say(saved ? 'service.done.saved' : 'service.done.nothing', { amount: money.show(preview.amount) }));
    });
  }

  /** The same, and bills the amount when somebody says yes. */
  save() {
    return this.#alone(async () => {
      const saved = await this.#prices(() => this.save());
      if (saved === null || !(await this.#calculated())) return;
      const { texts, note, money, draft, preview, ask } = this.#c;
      const from = cents(draft.answer.service.amount);
      const to = preview.amount;
      if (from === to && !draft.rechosen) {
        note.say('success', texts.say('service.done.same', { amount: money.show(to) }));
      } else if (await ask(draft.answer.service, from, to)) {
        await this.#commit(from, to);
      } else {
        note.say('running', texts.say(saved ? 'service.done.notBilled' : 'service.done.notBilledAlone', { amount: money.show(from) }));
      }
    });
  }

  async #alone(work) {
    if (this.busy) return;
    this.busy = true;
    this.#c.note.clear();
    this.#c.paint();
    try {
      await work();
    } catch (trouble) {
      if (!(trouble instanceof ApiError)) throw trouble;
      this.#c.note.say('error', troubleWords(this.#c.texts, trouble));
    } finally {
      this.busy = false;
      this.#c.paint();
    }
  }

  /** @returns how many prices were saved, or null when they were not */
  async #prices(again) {
    const { draft, calls, focus, note, texts, onConflict, read } = this.#c;
    if (draft.flawed) {
      note.say('error', texts.say('service.fail.flawed'));
      focus(draft.flawed.id);
      return null;
    }
    const written = draft.repriced;
    if (written.length === 0) {
      // What is billed is what stands on the page: also where somebody else has changed it since.
      await read();
      return 0;
    }
    // Kept apart from the fields, in which somebody may type on meanwhile.
    const sent = written.map((one) => ({ one, price: one.price.cents, body: one.written }));
    try {
      await calls.save(sent.map(({ body }) => body));
    } catch (trouble) {
      if (trouble.code === 'discount-conflict') onConflict(trouble.problem, again);
      else this.#refused(trouble);
      return null;
    }
    for (const { one, price } of sent) one.seen(price);
    await read();
    return written.length;
  }

  /** The server's word about single prices goes to their fields. */
  #refused(trouble) {
    const { draft, note, texts, refuse, focus } = this.#c;
    const errors = (trouble.problem?.errors ?? []).filter((one) => draft.option(one.configoptionid));
    for (const one of errors) refuse(one.configoptionid, refusalWords(texts, one));
    if (errors.length > 0) focus(errors[0].configoptionid);
    note.say('error', errors.length > 0 ? texts.say('service.fail.flawed') : troubleWords(texts, trouble));
  }

  async #calculated() {
    const { preview, note, texts } = this.#c;
    if (await preview.now()) return true;
    if (preview.trouble) note.say('error', troubleWords(texts, preview.trouble));
    return false;
  }

  async #commit(from, to) {
    const { calls, draft, note, texts, money, read } = this.#c;
    const { service } = draft.answer;
    let answer;
    try {
      answer = await calls.commit({ amount: wire(to), expected_amount: wire(from), options: draft.live });
    } catch (trouble) {
      await this.#notBilled(trouble, from);
      return;
    }
    // What was billed is billed, also where the page cannot be read anew.
    await read().catch(() => {});
    if (answer.pending) {
      note.say('warning', texts.say('service.done.unknown'));
      return;
    }
    const done = texts.say('service.done.billed', { client: service.client.name, amount: `${money.show(cents(answer.amount))} ${service.currency.code}` });
    const left = (answer.not_taken ?? []).map((one) => one.name).join(', ');
    note.say(left ? 'warning' : 'success', left ? `${done} ${texts.say('service.done.notTaken', { names: left })}` : done);
  }

  /** Nothing was billed. What the server knows better is on the page before the reader presses again. */
  async #notBilled(trouble, from) {
    const { note, texts, money, read, preview } = this.#c;
    const amount = trouble.problem?.amount;
    const known = { 'stale-preview': 'service.fail.stale', 'amount-changed': 'service.fail.amount' }[trouble.code];
    if (trouble.code === 'options-changed') {
      await this.#otherChoices(trouble.problem.errors ?? []);
      return;
    }
    if (known && amount) {
      await read();
      await preview.now();
      note.say('warning', texts.say(known, { amount: money.show(cents(amount)), who: trouble.problem.by ?? texts.say('service.conflict.somebody') }));
      return;
    }
    if (trouble.status === 409) await read();
    note.say('error', troubleWords(texts, trouble, trouble.code === 'whmcs-unavailable' ? texts.say('service.fail.stays', { amount: money.show(from) }) : ''));
  }

  /** They are on the page now, and what the reader has chosen beside them. */
  async #otherChoices(errors) {
    const { draft, note, texts, read, preview } = this.#c;
    await read();
    const lines = errors.map((one) => draft.option(one.configoptionid)).filter(Boolean);
    for (const line of lines) line.seenChosen();
    await preview.now();
    note.say('warning', texts.say('service.fail.options', { names: lines.map((line) => `${line.name} (${line.storedWord})`).join(', ') }));
  }
}
