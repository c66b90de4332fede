import { getJson } from './api.js';
import { statesOf, write } from './dom.js';

/**
 * What the popover shows of a device's protected items: each with the age of its last good backup against what its schedules promise.
 * They are read when it opens, and again when something has happened to the device meanwhile.
 */
export class ItemsSource {
  #id;
  #part;
  #context;
  #states;
  #answer = null;
  #trouble = null;
  #chosen = 0;
  #asking = false;
  #closed = false;
  #readOf;

  /**
   * @param part which word of the row it was opened at: latest or good
   * @param context {fleet, texts, format, clock, popover, announcer, row: id -> Row, itemTemplate, itemStates}
   */
  constructor(device, part, context) {
    this.#id = device.id;
    this.#part = part;
    this.#context = context;
    this.#states = statesOf(context.itemStates);
    this.#states.fault.querySelector('[data-part="retry"]').addEventListener('click', () => this.#read(false));
    this.#read(false);
  }

  get deviceId() {
    return this.#id;
  }

  get #device() {
    return this.#context.fleet.devices.get(this.#id);
  }

  /** What the answer depends on, as far as the page hears of it. */
  get #news() {
    const { latest, standing } = this.#device ?? {};
    return [latest?.id ?? latest?.job_id, latest?.ended_at, standing?.last_good_at, standing?.state].join('|');
  }

  async #read(poll) {
    if (this.#asking) return;
    this.#asking = true;
    this.#readOf = this.#news;
    const first = !this.#answer;
    try {
      this.#answer = await getJson(`/devices/${encodeURIComponent(this.#id)}/items`, {}, { poll });
      this.#trouble = null;
    } catch (trouble) {
      this.#trouble = trouble;
    } finally {
      this.#asking = false;
    }
    if (this.#closed) return;
    this.#context.popover.refresh();
    if (first && this.#answer) this.#context.announcer.say(`${this.title()}: ${this.subtitle()}`);
  }

  title() {
    return this.#context.texts.say('items.of', { device: this.#device?.name ?? '' });
  }

  subtitle() {
    const { texts, format } = this.#context;
    if (!this.#answer) return '';
    const { items, tolerance_secs: tolerance } = this.#answer;
    const late = items.filter((item) => item.overdue).length;
    const counts = [texts.count('items.count', items.length, { n: format.number(items.length) })];
    if (late > 0) counts.push(texts.count('items.late', late, { n: format.number(late) }));
    return texts.say('items.tolerance', { counts: counts.join(', '), tolerance: format.duration(tolerance) });
  }

  lines() {
    if (!this.#device) return [];
    if (this.#answer && this.#readOf !== this.#news) this.#read(true);
    // What was read stays while it cannot be read anew: the next news bring another try.
    if (!this.#answer) return [this.#trouble ? this.#fault() : this.#states.wait];
    const { items } = this.#answer;
    if (items.length === 0) return [this.#states.none];
    this.#chosen = Math.min(this.#chosen, items.length - 1);
    return items.map((item, index) => this.#line(item, index));
  }

  #fault() {
    write(this.#states.fault.querySelector('[data-part="reference"]'), this.#trouble.reference ?? '');
    return this.#states.fault;
  }

  #line(item, index) {
    const { texts, format, clock, itemTemplate } = this.#context;
    const line = itemTemplate.content.firstElementChild.cloneNode(true);
    const part = (name) => line.querySelector(`[data-part="${name}"]`);
    const now = clock.now();
    const look = item.overdue ? 'overdue' : item.last_good_at ? 'success' : 'never';
    // Silence is red; and where nothing is promised, an old backup is no good news.
    line.classList.add(item.overdue ? 'is-error' : look === 'success' && item.promised_secs ? 'is-success' : 'is-unknown');
    line.setAttribute('aria-current', String(index === this.#chosen));
    part('icon').setAttribute('href', `#i-${look}`);
    part('name').textContent = item.name;
    part('name').title = item.name;
    part('engine').textContent = item.engine === 'unknown' ? texts.say('items.unknown', { type: item.type }) : texts.say(`engine.${item.engine}`);
    part('good').textContent = item.last_good_at ? texts.say('items.good', { age: format.age(now - item.last_good_at) }) : texts.say('items.never');
    part('good').title = item.last_good_at ? format.full(item.last_good_at) : '';
    part('promise').append(...this.#promise(item, now));
    return line;
  }

  #promise(item, now) {
    const { texts, format } = this.#context;
    if (!item.promised_secs) return [texts.say('items.unpromised')];
    const promised = texts.say('items.promised', { gap: format.duration(item.promised_secs) });
    if (!item.overdue) return [promised];
    const late = document.createElement('b');
    late.textContent = texts.say('items.overdue', { age: format.age(now - item.due_at) });
    late.title = format.full(item.due_at);
    return [late, ` · ${promised}`];
  }

  anchor() {
    return this.#context.row(this.#id)?.opener(this.#part);
  }

  move(by) {
    const last = Math.max(0, (this.#answer?.items.length ?? 0) - 1);
    this.#chosen = Math.max(0, Math.min(last, this.#chosen + by));
  }

  step(by) {
    this.move(by);
  }

  close() {
    this.#closed = true;
  }
}
