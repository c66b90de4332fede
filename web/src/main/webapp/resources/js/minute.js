import { cut } from './fleet.js';

/** So many of each are kept: who wants more has the list. */
const MOST = 8;

/** What happens now in the whole fleet: jobs at work, those that ended last, devices that came and went. Knows nothing of the page. */
export class Minute {
  running = [];
  ended = [];
  devices = [];
  /** Whether more may run than was heard of. */
  cut = false;
  #atWork = new Map();

  /** Takes one message of the pulse. @returns whether anything is another now */
  hear(message) {
    if (message.kind === 'snapshot') this.#snapshot(message);
    else if (message.job) this.#job(message.kind, message.job);
    else if (message.device && message.kind.startsWith('device:')) this.#device(message);
    else return false;
    this.running = [...this.#atWork.values()].sort((a, b) => a.started_at - b.started_at || (a.id < b.id ? -1 : 1));
    return true;
  }

  /** Another client's are no longer to be seen here. */
  forget() {
    this.#atWork.clear();
    Object.assign(this, { running: [], ended: [], devices: [], cut: false });
  }

  #snapshot(message) {
    const { jobsRunning, jobsRecent24h } = message;
    this.cut = cut(message);
    this.#atWork = new Map(jobsRunning.map((job) => [job.id, job]));
    this.ended = [];
    this.#keep(jobsRecent24h);
  }

  #job(kind, job) {
    if (kind === 'job:end' || job.ended_at) {
      this.#atWork.delete(job.id);
      this.#keep([job]);
    } else if (!this.ended.some((one) => one.id === job.id)) {
      this.#atWork.set(job.id, { ...this.#atWork.get(job.id), ...job });
    }
  }

  #keep(jobs) {
    const byId = new Map([...this.ended, ...jobs].map((job) => [job.id, job]));
    this.ended = [...byId.values()].sort((a, b) => b.ended_at - a.ended_at || (a.id < b.id ? -1 : 1)).slice(0, MOST);
  }

  #device({ kind, device, t }) {
    // What ran on it is in no list of the server any more, and nobody sends word of an end.
    if (kind === 'device:removed') for (const [id, job] of this.#atWork) if (job.device_id === device.id) this.#atWork.delete(id);
    const news = { id: `${device.id} ${kind}`, device_id: device.id, name: device.name, kind, t };
    this.devices = [news, ...this.devices.filter((one) => one.device_id !== device.id)].slice(0, MOST);
  }
}
