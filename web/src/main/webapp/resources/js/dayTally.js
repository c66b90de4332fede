import { cut } from './fleet.js';

const DAY = 86_400;
/** So many ended jobs a snapshot has at most: one that is as long may have left some out. */
const MOST_RECENT = 150;

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
  /** When the server has counted it, by its clock. */
  #baseAt = 0;
  /** Jobs at work that it counts as interrupted. */
  #interrupted = new Set();
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

  /** Whether jobs may be missing here, so that the server's count is what is shown. */
  get partial() {
    return this.#heard && !this.#whole;
  }

  /** What the server has counted, and when. */
  take(status24h, t) {
    this.#base = { ...status24h };
    this.#baseAt = t;
    this.#mark();
  }

  /** What of the jobs at work the server has counted as interrupted: they leave that number, and not that of the running ones. */
  #mark() {
    this.#interrupted.clear();
    for (const [id, job] of this.#jobs) if (!job.ended_at && this.#bucketNow(job, this.#baseAt) === 'interrupted') this.#interrupted.add(id);
  }

  hear(message) {
    if (message.kind === 'snapshot') this.#snapshot(message);
    else if (message.job) this.#one(message.kind, message.job);
    else if (message.kind === 'device:removed') this.#forget(message.device?.id);
    else if (message.kind === 'device:online') this.#back(message.device?.id);
    else if (message.kind === 'device:offline') this.#away.set(message.device?.id, message.offline_since ?? message.t);
  }

  #snapshot(message) {
    const { jobsRunning, jobsRecent24h } = message;
    this.#heard = true;
    this.#whole = !cut(message) && jobsRecent24h.length < MOST_RECENT;
    this.#away.clear();
    this.#jobs = new Map();
    for (const job of jobsRecent24h) this.#jobs.set(job.id, job);
    for (const job of jobsRunning) this.#jobs.set(job.id, job);
    this.#mark();
  }

  #one(kind, job) {
    const known = this.#jobs.get(job.id);
    // A late word about a job must not undo a newer one.
    if (known?.ended_at && !job.ended_at) return;
    if (this.#moves) this.#move(kind, known, job);
    this.#jobs.set(job.id, { ...known, ...job });
  }

  /** Whether news move the server's count. */
  get #moves() {
    return !this.#whole && this.#base !== null;
  }

  #move(kind, known, job) {
    if (known?.ended_at) return;
    if (kind === 'job:start' && !known) this.#base.running += 1;
    if (kind !== 'job:end') return;
    this.#add(this.#interrupted.delete(job.id) ? 'interrupted' : 'running', -1);
    this.#add(bucketOf(job), 1);
  }

  #add(bucket, n) {
    if (bucket) this.#base[bucket] = Math.max(0, this.#base[bucket] + n);
  }

  /** What was interrupted there runs again. */
  #back(device) {
    this.#away.set(device, 0);
    for (const [id, job] of this.#jobs) {
      if (job.device_id !== device || !this.#interrupted.delete(id) || !this.#moves) continue;
      this.#add('interrupted', -1);
      this.#add('running', 1);
    }
  }

  #forget(device) {
    for (const [id, job] of this.#jobs) {
      if (job.device_id !== device) continue;
      this.#jobs.delete(id);
      const interrupted = this.#interrupted.delete(id);
      if (this.#moves) this.#add(job.ended_at ? bucketOf(job) : interrupted ? 'interrupted' : 'running', -1);
    }
  }

  /** @returns how many jobs are in each bucket now */
  counts(now) {
    for (const [id, job] of this.#jobs) if (job.ended_at && job.ended_at < now - DAY) this.#jobs.delete(id);
    if (this.#moves) return { ...this.#base };
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
