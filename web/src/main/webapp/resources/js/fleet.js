import { standAfter } from './standAfter.js';
import { BACKUP } from './states.js';

const DAY = 86_400;
/** So many running jobs a snapshot has at most. */
const MOST_RUNNING = 1_000;

/** The moment by which jobs are compared: the end, or the start of one that has none yet. */
export function momentOf(job) {
  return job.ended_at || job.started_at;
}

/** A late word about a job must not undo a newer one: what has ended stays ended. */
function newer(known, said) {
  return !known || !known.ended_at || said.ended_at > 0;
}

/**
 * What the page knows about devices, and how messages change it. Knows nothing of the page.
 *
 * Guarantee: the same message twice, or a message and the answer of a list that already held it, end in the same state.
 */
export class Fleet {
  /** Devices by id; each has `jobs`, a Map of the last 24 hours by job id. */
  devices = new Map();
  /** The device of each job at work, by the job's id: of the whole client and not only of the devices that the page has. */
  running = new Map();
  /** Whether more may run than the page has heard of. */
  runningCut = false;
  /** For so many seconds a device may be offline until its running jobs are interrupted; the server says it. */
  grace = 300;
  /** How often a device of the page has turned from one state to another by news. */
  turns = 0;
  /** How often one that was overdue has had another backup: whether it was of the item that was late, the server alone knows. */
  doubts = 0;

  #calls = 0;
  #meanwhile = [];

  /**
   * Around a call for devices: messages that arrive while the answer is on its way are kept and applied to it,
   * because the answer may have been read before them.
   */
  async during(call) {
    this.#calls += 1;
    const from = this.#meanwhile.length;
    try {
      const answer = await call();
      const ids = new Set(answer.items.map((item) => item.id));
      for (const item of answer.items) this.#put(item);
      for (const message of this.#meanwhile.slice(from)) this.#replay(message, ids);
      return answer;
    } finally {
      this.#calls -= 1;
      if (this.#calls === 0) this.#meanwhile = [];
    }
  }

  #put(item) {
    const { jobs24h, ...facts } = item;
    const jobs = new Map();
    for (const job of jobs24h ?? []) jobs.set(job.id, { ...job, ended_at: job.ended_at || 0 });
    this.devices.set(item.id, { ...facts, jobs });
  }

  #replay(message, ids) {
    if (message.kind === 'snapshot') this.#merge(message);
    else if (ids.has(message.job?.device_id ?? message.device?.id)) this.#one(message);
  }

  /** A device of which only the name is known so far. */
  adopt(said) {
    this.devices.set(said.id, { ...said, online: Boolean(said.is_active), latest: null, days: [], jobs: new Map() });
  }

  forget(id) {
    this.devices.delete(id);
  }

  /**
   * Applies one message.
   *
   * @returns what the page must do: {touched: ids, added: device?, removed: id?, ended: {device, job}?}
   */
  apply(message) {
    if (this.#calls > 0) this.#meanwhile.push(message);
    if (message.kind !== 'snapshot') return this.#one(message);
    this.running = new Map(message.jobsRunning.map((job) => [job.id, job.device_id]));
    this.runningCut = cut(message);
    if (message.interrupted_after > 0) this.grace = message.interrupted_after;
    return this.#merge(message);
  }

  #one(message) {
    if (message.job) return this.#job(message.kind, message.job);
    if (message.device) return this.#device(message);
    return { touched: [] };
  }

