import { AmountBar } from './amountBar.js';
import { Breakdown } from './breakdown.js';
import { ConflictCard } from './conflictCard.js';
import { DiscountHistory } from './discountHistory.js';
import { partsOf, show, write } from './dom.js';
import { cents } from './money.js';
import { OptionTable } from './optionTable.js';
import { Preview } from './preview.js';
import { saveDialogIn } from './saveDialog.js';
import { callsOf } from './serviceCalls.js';
import { ServiceDraft } from './serviceDraft.js';
import { ServiceHead } from './serviceHead.js';
import { ServiceSaving } from './serviceSaving.js';
import { ServiceUndo } from './serviceUndo.js';
import { troubleWords } from './troubleWords.js';

/** While nobody knows how a change of the amount has ended, it is looked at again after this time, ms. */
const AGAIN = 4_000;

/** Puts the parts of the page together: what is read, what is drafted, what is shown. */
export class ServicePage {
  #root;
  #p;
  #c;
  #calls;
  #draft;
  #preview;
  #head;
  #table;
  #bar;
  #conflict;
  #history;
  #saving;
  #undo;
  /** What goes on once a conflict is decided. */
  #again = () => {};
  #timer = 0;

  /** @param context {texts, format, money, confirm} */
  constructor(root, context) {
    const byId = (id) => document.getElementById(id);
    this.#root = root;
    this.#p = partsOf(root);
    this.#c = context;
    const { money } = context;
    this.#calls = callsOf(root.dataset.id);
    this.#draft = new ServiceDraft(money);
    this.#preview = new Preview(this.#calls, this.#draft);
    const shared = { ...context, draft: this.#draft, preview: this.#preview, calls: this.#calls };
    this.#head = new ServiceHead(root, { ...shared, asOf: byId('as-of'), onBillUsed: () => this.#billUsed() });
    this.#table = new OptionTable(byId('options'), { ...shared, onChange: () => this.#changed(), onEnter: () => this.#saving.recalculate() });
    const breakdown = new Breakdown(byId('breakdown'), { ...shared, currency: () => this.#currency });
    this.#bar = new AmountBar(byId('bar'), { ...context, onRecalculate: () => this.#saving.recalculate(), onSave: () => this.#saving.save(), onBreakdown: () => breakdown.open() });
    this.#history = new DiscountHistory(byId('history'), { ...shared, template: byId('history-line'), may: () => this.#may, onUndo: (entry) => this.#undo.ask(entry) });
    const working = { ...shared, read: () => this.#read(), paint: () => this.#paint() };
    this.#undo = new ServiceUndo({ ...working, note: this.#history.note });
    this.#saving = new ServiceSaving({
      ...working,
      note: this.#bar.note,
      refuse: (id, sentence) => this.#table.refuse(id, sentence),
      focus: (id) => this.#table.focus(id),
      ask: saveDialogIn(byId('save-ask'), context),
      onConflict: (conflict, again) => this.#conflicted(conflict, again),
    });
    this.#conflict = new ConflictCard(byId('conflict'), {
      ...shared,
      currency: () => this.#currency,
      onChoose: (choices, conflict) => this.#chosen(choices, conflict),
      onDiscard: () => this.#discard(),
      preview: (choices, conflict) => this.#previewOf(choices, conflict),
    });
    this.#preview.addEventListener('change', () => this.#paint());
    this.#p.retry.addEventListener('click', () => this.load());
  }

  get dirty() {
    return this.#draft.answer !== null && this.#may && this.#draft.changes > 0;
  }

