const DAY = 86_400;
/** A snapshot that is as long as the server makes it may have left jobs out. */
const MOST_RUNNING = 1_000;
const MOST_RECENT = 100;

export const BUCKETS = ['success', 'running', 'warning', 'error', 'missed', 'interrupted'];

/** What a summary counts a state as. Skipped jobs are in no bucket. */
const BUCKET_OF = { success: 'success', running: 'running', interrupted: 'interrupted', warning: 'warning', missed: 'missed', skipped: null };

/**
 * The client's jobs of the last 24 hours, counted from what the page hears anyway: the snapshot, and then each job as it starts and ends.
 * Knows nothing of the page.
 *
 * Guarantee: the same message twice counts once. Limit: of a client with more jobs than a snapshot holds, the server's own count is taken
 * and moved by each job that starts or ends, until the server is asked again.
 */
export class DayTally {
  #jobs = new Map();
  #whole = false;
  #heard = false;
  #base = null;
  /** Since when devices are away that the list has not read, by id; 0 for those that are there. */
  #away = new Map();
  #fleet;

  /** @param fleet whose devices say who is away */
  constructor(fleet) {
    this.#fleet = fleet;
  }

  /** Whether there is anything to count with. */
  get known() {
    return (this.#heard && this.#whole) || this.#base !== null;
  }

  /** What the server has counted. */
  take(status24h) {
    this.#base = { ...status24h };
  }

  hear(message) {
    if (message.kind === 'snapshot') this.#snapshot(message);
    else if (message.job) this.#one(message.kind, message.job);
    else if (message.kind === 'device:removed') this.#forget(message.device?.id);
    else if (message.kind === 'device:online') this.#away.set(message.device?.id, 0);
    else if (message.kind === 'device:offline') this.#away.set(message.device?.id, message.offline_since ?? message.t);
  }

  #snapshot({ jobsRunning, jobsRecent24h }) {
    this.#heard = true;
    this.#whole = jobsRunning.length < MOST_RUNNING && jobsRecent24h.length < MOST_RECENT;
    this.#away.clear();
    this.#jobs = new Map();
    for (const job of jobsRecent24h) this.#jobs.set(job.id, job);
    for (const job of jobsRunning) this.#jobs.set(job.id, job);
  }

  #one(kind, job) {
    const known = this.#jobs.get(job.id);
    // A late word about a job must not undo a newer one.
    if (known?.ended_at && !job.ended_at) return;
    if (!this.#whole && this.#base) this.#move(kind, known, job);
    this.#jobs.set(job.id, { ...known, ...job });
  }

  #move(kind, known, job) {
    if (known?.ended_at) return;
    if (kind === 'job:start' && !known) this.#base.running += 1;
    if (kind !== 'job:end') return;
    this.#base.running = Math.max(0, this.#base.running - 1);
    const bucket = bucketOf(job);
    if (bucket) this.#base[bucket] += 1;
  }

  #forget(device) {
    for (const [id, job] of this.#jobs) if (job.device_id === device) this.#jobs.delete(id);
  }

  /** @returns how many jobs are in each bucket now */
  counts(now) {
    for (const [id, job] of this.#jobs) if (job.ended_at && job.ended_at < now - DAY) this.#jobs.delete(id);
    if (!this.#whole && this.#base) return { ...this.#base };
    const counts = Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0]));
    for (const job of this.#jobs.values()) {
      const bucket = this.#bucketNow(job, now);
      if (bucket) counts[bucket] += 1;
    }
    return counts;
  }

  /** @returns a text that is another one when other devices have such jobs */
  markOf(bucket, now) {
    const devices = new Set();
    for (const job of this.#jobs.values()) if (this.#bucketNow(job, now) === bucket) devices.add(job.device_id);
    return [...devices].sort().join();
  }

  #bucketNow(job, now) {
    if (job.ended_at) return bucketOf(job);
    const since = this.#awaySince(job);
    return since && now - since >= this.#fleet.grace ? 'interrupted' : 'running';
  }

  #awaySince(job) {
    const device = this.#fleet.devices.get(job.device_id);
    if (device) return device.online ? 0 : device.offline_since;
    return this.#away.get(job.device_id) ?? Date.parse(job.offline_since ?? '') / 1000;
  }
}

function bucketOf(job) {
  return job.state in BUCKET_OF ? BUCKET_OF[job.state] : 'error';
}
