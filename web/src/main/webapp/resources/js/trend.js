import { show, write } from './dom.js';
import { LineChart } from './lineChart.js';

/** The part of a card that shows 30 days: the lines, or in words why there are none, and what they say in words. */
export class Trend {
  #parts;
  #context;
  #chart;
  #linesOf;
  #days = [];
  #at = null;
  #missing = false;
  #label = '';

  /**
   * @param parts of the card: chart, drawing, short
   * @param context {texts, format, announcer}
   * @param linesOf a day -> what is said of it, [{kind, word, value}]
   */
  constructor(parts, lines, linesOf, context) {
    this.#parts = parts;
    this.#context = context;
    this.#linesOf = linesOf;
    this.#chart = new LineChart(parts.drawing, lines, {
      tipOf: (place) => this.#tip(this.#chart.dayAt(place)),
      onFault: (missing) => {
        this.#missing = missing;
        this.#paint();
      },
    });
    parts.chart.addEventListener('keydown', (event) => this.#step(event));
    parts.chart.addEventListener('blur', () => this.#point(null));
  }

  /** @param label all of it in words. Fewer than two days are no trend, and need nothing else. */
  show(days, last, scale, label = '') {
    const pointed = this.#days[this.#at]?.d;
    this.#days = days;
    this.#label = label;
    this.#paint();
    if (days.length > 1) this.#chart.show({ days, last, scale });
    if (this.#at !== null) this.#point(days.some(({ d }) => d === pointed) ? days.findIndex(({ d }) => d === pointed) : null);
  }

  #paint() {
    const { chart, short } = this.#parts;
    const { texts } = this.#context;
    const enough = this.#days.length > 1;
    show(chart, enough && !this.#missing);
    show(short, !enough || this.#missing);
    write(short, enough ? `${texts.say('usage.undrawn')} ${this.#label}` : texts.say('usage.short'));
    if (chart.getAttribute('aria-label') !== this.#label) chart.setAttribute('aria-label', this.#label);
  }

  #tip(d) {
    const day = this.#days.find((one) => one.d === d);
    return day ? { title: this.#context.format.calendarDay(d), lines: this.#linesOf(day) } : null;
  }

  /** Day by day, from the last one back. */
  #step(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const end = this.#days.length - 1;
    const at = this.#at ?? end + 1;
    const to = { ArrowLeft: Math.max(0, at - 1), ArrowRight: Math.min(end, at + 1), Home: 0, End: end }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#point(to);
    const { title, lines } = this.#tip(this.#days[to].d);
    this.#context.announcer.say(this.#context.texts.say('usage.ofDay', { day: title, values: lines.map(({ word, value }) => (word ? `${value} ${word}` : value)).join(', ') }));
  }

  #point(at) {
    this.#at = at;
    this.#chart.point(at === null ? null : this.#chart.placeOf(this.#days[at].d));
  }
}
