/** What a job's state looks like. The server says the state; nothing here maps a code. */
const KNOWN = new Set(['success', 'running', 'warning', 'error', 'missed', 'timeout', 'cancelled', 'skipped', 'interrupted', 'unknown', 'never', 'overdue']);

/** What a device can be in, as the strip over the list tells it: what wants somebody first. */
export const CHIPS = ['error', 'timeout', 'missed', 'warning', 'interrupted', 'cancelled', 'overdue', 'never', 'running', 'skipped', 'success', 'unknown'];
/** Of these, in their order, the ones that need somebody. */
export const ISSUES = CHIPS.slice(0, CHIPS.indexOf('never') + 1);

/** Order of seriousness, worst first: what a summary names first and what the popover opens at. */
const ORDER = ['error', 'timeout', 'missed', 'warning', 'interrupted', 'cancelled', 'running', 'skipped', 'success', 'unknown'];

/** Worth saying aloud when it happens. */
const ALARMING = new Set(['error', 'timeout', 'missed']);

export const BACKUP = 4001;

export function look(state) {
  return KNOWN.has(state) ? state : 'unknown';
}

export function severity(state) {
  const place = ORDER.indexOf(look(state));
  return place < 0 ? ORDER.length : place;
}

export function alarming(state) {
  return ALARMING.has(state);
}

/** The word of a state. An unknown one shows its number, so that support can look it up. */
export function word(texts, state, code) {
  const known = look(state);
  return known === 'unknown' && code ? texts.say('state.unknownCode', { code }) : texts.say(`state.${known}`);
}

/** Counts by state, worst first: [['error', 3], ['success', 19]]. */
export function tally(jobs) {
  const counts = new Map();
  for (const job of jobs) counts.set(look(job.state), (counts.get(look(job.state)) ?? 0) + 1);
  return [...counts].sort((a, b) => severity(a[0]) - severity(b[0]));
}

/** What the job worked on: its item, or what kind of job it is when it has none. */
export function jobTitle(texts, job) {
  if (job.item_name) return job.item_name;
  const kind = `job.kind.${job.classification}`;
  return texts.has(kind) ? texts.say(kind) : texts.say('job.kind.unknown', { code: job.classification });
}

/** Puts one state's class on an element in place of another. */
export function dress(element, state) {
  const wanted = `is-${look(state)}`;
  if (element.classList.contains(wanted)) return;
  for (const name of [...element.classList]) if (name.startsWith('is-') && KNOWN.has(name.slice(3))) element.classList.remove(name);
  element.classList.add(wanted);
}
