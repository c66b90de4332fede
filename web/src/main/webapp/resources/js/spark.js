const WIDTH = 240;
const HEIGHT = 44;
/** Room above the highest and below the lowest, so that the line is not cut. */
const ROOM = 4;

/**
 * The last hour, a point a minute.
 *
 * @param root holds the parts area, line and gap of one svg of 240 by 44
 * @param minutes how many in each, the oldest first
 * @param silentMinutes how many of the last ones nothing could come; 0 for none
 */
export function drawSpark(parts, minutes, silentMinutes) {
  const most = Math.max(1, ...minutes);
  const step = WIDTH / (minutes.length - 1);
  const points = minutes.map((n, i) => `${(i * step).toFixed(1)} ${(HEIGHT - ROOM - (n / most) * (HEIGHT - 2 * ROOM)).toFixed(1)}`);
  const line = `M${points.join(' L')}`;
  set(parts.line, 'd', line);
  set(parts.area, 'd', `${line} L${WIDTH} ${HEIGHT} L0 ${HEIGHT}z`);
  const gap = Math.min(minutes.length - 1, silentMinutes) * step;
  set(parts.gap, 'x', (WIDTH - gap).toFixed(1));
  set(parts.gap, 'width', gap.toFixed(1));
}

function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
