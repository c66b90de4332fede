/** The page is painted at most this often, ms, however many messages come. */
const CALM = 200;
/** So much painting in one go, ms: whoever presses a key meanwhile must not wait for all of it. */
const TURN = 8;

const waiting = new Set();
let due = false;

/**
 * Paints soon, and together with whatever else has to be painted: the browser then looks through styles and layout once for all of it.
 *
 * @param paint the same function until it has been called counts once
 */
export function paintSoon(paint) {
  waiting.add(paint);
  if (due) return;
  due = true;
  setTimeout(() => requestAnimationFrame(turn), CALM);
}

function turn() {
  const end = performance.now() + TURN;
  try {
    for (const paint of waiting) {
      waiting.delete(paint);
      paint();
      if (performance.now() > end) break;
    }
  } finally {
    // What is left, also behind one that failed, comes with the next frame.
    due = waiting.size > 0;
    if (due) requestAnimationFrame(turn);
  }
}
