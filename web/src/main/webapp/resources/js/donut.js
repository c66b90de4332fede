const RADIUS = 48;
const ROUND = 2 * Math.PI * RADIUS;
/** Between two slices, and the least that a slice with anything in it is long. */
const GAP = 4;
const LEAST = 3.4;

/**
 * Lays counts around a ring.
 *
 * @param slices circles by name, in the order in which they follow each other
 * @param counts by name
 */
export function drawDonut(slices, counts) {
  const shown = Object.keys(slices).filter((name) => counts[name] > 0);
  const gap = shown.length > 1 ? GAP : 0;
  const room = ROUND - shown.length * (gap + LEAST);
  const sum = shown.reduce((all, name) => all + counts[name], 0);
  let at = 0;
  for (const [name, circle] of Object.entries(slices)) {
    const length = counts[name] > 0 ? LEAST + (room * counts[name]) / sum : 0;
    circle.toggleAttribute('hidden', length === 0);
    set(circle, 'stroke-dasharray', `${length.toFixed(2)} ${(ROUND - length).toFixed(2)}`);
    set(circle, 'stroke-dashoffset', (-at).toFixed(2));
    if (length) at += length + gap;
  }
}

function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
