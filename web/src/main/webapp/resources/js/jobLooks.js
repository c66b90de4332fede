const LOOKS = {
  completed: ['success', 'success'],
  failed: ['error', 'error'],
  stopped: ['warning', 'cancelled'],
  skipped: ['unknown', 'skipped'],
  suspicious: ['warning', 'warning'],
  running: ['running', 'running'],
};

/** Colour and icon of how a run of a batch job went. */
export function looksOf(outcome) {
  return LOOKS[outcome] ?? ['unknown', 'unknown'];
}
