import { Chart } from './chart.js';
import { ink, thin } from './ink.js';
import { daysTo } from './thirtyDays.js';

const UNDER = 0.12;
/** A day that stands alone between days nobody counted is a dot, px. */
const ALONE = 1.5;

/** Lines over 30 days; where nobody counted they break. */
export class LineChart extends Chart {
  #lines;

  /** @param lines [{name: of the value in a day, token, use: see ink.js, area, dash}] */
  constructor(box, lines, options) {
    super(box, options);
    this.#lines = lines;
  }

  /** @param shown {days: [{d, …values}], last: the last day, scale} */
  picture({ days, last, scale }) {
    const byDay = new Map(days.map((day) => [day.d, day]));
    const labels = daysTo(last);
    return {
      labels,
      datasets: this.#lines.map((line) => this.#dataset(line, labels.map((day) => byDay.get(day)?.[line.name] ?? null))),
      y: { min: scale.low, max: scale.high, step: (scale.high - scale.low) / 2, grid: ink('--grid', 'text') },
    };
  }

  dayAt(place) {
    return this.chart.data.labels[place];
  }

  /** @returns null for a day that is not on it */
  placeOf(day) {
    const place = this.chart?.data.labels.indexOf(day) ?? -1;
    return place < 0 ? null : place;
  }

  #dataset({ token, use, area, dash }, data) {
    const colour = ink(token, use);
    const there = (i) => (data[i] ?? null) !== null;
    return {
      data,
      borderColor: colour,
      borderDash: dash ? [3, 4] : [],
      fill: area ? 'start' : false,
      backgroundColor: thin(colour, UNDER),
      pointBackgroundColor: colour,
      pointHoverBackgroundColor: colour,
      pointRadius: data.map((value, i) => (there(i) && !there(i - 1) && !there(i + 1) ? ALONE : 0)),
    };
  }
}
