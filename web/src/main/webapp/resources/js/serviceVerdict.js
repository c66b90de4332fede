import { colour, icon, show, write } from './dom.js';
import { cycleWord } from './cycles.js';
import { cents } from './money.js';

/** A service in one sentence: is all that is used paid for, and does the amount fit? */
export class ServiceVerdict {
  #p;
  #context;

  constructor(parts, context) {
    this.#p = parts;
    this.#context = context;
    parts.act.addEventListener('click', () => context.onBillUsed());
  }

  paint() {
    const { answer, unbilled } = this.#context.draft;
    if (unbilled.length > 0) this.#unbilled(unbilled);
    else if (!answer.cycle_billed) this.#say('unknown', 'price', 'service.verdict.notBilled', 'service.verdict.notBilledWhy');
    else if (answer.differs) this.#say('warning', 'warning', 'service.verdict.differs', 'service.verdict.differsWhy');
    else this.#say('success', 'success', 'service.verdict.fits', cents(answer.computed.saving) > 0 ? 'service.verdict.fitsWhy' : 'service.verdict.fitsList');
  }

  #say(look, drawing, title, detail) {
    const { texts, money, draft } = this.#context;
    const { service, computed } = draft.answer;
    const values = {
      amount: money.show(cents(service.amount)),
      computed: money.show(cents(computed.amount)),
      saving: money.show(cents(computed.saving)),
      currency: service.currency.code,
      cycle: cycleWord(texts, service.cycle).toLowerCase(),
    };
    this.#paint(look, drawing, texts.say(title, values), texts.say(detail, values), null);
  }

  #unbilled(lines) {
    const { texts, format, draft } = this.#context;
    const [first] = lines;
    const alone = lines.length === 1;
    const n = Number(first.option.unbilled);
    const title = alone
      ? texts.count('service.unbilled.title', n, { n: format.number(n), name: first.name })
      : texts.say('service.unbilled.several', { n: format.number(lines.length) });
    const words = lines.map((one) => this.#measured(one, alone));
    if (alone) words.push(texts.say('service.unbilled.rest'));
    this.#paint('warning', 'warning', title, words.join(' '), draft.answer.may_set ? this.#act(lines) : null);
  }

  #measured(one, alone) {
    const { texts, format, money, draft } = this.#context;
    const { name } = one;
    const { quantity, used, unbilled } = one.option;
    const values = { name, paid: format.number(quantity ?? 0), used: format.number(Number(used.amount)), time: used.as_of === null ? '' : format.moment(used.as_of / 1000, Date.now() / 1000) };
    const price = one.price.cents ?? one.list;
    // What is counted from rows has no time of its own.
    const [whole, ofSeveral] = used.as_of === null ? ['service.unbilled.counted', 'service.unbilled.countedOf'] : ['service.unbilled.measured', 'service.unbilled.measuredOf'];
    const said = texts.say(alone ? whole : ofSeveral, values);
    if (!alone || price === null) return said;
    const { service } = draft.answer;
    const sum = `${money.show(price * Math.ceil(Number(unbilled)))} ${service.currency.code}`;
    return `${said} ${texts.say(one.priceChanged ? 'service.unbilled.addsDraft' : 'service.unbilled.adds', { amount: sum, cycle: cycleWord(texts, service.cycle).toLowerCase() })}`;
  }

  /** Nothing to press once it is in the lines. */
  #act(lines) {
    const { texts, format } = this.#context;
    if (lines.every((one) => one.chosen >= Number(one.option.used.amount))) return null;
    if (lines.length > 1) return texts.say('service.unbilled.billAll');
    const { amount, unit } = lines[0].option.used;
    const n = Math.ceil(Number(amount));
    return texts.say('service.unbilled.bill', { n: format.number(n), unit: unitWord(texts, unit, n) });
  }

  #paint(look, drawing, title, detail, act) {
    const p = this.#p;
    show(p.verdict, true);
    colour(p.mark, look);
    icon(p.markIcon, drawing);
    write(p.title, title);
    write(p.detail, detail);
    show(p.act, act !== null);
    if (act) write(p.act, act);
  }
}

function unitWord(texts, unit, n) {
  return texts.has(`service.unit.${unit}.other`) ? texts.count(`service.unit.${unit}`, n) : unit;
}
