import { paintAxes } from './chartParts.js';
import { write } from './dom.js';
import { scaleOf } from './thirtyDays.js';
import { Trend } from './trend.js';
import { UsageCard } from './usageCard.js';

/** How much is stored, and how that went over 30 days. */
export class StorageCard {
  #card;
  #context;
  #trend;

  /** @param context {texts, format, announcer, onRetry} */
  constructor(section, context) {
    this.#card = new UsageCard(section, 'storage', context);
    this.#context = context;
    const lines = [{ name: 'bytes_total', token: '--st-running', area: true }];
    this.#trend = new Trend(this.#card.parts, lines, (day) => [{ kind: 'stored', word: '', value: context.format.size(day.bytes_total) }], context);
  }

  /** @param days [{d, bytes_total}], rising */
  paint(bytes, days) {
    const { format } = this.#context;
    const p = this.#card.parts;
    const some = bytes > 0 || days.some((day) => day.bytes_total > 0);
    this.#card.become(some ? 'ready' : 'empty');
    if (!some) return;
    write(p.total, format.size(bytes));
    const enough = days.length > 1;
    write(p.change, enough ? this.#change(days) : '');
    if (enough) this.#draw(days);
    else this.#trend.show(days);
  }

  #change(days) {
    const { texts, format } = this.#context;
    const grown = days.at(-1).bytes_total - days[0].bytes_total;
    if (grown === 0) return texts.say('usage.unchanged', { from: format.calendarDay(days[0].d) });
    return texts.say(grown > 0 ? 'usage.grown' : 'usage.shrunk', { size: format.size(Math.abs(grown)), from: format.calendarDay(days[0].d) });
  }

  #draw(days) {
    const { texts, format } = this.#context;
    const last = days.at(-1);
    const most = Math.max(...days.map((day) => day.bytes_total));
    // Round in the unit that the axis is written in.
    const unit = 1024 ** Math.min(5, Math.max(0, Math.floor(Math.log2(Math.max(1, most)) / 10)));
    const inUnit = days.map((day) => day.bytes_total / unit);
    const scale = scaleOf(inUnit, Math.max(0.01, Math.max(...inUnit) / 20));
    paintAxes(this.#card.parts, format, last.d, scale.ticks.map((tick) => format.sizeIn(tick, unit)));
    const label = texts.say('usage.storageLabel', { from: format.calendarDay(days[0].d), size: format.size(days[0].bytes_total), sizeNow: format.size(last.bytes_total) });
    this.#trend.show(days, last.d, { low: scale.low * unit, high: scale.high * unit }, label);
  }

  fail(trouble) {
    this.#card.fail(trouble, this.#context.texts.say('usage.fault.storage'));
  }

  asOf(text) {
    this.#card.asOf(text);
  }
}
