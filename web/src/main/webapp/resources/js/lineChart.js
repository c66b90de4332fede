const WIDTH = 240;
const HEIGHT = 90;
const DAY_MS = 86_400_000;

/** The days from the one 29 days before the last, as 2026-11-22, with their place from 0 to 1. */
export function placeOf(day, last, days = 30) {
  return 1 - (Date.parse(last) - Date.parse(day)) / DAY_MS / (days - 1);
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

/**
 * A line through the days that there are; where days are missing it breaks.
 *
 * @param points [{at, value}] with at from 0 to 1
 * @returns {line, area} as paths in a box of 240 by 90
 */
export function pathsOf(points, scale, days = 30) {
  const x = (point) => (point.at * WIDTH).toFixed(1);
  const y = (point) => (HEIGHT - ((point.value - scale.low) / (scale.high - scale.low || 1)) * HEIGHT).toFixed(1);
  const runs = [];
  for (const point of points) {
    const before = runs.at(-1)?.at(-1);
    if (before && point.at - before.at < 1.5 / (days - 1)) runs.at(-1).push(point);
    else runs.push([point]);
  }
  const line = runs.map((run) => `M${run.map((point) => `${x(point)} ${y(point)}`).join(' L')}${run.length === 1 ? 'h0.01' : ''}`).join(' ');
  const area = runs.filter((run) => run.length > 1).map((run) => `M${run.map((point) => `${x(point)} ${y(point)}`).join(' L')} L${x(run.at(-1))} ${HEIGHT} L${x(run[0])} ${HEIGHT}z`).join(' ');
  return { line, area };
}
