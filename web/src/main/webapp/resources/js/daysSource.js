import { DAYS, dayAgo, dayClass } from './days.js';
import { word } from './states.js';

/** What the popover shows of the day dots: each day and its worst backup. */
export class DaysSource {
  #id;
  #context;
  #chosen;

  /** @param context {fleet, texts, format, clock, row: id -> Row, dayTemplate} */
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
    return Array.from({ length: DAYS }, (_, index) => this.#line(index));
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
    return line;
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

  close() {}
}
