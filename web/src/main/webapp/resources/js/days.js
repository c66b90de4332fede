import { look } from './states.js';

export const DAYS = 13;

/** Paints the 13 dots. */
export function paintDays(button, device, texts) {
  const key = (device.days ?? []).join();
  if (button.dataset.key === `${device.name}|${key}`) return;
  button.dataset.key = `${device.name}|${key}`;
  const dots = [];
  for (let i = 0; i < DAYS; i += 1) {
    const dot = button.ownerDocument.createElement('i');
    dot.className = dayClass(device.days?.[i]);
    dots.push(dot);
  }
  button.replaceChildren(...dots);
  button.setAttribute('aria-label', daysLabel(device, texts));
}

export function dayClass(state) {
  return !state || state === 'none' ? 'day' : `day is-${look(state)}`;
}

/** "MRD-SQL02, last 13 days: 3 error, 1 warning, 9 success" */
function daysLabel(device, texts) {
  const counts = new Map();
  for (const state of device.days ?? []) if (state && state !== 'none') counts.set(look(state), (counts.get(look(state)) ?? 0) + 1);
  if (counts.size === 0) return texts.say('days.labelNone', { device: device.name });
  const said = [...counts].map(([state, n]) => texts.say('bar.count', { n, state: texts.say(`state.${state}`).toLocaleLowerCase() }));
  return texts.say('days.label', { device: device.name, counts: said.join(', ') });
}

/** Noon of the day so many days ago in the reader's zone, Unix seconds. Noon, because a day may have 23 or 25 hours. */
export function dayAgo(format, now, ago) {
  const [year, month, day] = format.day(now).split('-').map(Number);
  const wanted = new Date(Date.UTC(year, month - 1, day - ago, 12)).toISOString().slice(0, 10);
  let at = Date.UTC(year, month - 1, day - ago, 12) / 1000;
  // Zones lie up to 14 hours from UTC: noon UTC is the wanted day, the one before or the one after.
  if (format.day(at) > wanted) at -= 43_200;
  else if (format.day(at) < wanted) at += 43_200;
  return at;
}
