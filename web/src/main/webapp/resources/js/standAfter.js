/** Backups that came out badly: each is one more failure in a row. A warning is a backup all the same. */
const FAILED = new Set(['error', 'timeout', 'missed', 'cancelled']);

/**
 * How a device stands after what has just been heard of its latest backup: what the server will say of it, as far as the page can know by itself.
 * While it runs, what was before stays known: the next failure is one more in the same row.
 */
export function standAfter(standing, job) {
  if (!standing) return standing;
  if (!job.ended_at) return { ...standing, state: 'running', snoozed_until: null };
  const ended = { ...standing, state: job.state, snoozed_until: null };
  if (FAILED.has(job.state)) return { ...ended, since: standing.failures > 0 ? standing.since : job.ended_at, failures: (standing.failures ?? 0) + 1 };
  if (job.state === 'success' || job.state === 'warning') return { ...ended, since: job.ended_at, failures: 0, last_good_at: job.ended_at };
  return ended;
}
