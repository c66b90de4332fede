const DAY_MS = 86_400_000;
const DAYS = 30;

/** The days from the one 29 days before the last, as 2026-11-22, with their place from 0 to 1. */
export function placeOf(day, last) {
  return 1 - (Date.parse(last) - Date.parse(day)) / DAY_MS / (DAYS - 1);
}

export function dayBefore(day, ago) {
  return new Date(Date.parse(day) - ago * DAY_MS).toISOString().slice(0, 10);
}

/** 30 days, the last one last. */
export function daysTo(last) {
  return Array.from({ length: DAYS }, (_, i) => dayBefore(last, DAYS - 1 - i));
}

/**
 * Three values, as round as they can be, with all others between the first and the last.
 *
 * @param least the smallest step: 1 for what is counted
 * @returns {low, high, ticks}, the ticks from high to low
 */
export function scaleOf(values, least = 1) {
  const min = Math.min(...values);
  const max = Math.max(...values);
  for (let power = 10 ** Math.floor(Math.log10(least)); ; power *= 10) {
    for (const step of [1, 2, 5].map((one) => one * power)) {
      if (step < least) continue;
      let low = Math.floor(min / step) * step;
      // What never changes runs through the middle.
      if (min === max && low === min) low -= step;
      low = Math.max(0, low);
      if (low + 2 * step >= max) return { low, high: low + 2 * step, ticks: [low + 2 * step, low + step, low] };
    }
  }
}