  #job(kind, job) {
    if (kind === 'job:end') this.running.delete(job.id);
    else if (kind === 'job:start' || kind === 'job:progress') this.running.set(job.id, job.device_id);
    const device = this.devices.get(job.device_id);
    if (!device) return { touched: [] };
    const known = device.jobs.get(job.id);
    if (!newer(known, job)) return { touched: [] };
    device.jobs.set(job.id, { ...known, ...job });
    this.#newest(device, job);
    const fresh = kind === 'job:end' && !known?.ended_at;
    return { touched: [device.id], ended: fresh ? { device, job } : undefined };
  }

  #newest(device, job) {
    if (job.classification !== BACKUP) return;
    const latest = device.latest;
    const same = latest && (latest.id === job.id || latest.job_id === job.job_id);
    if (latest && !same && momentOf(job) < momentOf(latest)) return;
    const turned = !same || latest.state !== job.state || latest.ended_at !== job.ended_at;
    device.latest = { ...job };
    // A list that was read after the end says it better than this can.
    if (!turned || (job.ended_at && device.standing?.since > job.ended_at)) return;
    if (device.standing?.state === 'overdue') this.doubts += 1;
    device.standing = standAfter(device.standing, job);
    this.turns += 1;
  }

  #device(message) {
    const said = message.device;
    const device = this.devices.get(said.id);
    if (message.kind === 'device:removed') {
      this.devices.delete(said.id);
      for (const [id, at] of this.running) if (at === said.id) this.running.delete(id);
      return { touched: [], removed: said.id, wasOnline: device?.online };
    }
    const online = message.kind === 'device:online' ? true : message.kind === 'device:offline' ? false : undefined;
    if (!device) return { touched: [], added: message.kind === 'device:new' ? said : undefined, online };
    const before = device.online;
    if (said.name) device.name = said.name;
    if (online !== undefined) device.online = online;
    if (online === true) device.offline_since = null;
    if (online === false) device.offline_since = message.offline_since ?? said.offline_since ?? message.t ?? null;
    return { touched: [device.id], online: before === device.online ? undefined : device.online };
  }

  /** The whole truth about running and recent jobs: what the page thinks is running and is in neither list has ended unseen, if the list has all of them. */
  #merge(message) {
    const touched = new Set();
    const atWork = new Set(message.jobsRunning.map((job) => job.id));
    const unseen = [];
    for (const device of cut(message) ? [] : this.devices.values()) {
      for (const job of device.jobs.values()) {
        if (!job.ended_at && !atWork.has(job.id)) unseen.push([device, job.id]);
      }
    }
    for (const job of [...message.jobsRunning, ...message.jobsRecent24h]) {
      for (const id of this.#job('job:seen', job).touched) touched.add(id);
    }
    let gone = false;
    for (const [device, id] of unseen) {
      if (device.jobs.get(id)?.ended_at) continue;
      device.jobs.delete(id);
      touched.add(device.id);
      gone = true;
    }
    return { touched: [...touched], gone };
  }
}

/** Whether a snapshot may have left running jobs out. */
export function cut({ jobsRunning }) {
  return jobsRunning.length >= MOST_RUNNING;
}

/**
 * The job as it is shown at this moment. One that runs is interrupted when its device has been offline for longer than the grace time
 * says, and runs again as soon as the device is back: nobody sends word of either.
 */
export function shown(job, device, now, grace) {
  if (job.ended_at || (job.state !== 'running' && job.state !== 'interrupted')) return job;
  const away = !device.online && device.offline_since && now - device.offline_since >= grace;
  const state = away ? 'interrupted' : 'running';
  return job.state === state ? job : { ...job, state };
}

/** Jobs that the 24-hour bar shows at this moment, oldest first. */
export function barJobs(device, now, grace) {
  return [...device.jobs.values()]
    .map((job) => shown(job, device, now, grace))
    .filter((job) => !job.ended_at || momentOf(job) > now - DAY)
    .sort((a, b) => a.started_at - b.started_at || a.ended_at - b.ended_at);
}

/** Where a job lies on the bar: both as a share of the 24 hours. */
export function place(job, now) {
  const from = Math.max(0, Math.min(1, (job.started_at - (now - DAY)) / DAY));
  const to = Math.max(0, Math.min(1, ((job.ended_at || now) - (now - DAY)) / DAY));
  return { at: from, length: Math.max(0, to - from) };
}
