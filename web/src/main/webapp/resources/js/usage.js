import { getJson } from './api.js';
import { paintSoon } from './beat.js';
import { DayCard } from './dayCard.js';
import { DayTally } from './dayTally.js';
import { DevicesCard } from './devicesCard.js';
import { DeviceTally } from './deviceTally.js';
import { ItemsCard } from './itemsCard.js';
import { StorageCard } from './storageCard.js';

/** The figures are asked for this often, ms: what they are made of changes by the hour. */
const EVERY = 300_000;
/** News that cannot be counted from itself asks once in this time, ms. */
const SOON = 10_000;
/** After an answer that may lack news: ms, so that a restless fleet is not counted without end. */
const MEANWHILE = 2_000;
/** A word about a job and an answer that are so few seconds apart may or may not know of each other. */
const AT_ONCE = 2;
const OF_JOBS = new Set(['job:start', 'job:end']);
/** They make jobs interrupted, or take them away: also those that the page does not have. */
const OF_DEVICES = new Set(['device:online', 'device:offline', 'device:removed']);

/**
 * The cards over the list. Jobs and devices are counted from what the page hears anyway; items, storage and the histories are read from the
 * portal when the page opens and every few minutes while somebody looks and the portal is heard of.
 */
export class UsageCards {
  #context;
  #tally;
  #devices = new DeviceTally();
  #cards;
  #figures = null;
  #trouble = null;
  #readAt = 0;
  #timer = 0;
  #chosen = '';
  /** How often a device has said something of itself. */
  #heard = 0;
  /** When a job last began or ended, by the server's clock. */
  #jobAt = 0;

  /** @param context {fleet, texts, format, clock, announcer, mark: the element that says how live the page is, legendTemplate, shareTemplate, onChoose, onDevices: told total and online, live: whether the page hears what happens} */
  constructor(section, context) {
    this.#context = context;
    this.#tally = new DayTally(context.fleet);
    const parts = { ...context, onRetry: () => this.read(false) };
    this.#cards = { day: new DayCard(section, parts), items: new ItemsCard(section, parts), devices: new DevicesCard(section, parts), storage: new StorageCard(section, parts) };
    // Where the cards are swiped, keys must get there, too.
    const swiped = matchMedia('(max-width: 640px)');
    const reach = () => (section.tabIndex = swiped.matches ? 0 : -1);
    swiped.addEventListener('change', reach);
    reach();
    new MutationObserver(() => this.#soonPaint()).observe(context.mark, { attributes: true, attributeFilter: ['data-state'], subtree: true, characterData: true, childList: true });
    setInterval(() => this.#perhapsRead(), 30_000);
    document.addEventListener('visibilitychange', () => this.#perhapsRead());
  }

  /** @param poll whether nobody has asked for this but the page itself */
  async read(poll = true) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#readAt = Date.now();
    const heard = this.#heard;
    try {
      const figures = await getJson('/dashboard/usage-metrics', {}, { poll });
      this.#figures = figures;
      this.#trouble = null;
      this.#tally.take(figures.status24h, figures.t);
      this.#devices.take(figures.devices.total, figures.devices.online);
      this.#tellDevices();
      // What a device said meanwhile may not be in the answer.
      if (this.#heard !== heard) this.readSoon(MEANWHILE);
      else if (this.#tally.partial && this.#jobAt > figures.t - AT_ONCE) this.readSoon();
    } catch (trouble) {
      if (!this.#trouble) this.#context.announcer.say(this.#context.texts.say('usage.fault.all'));
      this.#trouble = trouble;
    }
    this.paint();
  }

  /** A read soon, and one for many reasons. */
  readSoon(ms = SOON) {
    this.#timer ||= setTimeout(() => this.read(), ms);
  }

  #perhapsRead() {
    if (!document.hidden && this.#context.live() && Date.now() - this.#readAt >= EVERY) this.read();
  }

  /** Takes one message of the pulse. @param result what the fleet made of it */
  hear(message, result) {
    this.#tally.hear(message);
    if (message.device) this.#heard += 1;
    const { total, online } = this.#devices;
    const unsure = this.#devices.hear(message, result);
    if (unsure || (this.#tally.partial && this.#mayMiss(message))) this.readSoon();
    if (this.#devices.total !== total || this.#devices.online !== online) this.#tellDevices();
    this.#soonPaint();
  }

  /** Whether the server's count of jobs may not be what it becomes by this word. */
  #mayMiss({ kind, t }) {
    if (!OF_JOBS.has(kind)) return OF_DEVICES.has(kind);
    this.#jobAt = Math.max(this.#jobAt, t);
    return t < (this.#figures?.t ?? 0) + AT_ONCE;
  }

  #tellDevices() {
    this.#context.onDevices(this.#devices.total, this.#devices.online);
  }

  /** @param bucket that the list shows; '' when it shows all */
  choose(bucket) {
    this.#chosen = bucket;
    this.#cards.day.chosen(bucket);
    this.paint();
  }

  /** To the line of a slice. */
  focus(bucket) {
    this.#cards.day.focus(bucket);
  }

  /** @returns a text that is another one when other devices belong to the chosen slice */
  get mark() {
    if (!this.#chosen) return '';
    const now = this.#context.clock.now();
    return `${this.#chosen} ${this.#tally.counts(now)[this.#chosen]} ${this.#tally.markOf(this.#chosen, now)}`;
  }

  #soonPaint() {
    paintSoon(this.#paint);
  }

  #paint = () => this.paint();

  paint() {
    const { day, devices, items, storage } = this.#cards;
    const figures = this.#figures;
    if (this.#tally.known) day.paint(this.#tally.counts(this.#context.clock.now()));
    if (this.#devices.total !== null) devices.count(this.#devices.total, this.#devices.online);
    if (figures) {
      devices.history(figures.devices30d);
      items.paint(figures.protected_items);
      storage.paint(figures.storage_bytes, figures.storage30d);
    }
    day.fail(this.#tally.known ? null : this.#trouble);
    for (const card of [devices, items, storage]) card.fail(this.#trouble);
    this.#paintAges();
  }

  #paintAges() {
    const { texts, format, clock, mark } = this.#context;
    const live = mark.dataset.state === 'live';
    const word = live ? texts.say('live.live') : mark.dataset.state === 'waiting' ? '' : mark.querySelector('[data-part="word"]').textContent;
    this.#cards.day.asOf(word);
    this.#cards.devices.asOf(word);
    // What is read from tables that nobody keeps true meanwhile is no newer than they are.
    const read = !live ? word : this.#figures ? texts.say('usage.asOf', { time: format.moment(this.#figures.t, clock.now()) }) : '';
    this.#cards.items.asOf(read);
    this.#cards.storage.asOf(read);
  }
}
