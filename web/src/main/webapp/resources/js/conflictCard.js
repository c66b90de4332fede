import { partsOf, show, write } from './dom.js';
import { cents } from './money.js';

/**
 * Somebody has saved the same price meanwhile: for each one, theirs or mine. Takes the place of the amount bar, and nothing is written until it is
 * decided.
 */
export class ConflictCard {
  #root;
  #p;
  #context;
  #choices = new Map();
  #conflict = null;

  /** @param context {texts, format, money, draft, currency(), onChoose(map id -> 'theirs' | 'mine', conflict), onDiscard(), preview(laid prices) -> promise of cents} */
  constructor(root, context) {
    this.#root = root;
    this.#p = partsOf(root);
    this.#context = context;
    this.#p.discard.addEventListener('click', () => context.onDiscard());
    this.#p.use.addEventListener('click', () => context.onChoose(this.#choices, this.#conflict));
  }

  get open() {
    return !this.#root.hidden;
  }

  close() {
    show(this.#root, false);
  }

  /** @param conflict {conflicts, by, at, amount_before, amount_after} */
  show(conflict) {
    const { texts, format } = this.#context;
    this.#conflict = conflict;
    this.#choices = new Map(conflict.conflicts.map((one) => [one.configoptionid, 'mine']));
    const who = conflict.by || texts.say('service.conflict.somebody');
    const at = conflict.at ?? null;
    write(document.getElementById('conflict-title'), at === null ? texts.say('service.conflict.titleUnknown') : texts.say('service.conflict.title', { who, time: format.moment(at / 1000, Date.now() / 1000) }));
    write(document.getElementById('conflict-text'), this.#story(conflict));
    write(this.#p.theirHead, texts.say('service.conflict.theirs', { who }));
    this.#p.rows.replaceChildren(...conflict.conflicts.map((one) => this.#row(one, who)), ...this.#others(conflict));
    show(this.#root, true);
    document.getElementById('conflict-title').focus();
    this.#count();
  }

  #story({ conflicts, amount_before: before, amount_after: after }) {
    const { texts, format, money } = this.#context;
    const words = [];
    if (before !== null && after !== null && before !== undefined && before !== after) {
      words.push(texts.say('service.conflict.amount', { before: money.show(cents(before)), after: money.show(cents(after)) }));
    }
    words.push(texts.say('service.conflict.both', { names: conflicts.map((one) => one.name).join(', ') }));
    const rest = this.#rest(conflicts);
    if (rest > 0) words.push(texts.count('service.conflict.fit', rest, { n: format.number(rest) }));
    return words.join(' ');
  }

  #rest(conflicts) {
    const taken = new Set(conflicts.map((one) => one.configoptionid));
    return this.#context.draft.options.filter((one) => one.changed && !taken.has(one.id)).length;
  }

  #row({ configoptionid: id, name, began_with: began, theirs, yours }, who) {
    const { texts } = this.#context;
    const row = document.createElement('tr');
    row.append(
      cell('', this.#text(name)),
      cell(texts.say('service.conflict.beganLabel'), this.#text(this.#price(began)), 'right'),
      cell(texts.say('service.conflict.theirs', { who }), this.#radio(id, 'theirs', this.#price(theirs), texts.say('service.conflict.theirsOf', { price: this.#price(theirs), who, name }))),
      cell(texts.say('service.conflict.yoursLabel'), this.#radio(id, 'mine', this.#price(yours), texts.say('service.conflict.yoursOf', { price: this.#price(yours), name }))),
    );
    return row;
  }

  #others({ conflicts }) {
    const { texts, format } = this.#context;
    const rest = this.#rest(conflicts);
    if (rest === 0) return [];
    const row = document.createElement('tr');
    row.className = 'soft';
    row.append(
      cell('', this.#text(texts.count('service.conflict.others', rest, { n: format.number(rest) }))),
      cell(texts.say('service.conflict.beganLabel'), this.#text(texts.say('service.conflict.asBefore')), 'right'),
      cell(this.#p.theirHead.textContent, this.#text(texts.say('service.conflict.untouched'))),
      cell(texts.say('service.conflict.yoursLabel'), this.#text(texts.say('service.conflict.kept'))),
    );
    return [row];
  }

  #price(wire) {
    const { texts, money } = this.#context;
    return wire === null ? texts.say('service.listPrice') : money.show(cents(wire));
  }

  #text(words) {
    return document.createTextNode(words);
  }

  #radio(id, side, price, label) {
    const element = document.createElement('label');
    const radio = document.createElement('input');
    Object.assign(radio, { type: 'radio', name: `conflict-${id}`, value: side, checked: this.#choices.get(id) === side });
    radio.setAttribute('aria-label', label);
    radio.addEventListener('change', () => {
      this.#choices.set(id, side);
      this.#count();
    });
    element.className = 'radio';
    element.append(radio, price);
    return element;
  }

  /** What it would come to, as it is chosen now. */
  async #count() {
    const { money, currency, preview } = this.#context;
    const choices = new Map(this.#choices);
    write(this.#p.with, '…');
    const amount = await preview(choices, this.#conflict);
    if ([...choices].some(([id, side]) => this.#choices.get(id) !== side)) return;
    write(this.#p.with, amount === null ? '–' : `${money.show(amount)} ${currency()}`);
  }
}

function cell(label, content, look = '') {
  const element = document.createElement('td');
  if (label) element.dataset.label = label;
  if (look) element.className = look;
  element.append(content);
  return element;
}
