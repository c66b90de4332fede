const ROUND = 360;
/** The least that a slice with anything in it is long, degrees, its gap and all: it must be seen, and met by a pointer. */
const LEAST = 9;

/**
 * Lays counts around a ring.
 *
 * @returns the degrees of each; 0 where there is nothing
 */
export function arcsOf(counts) {
  const sum = counts.reduce((all, n) => all + n, 0);
  const room = ROUND - counts.filter((n) => n > 0).length * LEAST;
  return counts.map((n) => (n > 0 ? LEAST + (room * n) / sum : 0));
}
