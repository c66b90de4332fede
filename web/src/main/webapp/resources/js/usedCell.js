import { colour, icon, show, title, write } from './dom.js';

/** What of an option is paid for and what is used: in words, and as a bar where one can be drawn. */
export function paintUsed(p, draft, { texts, format }) {
  const { used, unbilled, quantity } = draft.option;
  const measured = used !== null;
  for (const part of [p.paid, p.dot]) show(part, measured);
  p.used.classList.toggle('zero', !measured);
  show(p.meter, measured && unbilled === null);
  show(p.over, unbilled !== null);
  if (!measured) {
    write(p.usedWord, texts.say('service.used.not'));
    title(p.used, '');
    return;
  }
  const amount = Number(used.amount);
  write(p.paid, texts.say('service.used.paid', { n: format.number(quantity ?? 0) }));
  write(p.usedWord, texts.say('service.used.used', { n: format.number(amount) }));
  title(p.used, used.as_of === null ? '' : texts.say('service.used.asOf', { time: format.full(used.as_of / 1000) }));
  for (const part of [p.paid, p.usedWord]) part.classList.toggle('strong', unbilled !== null);
  p.meter.style.setProperty('--share', Math.min(1, quantity ? amount / quantity : 0).toFixed(3));
  if (unbilled === null) return;
  const billed = draft.chosen >= amount;
  colour(p.over, billed ? 'running' : 'warning');
  icon(p.overIcon, billed ? 'retry' : 'warning');
  write(p.overWord, billed ? texts.say('service.used.drafted', { n: format.number(draft.chosen) }) : texts.say('service.used.over', { n: format.number(Number(unbilled)) }));
}
