import { paintAxes } from './chartParts.js';
import { write } from './dom.js';
import { scaleOf } from './thirtyDays.js';
import { Trend } from './trend.js';
import { UsageCard } from './usageCard.js';

/** How many devices there are and how many are online now, and both over 30 days. */
export class DevicesCard {
  #card;
  #context;
  #trend;

  /** @param context {texts, format, announcer, onRetry} */
  constructor(section, context) {
    this.#card = new UsageCard(section, 'devices', context);
    this.#context = context;
    const p = this.#card.parts;
    const { format } = context;
    const lineOf = (name) => (day) => ({ kind: name, word: p[`${name}-word`].textContent, value: format.number(day[name]) });
    const lines = [
      { name: 'online', token: '--st-success', area: true },
      { name: 'registered', token: '--muted', use: 'text', dash: true },
    ];
    this.#trend = new Trend(p, lines, (day) => [lineOf('registered')(day), lineOf('online')(day)], context);
  }

  /** What is so now. */
  count(total, online) {
    const { texts, format } = this.#context;
    const p = this.#card.parts;
    this.#card.become(total > 0 ? 'ready' : 'empty');
    write(p.total, format.number(total));
    write(p.online, texts.count('sum.online', online, { n: format.number(online) }));
    write(p.offline, texts.count('sum.offline', total - online, { n: format.number(total - online) }));
  }

  /** @param days [{d, registered, online}], rising */
  history(days) {
    const { texts, format } = this.#context;
    const [first, last] = [days[0], days.at(-1)];
    if (days.length < 2) {
      this.#trend.show(days);
      return;
    }
    const scale = scaleOf(days.flatMap((day) => [day.registered, day.online]));
    paintAxes(this.#card.parts, format, last.d, scale.ticks.map((tick) => format.number(tick)));
    this.#words(first, scale);
    const label = texts.say('usage.devicesLabel', { from: format.calendarDay(first.d), registered: format.number(first.registered), registeredNow: format.number(last.registered), online: format.number(first.online), onlineNow: format.number(last.online) });
    this.#trend.show(days, last.d, scale, label);
  }

  /** Each line's name at its own side: registered above, online below. */
  #words(first, scale) {
    const p = this.#card.parts;
    const down = (value) => 1 - (value - scale.low) / (scale.high - scale.low);
    p['registered-word'].style.setProperty('--top', Math.max(0, down(first.registered) - 0.18).toFixed(3));
    p['online-word'].style.setProperty('--top', Math.min(0.86, down(first.online) + 0.06).toFixed(3));
  }

  fail(trouble) {
    this.#card.fail(trouble, this.#context.texts.say('usage.fault.trend'));
  }

  asOf(text) {
    this.#card.asOf(text);
  }
}
