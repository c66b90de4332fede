import { BUCKETS } from './dayTally.js';
import { arrange, icon, partsOf, title, write } from './dom.js';
import { RingChart } from './ringChart.js';
import { UsageCard } from './usageCard.js';

/** As the states of the list are coloured. */
const TOKENS = { success: '--st-success', running: '--st-running', warning: '--st-warning', error: '--st-error', missed: '--st-missed', interrupted: '--st-warning' };

/** The last 24 hours: a ring of jobs and its legend. A slice, or its line in the legend, opens its jobs and chooses the devices that have them. */
export class DayCard {
  #card;
  #texts;
  #format;
  #ring;
  #counts = null;
  #lines = {};
  #chosen = '';

  /** @param context {texts, format, legendTemplate, onRetry, onChoose: told the bucket, or '' for all, and its button} */
  constructor(section, context) {
    this.#card = new UsageCard(section, 'day', context);
    this.#texts = context.texts;
    this.#format = context.format;
    const { drawing, legend } = this.#card.parts;
    this.#ring = new RingChart(drawing, TOKENS, { onPick: (bucket) => this.#choose(bucket, context), tipOf: (bucket) => this.#tip(bucket) });
    for (const bucket of BUCKETS) {
      const line = context.legendTemplate.content.firstElementChild.cloneNode(true);
      line.classList.add(`is-${bucket}`);
      const parts = { ...partsOf(line), button: line.firstElementChild };
      icon(parts.icon, bucket);
      write(parts.word, this.#texts.say(`state.${bucket}`));
      parts.button.addEventListener('click', () => this.#choose(bucket, context));
      this.#lines[bucket] = parts;
      line.dataset.bucket = bucket;
    }
    arrange(legend, BUCKETS.map((bucket) => this.#lines[bucket].button.parentNode));
  }

  #choose(bucket, context) {
    context.onChoose(bucket === this.#chosen ? '' : bucket, this.#lines[bucket].button);
  }

  /** @param bucket that the list below shows; '' when it shows all */
  chosen(bucket) {
    this.#chosen = bucket;
    for (const one of BUCKETS) this.#lines[one].button.setAttribute('aria-pressed', String(one === bucket));
  }

  focus(bucket) {
    const { button } = this.#lines[bucket];
    if (!button.disabled) button.focus();
  }

  paint(counts) {
    const sum = BUCKETS.reduce((all, bucket) => all + counts[bucket], 0);
    // A slice that is chosen stays where it can be let go.
    if (sum === 0 && !this.#chosen) {
      this.#card.become('empty');
      return;
    }
    this.#card.become('ready');
    this.#counts = counts;
    this.#ring.show({ counts, chosen: this.#chosen });
    const { sum: sumPart, jobs } = this.#card.parts;
    write(sumPart, this.#format.number(sum));
    write(jobs, this.#texts.count('usage.jobs', sum));
    for (const bucket of BUCKETS) this.#line(bucket, counts[bucket]);
    const each = BUCKETS.filter((bucket) => counts[bucket] > 0).map((bucket) => this.#texts.say('bar.count', { n: this.#format.number(counts[bucket]), state: this.#texts.say(`state.${bucket}`).toLocaleLowerCase() }));
    this.#ring.label(this.#texts.say('usage.dayLabel', { sum: this.#texts.count('usage.sumJobs', sum, { n: this.#format.number(sum) }), counts: each.join(', ') }));
  }

  #tip(bucket) {
    return { title: '', lines: [{ kind: `is-${bucket}`, word: this.#texts.say(`state.${bucket}`), value: this.#format.number(this.#counts[bucket]) }] };
  }

  #line(bucket, n) {
    const { button, n: number } = this.#lines[bucket];
    write(number, this.#format.number(n));
    const none = n === 0 && bucket !== this.#chosen;
    if (button.disabled !== none) button.disabled = none;
    title(button, this.#texts.say(none ? 'usage.noneSuch' : bucket === this.#chosen ? 'usage.showAll' : 'usage.showSuch'));
  }

  fail(trouble) {
    this.#card.fail(trouble, this.#texts.say('usage.fault.day'));
  }

  asOf(text) {
    this.#card.asOf(text);
  }
}
