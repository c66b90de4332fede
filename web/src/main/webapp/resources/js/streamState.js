/** What the state of a stream looks like; the server says the state. */
const LOOKS = {
  live: { colour: 'success', icon: 'success' },
  reading: { colour: 'running', icon: 'retry' },
  connecting: { colour: 'running', icon: 'running' },
  down: { colour: 'error', icon: 'error' },
  refused: { colour: 'error', icon: 'cancelled' },
  unknown: { colour: 'unknown', icon: 'unknown' },
};

/** A queue that is fuller than this wants a look, and so does a row that comes later than this after its news, ms. */
const FULL = 0.8;
const LATE = 10_000;

export function standing(stream) {
  const known = stream.state in LOOKS ? stream.state : 'unknown';
  return known === 'live' && stream.queue.held ? 'reading' : known;
}

export function looks(name) {
  return LOOKS[name];
}

const BREAKERS = {
  closed: ['success', 'success'],
  open: ['error', 'unlink'],
  refused: ['error', 'cancelled'],
};

/** Colour and icon of how the Admin API answers. */
export function breakerLooks(name) {
  return BREAKERS[name] ?? ['unknown', 'unknown'];
}

export function away(stream) {
  return stream.state === 'down' || stream.state === 'refused';
}

export function fullness(stream) {
  return stream.queue.capacity ? Math.min(1, stream.queue.frames / stream.queue.capacity) : 0;
}

export function full(stream) {
  return fullness(stream) > FULL;
}

export function late(ms) {
  return ms > LATE;
}

/** Works, but not as it should. */
export function troubled(stream) {
  return !away(stream) && (full(stream) || late(stream.queue.oldest_ms) || late(stream.lag.worst_of_last_minute_ms) || stream.last_catch_up?.outcome === 'failed');
}
