import { getJson } from './api.js';
import { statesOf, write } from './dom.js';
import { jobLine } from './jobLine.js';

/** On a page of the popover. */
const SIZE = 50;

/** What the popover shows of a slice of the last 24 hours: its jobs, the latest first, each of which opens its report. */
export class BucketSource {
  #bucket;
  #context;
  #anchor;
  #states;
  #answer = null;
  #trouble = null;
  #chosen = 0;
  #page = 1;
  #asking = 0;
  #closed = false;

  /** @param context {texts, format, clock, popover, template, itemStates, onReport} */
  constructor(bucket, anchor, context) {
    this.#bucket = bucket;
    this.#anchor = anchor;
    this.#context = context;
    this.#states = statesOf(context.itemStates);
    write(this.#states.none.querySelector('span'), context.texts.say('had.noJob'));
    write(this.#states.fault.querySelector('span').firstChild, `${context.texts.say('had.fault')} `);
    this.#states.fault.querySelector('[data-part="retry"]').addEventListener('click', () => this.#read(false));
    this.#read(false);
  }

  get backLabel() {
    return this.#answer?.total > SIZE ? this.#context.texts.say('had.back') : undefined;
  }

  get onLabel() {
    return this.#answer?.total > SIZE ? this.#context.texts.say('had.on') : undefined;
  }

  /** Something has happened to some job. */
  stale() {
    if (this.#page === 1) this.#read(true);
  }

  async #read(poll) {
    const asking = (this.#asking += 1);
    try {
      const answer = await getJson('/jobs', { bucket: this.#bucket, page: this.#page, size: SIZE }, { poll });
      if (asking !== this.#asking || this.#closed) return;
      this.#answer = answer;
      this.#trouble = null;
    } catch (trouble) {
      if (asking !== this.#asking || this.#closed) return;
      this.#trouble = trouble;
    }
    this.#context.popover.refresh();
  }

  title() {
    const { texts } = this.#context;
    return texts.say('had.of', { state: texts.say(`state.${this.#bucket}`) });
  }

  subtitle() {
    const { texts, format } = this.#context;
    if (!this.#answer) return '';
    const { total, items } = this.#answer;
    const jobs = texts.count('bar.jobs', total, { n: format.number(total) });
    if (total <= SIZE) return jobs;
    const from = (this.#page - 1) * SIZE;
    return texts.say('had.some', { jobs, from: format.number(from + 1), to: format.number(from + items.length) });
  }

  lines() {
    if (!this.#answer) return [this.#trouble ? this.#fault() : this.#states.wait];
    const { items } = this.#answer;
    if (items.length === 0) return [this.#states.none];
    this.#chosen = Math.min(this.#chosen, items.length - 1);
    return items.map((job, index) => jobLine(job, { ...this.#context, named: true, chosen: index === this.#chosen }));
  }

  #fault() {
    write(this.#states.fault.querySelector('[data-part="reference"]'), this.#trouble.reference ?? '');
    return this.#states.fault;
  }

  anchor() {
    return this.#anchor;
  }

  move(by) {
    const last = Math.max(0, (this.#answer?.items.length ?? 0) - 1);
    this.#chosen = Math.max(0, Math.min(last, this.#chosen + by));
  }

  /** To the jobs before or after these. */
  step(by) {
    const pages = Math.max(1, Math.ceil((this.#answer?.total ?? 0) / SIZE));
    const page = Math.max(1, Math.min(pages, this.#page + by));
    if (page === this.#page) return;
    this.#page = page;
    this.#chosen = 0;
    this.#read(false);
  }

  enter() {
    const job = this.#answer?.items[this.#chosen];
    if (job) this.#context.onReport(job);
  }

  close() {
    this.#closed = true;
  }
}
