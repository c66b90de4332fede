import { barJobs } from './fleet.js';
import { jobLine } from './jobLine.js';
import { severity } from './states.js';

/** What the popover shows of a 24-hour bar: the jobs of the hour around the chosen one. */
export class JobsSource {
  #id;
  #context;
  #chosen;
  #jobs;

  /** @param context {fleet, texts, format, clock, row: id -> Row, template, onReport: told a job} */
  constructor(device, jobId, context) {
    this.#id = device.id;
    this.#context = context;
    this.#chosen = jobId ?? worst(barJobs(device, context.clock.now(), context.fleet.grace))?.id;
    this.backLabel = context.texts.say('bar.back');
    this.onLabel = context.texts.say('bar.on');
  }

  get deviceId() {
    return this.#id;
  }

  #read() {
    const device = this.#context.fleet.devices.get(this.#id);
    this.#jobs = device ? barJobs(device, this.#context.clock.now(), this.#context.fleet.grace) : [];
    if (!this.#jobs.some((job) => job.id === this.#chosen)) this.#chosen = this.#jobs.at(-1)?.id;
    return device;
  }

  #hour(job) {
    const { format } = this.#context;
    const [, minutes, seconds] = format.hourOf.format(job.started_at * 1000).split(':').map(Number);
    return job.started_at - minutes * 60 - seconds;
  }

  #current() {
    return this.#jobs.find((job) => job.id === this.#chosen);
  }

  #inHour() {
    const hour = this.#hour(this.#current());
    return this.#jobs.filter((job) => this.#hour(job) === hour);
  }

  title() {
    const { format, texts, clock } = this.#context;
    const from = this.#hour(this.#current());
    const key = format.day(from) === format.day(clock.now()) ? 'bar.hourToday' : 'bar.hour';
    return texts.say(key, { day: format.dayLong(from), from: format.time(from), to: format.time(from + 3600) });
  }

  subtitle() {
    const { fleet, texts, format } = this.#context;
    const n = this.#inHour().length;
    return texts.say('popover.of', { device: fleet.devices.get(this.#id).name, what: texts.count('bar.jobs', n, { n: format.number(n) }) });
  }

  lines() {
    if (!this.#read() || this.#jobs.length === 0) return [];
    this.#mark();
    return this.#inHour().map((job) => this.#line(job));
  }

  #line(job) {
    return jobLine(job, { ...this.#context, chosen: job.id === this.#chosen });
  }

  enter() {
    const job = this.#current();
    if (job) this.#context.onReport(job);
  }

  anchor() {
    const row = this.#context.row(this.#id);
    return row?.sliver(this.#chosen) ?? row?.bar;
  }

  #mark() {
    const row = this.#context.row(this.#id);
    for (const sliver of row?.bar.querySelectorAll('[data-open]') ?? []) sliver.removeAttribute('data-open');
    row?.sliver(this.#chosen)?.setAttribute('data-open', '');
  }

  move(by) {
    const at = this.#jobs.findIndex((job) => job.id === this.#chosen);
    this.#chosen = this.#jobs[Math.max(0, Math.min(this.#jobs.length - 1, at + by))].id;
  }

  /** To the hour with jobs before or after this one. */
  step(by) {
    const hour = this.#hour(this.#current());
    const others = this.#jobs.filter((job) => (by < 0 ? this.#hour(job) < hour : this.#hour(job) > hour));
    const next = by < 0 ? others.at(-1) : others[0];
    if (next) this.#chosen = next.id;
  }

  close() {
    for (const sliver of this.#context.row(this.#id)?.bar.querySelectorAll('[data-open]') ?? []) sliver.removeAttribute('data-open');
  }
}

/** Where a reader wants to look first: the latest of the worst. */
function worst(jobs) {
  return jobs.reduce((best, job) => (!best || severity(job.state) <= severity(best.state) ? job : best), null);
}
