import { cycleWord, stateWord } from './cycles.js';
import { fill, partsOf, write } from './dom.js';
import { cents } from './money.js';

/** One line of the list of services; its name leads to the service. */
export function paintService(p, service, context) {
  const { texts, format, money } = context;
  const { id, client, product, account, status, cycle, currency } = service;
  write(p.client, client.name);
  p.client.href = `service?${new URLSearchParams({ id })}`;
  p.client.setAttribute('aria-label', texts.say('services.open', { client: client.name, id }));
  write(p.number, texts.say('services.number', { id, client: client.id }));
  write(p.product, product.name);
  write(p.account, account || '–');
  write(p.cycle, cycleWord(texts, cycle));
  write(p.status, status.toLowerCase() === 'active' ? '' : stateWord(texts, status));
  write(p.amount, money.show(cents(service.amount)));
  write(p.currency, currency);
  sum(p.computed, cents(service.computed), (value) => money.show(value));
  const difference = cents(service.difference);
  sum(p.difference, difference, (value) => money.change(value));
  p.difference.className = difference ? 'loss' : 'zero';
  write(p.discounts, service.discounts ? texts.count('services.discounts', service.discounts, { n: format.number(service.discounts) }) : '–');
  fill(p.flags, flagsOf(service, texts, format).map((words) => flag(words, context.flag)));
  const saving = cents(service.saving);
  sum(p.saving, saving === null ? null : -saving, (value) => money.change(value));
  p.saving.className = saving > 0 ? 'gain' : 'zero';
}

function sum(element, value, words) {
  write(element, value === null ? '–' : words(value));
}

function flagsOf({ unbilled, option_gone: gone, list_changed: list, below_cost: below }, texts, format) {
  const words = unbilled.map((one) => {
    const more = Number(one.used) - Number(one.paid);
    return texts.say('services.flag.unbilled', { name: one.name, n: Number.isFinite(more) ? format.number(Math.round(more * 10) / 10) : '' });
  });
  if (gone) words.push(texts.count('services.flag.gone', gone, { n: format.number(gone) }));
  if (list) words.push(texts.count('services.flag.list', list, { n: format.number(list) }));
  if (below) words.push(texts.count('services.flag.below', below, { n: format.number(below) }));
  return words;
}

function flag(words, template) {
  const element = template.content.firstElementChild.cloneNode(true);
  write(partsOf(element).word, words);
  return element;
}
