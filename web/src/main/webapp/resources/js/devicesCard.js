import { draw, label, paintAxes } from './chartParts.js';
import { show, write } from './dom.js';
import { pathsOf, placeOf, scaleOf } from './lineChart.js';
import { UsageCard } from './usageCard.js';

/** How many devices there are and how many are online now, and both over 30 days. */
export class DevicesCard {
  #card;
  #context;

  /** @param context {texts, format, onRetry} */
  constructor(section, context) {
    this.#card = new UsageCard(section, 'devices', context);
    this.#context = context;
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
    const p = this.#card.parts;
    const enough = days.length > 1;
    show(p.chart, enough);
    show(p.short, !enough);
    if (!enough) return;
    const last = days.at(-1);
    const scale = scaleOf(days.flatMap((day) => [day.registered, day.online]));
    const points = (name) => days.map((day) => ({ at: placeOf(day.d, last.d), value: day[name] }));
    draw(p['registered-line'], pathsOf(points('registered'), scale).line);
    const online = pathsOf(points('online'), scale);
    draw(p['online-line'], online.line);
    draw(p['online-area'], online.area);
    paintAxes(p, format, last.d, scale.ticks.map((tick) => format.number(tick)));
    this.#words(days[0], scale);
    label(p.chart, texts.say('usage.devicesLabel', { from: format.calendarDay(days[0].d), registered: format.number(days[0].registered), registeredNow: format.number(last.registered), online: format.number(days[0].online), onlineNow: format.number(last.online) }));
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
