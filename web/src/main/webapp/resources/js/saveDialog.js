import { colour, partsOf, show, write } from './dom.js';
import { cycleWord } from './cycles.js';

/** Asks before the amount is another: from what to what, and who pays it. */
export function saveDialogIn(dialog, { texts, format, money }) {
  const p = partsOf(dialog);
  p.no.addEventListener('click', () => dialog.close(''));
  p.yes.addEventListener('click', () => dialog.close('yes'));
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close(''));

  /** @returns promise of whether */
  return (service, from, to) => {
    const { client, currency, cycle, next_due: due } = service;
    const values = { client: client.name, amount: `${money.show(to)} ${currency.code}`, cycle: cycleWord(texts, cycle).toLowerCase() };
    write(dialog.querySelector('h2'), texts.say('service.ask.title', { client: client.name }));
    write(p.from, money.show(from));
    write(p.to, `${money.show(to)} ${currency.code}`);
    const difference = to - from;
    colour(p.difference, difference < 0 ? 'success' : 'warning');
    show(p.difference, difference !== 0);
    write(p.difference, money.change(difference));
    const text = texts.say('service.ask.text', values);
    write(document.getElementById('save-text'), due ? `${text} ${texts.say('service.ask.due', { date: format.calendarDate(due) })}` : text);
    write(p.yes, texts.say('service.ask.yes', { amount: money.show(to) }));
    dialog.returnValue = '';
    dialog.showModal();
    p.no.focus();
    return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
  };
}
