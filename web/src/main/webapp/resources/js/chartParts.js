import { write } from './dom.js';
import { dayBefore, placeOf } from './thirtyDays.js';

/** Days that the axis names, counted back from the last: as many as have room on a phone. */
const NAMED = [29, 19, 10, 0];

/**
 * Names the days under a chart and the values beside it.
 *
 * @param last the last day of the chart, as 2026-11-22
 * @param ticks three texts, the highest first
 */
export function paintAxes(parts, format, last, ticks) {
  [...parts.y.children].forEach((place, i) => write(place, ticks[i]));
  const doc = parts.x.ownerDocument;
  while (parts.x.children.length < NAMED.length) parts.x.append(doc.createElement('span'));
  NAMED.forEach((ago, i) => {
    const day = dayBefore(last, ago);
    const place = parts.x.children[i];
    write(place, i === 0 || day.slice(5, 7) !== dayBefore(last, NAMED[i - 1]).slice(5, 7) ? format.calendarDay(day) : format.calendarNumber(day));
    place.style.setProperty('--at', placeOf(day, last).toFixed(4));
  });
}
