import { colour, partsOf, show, write } from './dom.js';
import { cycleWord } from './cycles.js';
import { Note } from './note.js';

/** What is paid now, what the page comes to, and the two ways to save it. */
export class AmountBar {
  #root;
  #p;
  #context;

  /** @param context {texts, format, money, onRecalculate(), onSave(), onBreakdown()} */
  constructor(root, context) {
    this.#root = root;
    this.#p = partsOf(root);
    this.#context = context;
    this.note = new Note(this.#p);
    this.#p.recalculate.addEventListener('click', () => context.onRecalculate());
    this.#p.save.addEventListener('click', () => context.onSave());
    this.#p.breakdown.addEventListener('click', () => context.onBreakdown());
  }

  show(shown) {
    show(this.#root, shown);
  }

  /** Where one was before something else stood here. */
  focus() {
    this.#p.save.focus();
  }

  /** @param state {service, now, preview, changes, billed, may, mayBill, busy, flawed}: without a cycle that is billed prices alone are kept */
  paint({ service, now, preview, changes, billed, may, mayBill, busy, flawed }) {
    const { texts, format, money } = this.#context;
    const p = this.#p;
    show(p.amounts, billed);
    show(p.breakdown, billed);
    show(p.save, billed);
    write(p.recalculate, texts.say(billed ? 'service.bar.recalculate' : 'service.bar.keep'));
    const differs = billed && preview.amount !== null && preview.amount !== now;
    write(p.unsaved, changes ? texts.count('service.bar.unsaved', changes, { n: format.number(changes) }) : texts.say(differs ? 'service.bar.notBilled' : 'service.bar.saved'));
    write(p.now, money.show(now));
    write(p.when, this.#when(preview, flawed));
    write(p.next, preview.amount === null ? '–' : money.show(preview.amount));
    write(p.unit, `${service.currency.code} ${cycleWord(texts, service.cycle).toLowerCase()}`);
    this.#root.classList.toggle('is-old', preview.old);
    const difference = preview.amount === null ? 0 : preview.amount - now;
    show(p.difference, billed && preview.amount !== null && !preview.old);
    colour(p.difference, difference < 0 ? 'success' : difference > 0 ? 'warning' : '');
    write(p.difference, difference === 0 ? texts.say('service.bar.same') : money.change(difference));
    p.breakdown.disabled = preview.amount === null;
    for (const button of [p.recalculate, p.save]) {
      button.disabled = !(button === p.save ? mayBill : may);
      if (busy) button.setAttribute('aria-busy', 'true');
      else button.removeAttribute('aria-busy');
    }
  }

  #when(preview, flawed) {
    const { texts, format } = this.#context;
    if (flawed) return texts.say('service.bar.flawed');
    if (preview.trouble) return texts.say('service.bar.failed');
    if (preview.asking || preview.old) return texts.say('service.bar.asking');
    return texts.say('service.bar.preview', { time: format.hourOf.format(preview.at) });
  }
}
