/** The page is painted at most this often, ms, however many messages come. */
const CALM = 200;
/** So much painting in one go, ms: whoever presses a key meanwhile must not wait for all of it. */
const TURN = 8;

const waiting = new Set();
let due = false;

/**
 * Paints soon, and together with whatever else has to be painted: the browser then looks through styles and layout once for all of it.
 *
 * @param paint the same function until it is called counts once
 */
export function paintSoon(paint) {
  waiting.add(paint);
  if (!due) later();
}

function later() {
  due = true;
  setTimeout(() => requestAnimationFrame(begin), CALM);
}

/** What is asked for from now on has its own turn: however much news comes, there is calm in between. */
function begin() {
  const paints = [...waiting];
  waiting.clear();
  turn(paints);
}

function turn(paints) {
  const end = performance.now() + TURN;
  try {
    while (paints.length && performance.now() < end) paints.shift()();
  } finally {
    // What is left, also behind one that failed, comes with the next frame.
    if (paints.length) requestAnimationFrame(() => turn(paints));
    else if (waiting.size) later();
    else due = false;
  }
}
