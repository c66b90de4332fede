import { getJson } from './api.js';
import { DAYS, dayAgo, dayClass } from './days.js';
import { statesOf, write } from './dom.js';
import { jobLine } from './jobLine.js';
import { severity, word } from './states.js';

/** What the popover shows of the day dots: each day and its worst backup, and below the chosen day its backups, each of which opens its report. */
export class DaysSource {
  #id;
  #context;
  #chosen;
  /** What has been read of days, by their date: {items} or {trouble}, and their lines. */
  #read = new Map();
  #asked = '';
  #closed = false;

  /** @param context {fleet, texts, format, clock, popover, row: id -> Row, dayTemplate, template, itemStates, onReport: told a job} */
  constructor(device, day, context) {
    this.#id = device.id;
    this.#context = context;
    this.#chosen = day ?? DAYS - 1;
    this.backLabel = context.texts.say('days.back');
    this.onLabel = context.texts.say('days.on');
  }

  get deviceId() {
    return this.#id;
  }

  #date(index) {
    return dayAgo(this.#context.format, this.#context.clock.now(), DAYS - index);
  }

  #state(index) {
    return this.#context.fleet.devices.get(this.#id).days?.[index] ?? 'none';
  }

  #says(index) {
    const state = this.#state(index);
    return state === 'none' ? this.#context.texts.say('days.none') : word(this.#context.texts, state);
  }

  title() {
    return this.#context.texts.say('days.day', { day: this.#context.format.dayLong(this.#date(this.#chosen)), state: this.#says(this.#chosen) });
  }

  subtitle() {
    const { fleet, texts } = this.#context;
    return texts.say('popover.of', { device: fleet.devices.get(this.#id).name, what: texts.say('days.what') });
  }

  lines() {
    if (!this.#context.fleet.devices.has(this.#id)) return [];
    return Array.from({ length: DAYS }, (_, index) => [this.#line(index), ...(index === this.#chosen ? this.#jobs() : [])]).flat();
  }

  #line(index) {
    const line = this.#context.dayTemplate.content.firstElementChild.cloneNode(true);
    const part = (name) => line.querySelector(`[data-part="${name}"]`);
    const look = dayClass(this.#state(index));
    part('dot').className = look;
    if (look !== 'day') line.classList.add(look.slice(4));
    line.setAttribute('aria-current', String(index === this.#chosen));
    part('title').textContent = this.#context.format.dayLong(this.#date(index));
    part('word').textContent = this.#says(index);
    line.addEventListener('click', () => {
      this.#chosen = index;
      this.#context.popover.refresh();
    });
    return line;
  }

  get #day() {
    return this.#context.format.day(this.#date(this.#chosen));
  }

  /** The backups of the chosen day; of a day without any there is nothing to ask for. */
  #jobs() {
    if (this.#state(this.#chosen) === 'none') return [];
    const day = this.#day;
    const known = this.#read.get(day);
    if (!known) this.#ask(day);
    return [known?.line ?? statesOf(this.#context.itemStates).wait];
  }

  async #ask(day) {
    if (this.#asked === day) return;
    this.#asked = day;
    const known = {};
    try {
      const { format } = this.#context;
      const { items } = await getJson(`/devices/${encodeURIComponent(this.#id)}/jobs`, { day, tz: format.zone });
      known.items = items;
      known.line = this.#list(items);
    } catch (trouble) {
      known.line = this.#fault(trouble, day);
    }
    if (this.#asked === day) this.#asked = '';
    this.#read.set(day, known);
    if (this.#closed) return;
    this.#context.popover.refresh();
    this.#context.popover.reveal();
  }

  #list(items) {
    const line = document.createElement('li');
    line.className = 'day-jobs';
    const list = document.createElement('ul');
    line.append(list);
    if (items.length === 0) {
      line.textContent = this.#context.texts.say('days.gone');
      return line;
    }
    for (const job of items) {
      const element = jobLine(job, { ...this.#context, chosen: false });
      element.removeAttribute('aria-current');
      element.firstElementChild.removeAttribute('tabindex');
      list.append(element);
    }
    return line;
  }

  #fault(trouble, day) {
    const { fault } = statesOf(this.#context.itemStates);
    write(fault.querySelector('span').firstChild, `${this.#context.texts.say('had.fault')} `);
    write(fault.querySelector('[data-part="reference"]'), trouble.reference ?? '');
    fault.querySelector('[data-part="retry"]').addEventListener('click', () => {
      this.#read.delete(day);
      this.#context.popover.refresh();
    });
    return fault;
  }

  anchor() {
    return this.#context.row(this.#id)?.days.children[this.#chosen];
  }

  move(by) {
    this.#chosen = Math.max(0, Math.min(DAYS - 1, this.#chosen + by));
  }

  step(by) {
    this.move(by);
  }

  /** The backup that gave the day its dot. */
  enter() {
    const items = this.#read.get(this.#day)?.items ?? [];
    const worst = items.reduce((best, job) => (!best || severity(job.state) < severity(best.state) ? job : best), null);
    if (worst) this.#context.onReport(worst);
  }

  close() {
    this.#closed = true;
  }
}