  get #may() {
    return this.#draft.answer?.may_set === true;
  }

  /** Whether something can be billed: not for a service that is paid once, and not while another change is under way. */
  get #billable() {
    const { cycle_billed: billed, pending } = this.#draft.answer;
    return this.#may && billed && pending === null;
  }

  get #currency() {
    return this.#draft.answer.service.currency.code;
  }

  async load() {
    const p = this.#p;
    for (const part of [p.error, p.gone]) show(part, false);
    try {
      if (this.#root.dataset.id === '') throw Object.assign(new Error(), { status: 404 });
      await this.#read(true);
    } catch (trouble) {
      show(p.wait, false);
      show(p.gone, trouble.status === 404);
      show(p.error, trouble.status !== 404);
      write(document.getElementById('error-detail'), troubleWords(this.#c.texts, trouble));
    }
  }

  /** What the server has now; what is drafted stays. */
  async #read(first = false) {
    const answer = await this.#calls.read();
    this.#draft.renew(answer);
    const p = this.#p;
    show(p.wait, false);
    show(p.found, true);
    show(p.mayNot, !this.#may);
    this.#table.make(this.#may);
    if (first) this.#preview.take(answer.computed);
    this.#paint();
    const history = this.#history.load();
    // A reader sees the amount as it is saved; whoever may change it sees what the lines on the page come to.
    if (first && this.#billable && answer.options.length > 0) this.#preview.now();
    if (answer.pending) this.#later();
    // Whoever hears that it is done finds it in the history.
    await history;
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookAgain(), AGAIN);
  }

  async #lookAgain() {
    try {
      const answer = await this.#calls.read(true);
      if (answer.pending) {
        this.#later();
        return;
      }
      await this.#read();
      await this.#preview.now();
      this.#bar.note.say('running', this.#c.texts.say('service.done.known', { amount: this.#c.money.show(cents(answer.service.amount)) }));
    } catch {
      this.#later();
    }
  }

  #paint() {
    if (this.#draft.answer === null) return;
    const { service, options, cycle_billed: billed } = this.#draft.answer;
    this.#head.paint();
    this.#table.paint();
    this.#bar.show(!this.#conflict.open && options.length > 0);
    this.#bar.paint({
      service,
      now: cents(service.amount),
      preview: this.#preview,
      changes: this.#draft.changes,
      billed,
      may: this.#may,
      mayBill: this.#billable,
      busy: this.#saving.busy,
      flawed: this.#draft.flawed !== undefined,
    });
  }

  #changed() {
    this.#bar.note.clear();
    if (this.#draft.answer.cycle_billed) this.#preview.soon();
    else this.#paint();
  }

  #billUsed() {
    const [first] = this.#draft.unbilled;
    this.#draft.billUsed();
    this.#changed();
    this.#table.focus(first.id, 'quantity');
  }

  #conflicted(conflict, again) {
    this.#again = again;
    this.#bar.show(false);
    this.#conflict.show(conflict);
  }

  /** Theirs is theirs; mine stays, and counts as said in full knowledge of theirs. */
  async #chosen(choices, { conflicts }) {
    for (const one of conflicts) {
      const draft = this.#draft.option(one.configoptionid);
      if (choices.get(one.configoptionid) === 'theirs') draft?.take(cents(one.theirs));
      else draft?.seen(cents(one.theirs));
    }
    this.#conflict.close();
    if (!(await this.#readAgain())) return;
    this.#bar.focus();
    await this.#again();
  }

  async #discard() {
    this.#draft.reset();
    this.#conflict.close();
    if (!(await this.#readAgain())) return;
    this.#bar.focus();
    await this.#preview.now();
    this.#bar.note.say('running', this.#c.texts.say('service.done.discarded'));
  }

  /** @returns whether it could be read; if not, that is said where one looks */
  async #readAgain() {
    try {
      await this.#read();
      return true;
    } catch (trouble) {
      this.#paint();
      this.#bar.note.say('error', troubleWords(this.#c.texts, trouble));
      return false;
    }
  }

  /** @returns cents, or null when nobody can say */
  async #previewOf(choices, { conflicts }) {
    const theirs = new Map(conflicts.filter((one) => choices.get(one.configoptionid) === 'theirs').map((one) => [one.configoptionid, one.theirs]));
    const laid = this.#draft.repriced.map((one) => (theirs.has(one.id) ? { configoptionid: one.id, discount_price: theirs.get(one.id) } : one.laid));
    try {
      return cents((await this.#calls.recalculate({ options: this.#draft.live, discounts: laid })).amount);
    } catch {
      return null;
    }
  }
}
