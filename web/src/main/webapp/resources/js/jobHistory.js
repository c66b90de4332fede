import { getJson } from './api.js';
import { arrange, colour, icon, partsOf, show, title, write } from './dom.js';
import { looksOf } from './jobLooks.js';

const RUNS = 10;

/** The last runs of one batch job, with the counts of their steps and what went wrong. */
export class JobHistory {
  #row;
  #parts;
  #context;
  #job;
  #heard = '';

  /** @param context {texts, format, clock, executionTemplate} */
  constructor(row, context) {
    this.#row = row;
    this.#parts = partsOf(row);
    this.#context = context;
  }

  get open() {
    return !this.#row.hidden;
  }

  /** @returns whether it is open now */
  toggle(job) {
    this.#job = job;
    show(this.#row, this.#row.hidden);
    if (this.open) this.#read();
    return this.open;
  }

  /** A run has begun or ended: what is open is old. */
  hear(job) {
    this.#job = job;
    const news = `${job.running?.execution} ${job.last?.id} ${job.last?.outcome}`;
    if (this.open && this.#heard && this.#heard !== news) this.#read();
    this.#heard = news;
  }

  async #read() {
    const { texts, executionTemplate } = this.#context;
    const p = this.#parts;
    try {
      const { items } = await getJson(`/admin/operations/jobs/${encodeURIComponent(this.#job.name)}/executions`, { size: RUNS });
      show(p.none, items.length === 0);
      write(p.none, texts.say('ops.jobs.noRuns'));
      const rows = items.map(() => executionTemplate.content.firstElementChild.cloneNode(true));
      items.forEach((run, i) => this.#paint(partsOf(rows[i]), run));
      arrange(p.runs, rows);
    } catch {
      show(p.none, true);
      write(p.none, texts.say('ops.fail.read'));
    }
  }

  #paint(q, run) {
    const { texts, format, clock } = this.#context;
    const [look, sign] = looksOf(run.outcome);
    colour(q.status, look);
    icon(q.icon, sign);
    write(q.result, texts.say(`ops.jobs.outcome.${run.outcome}`));
    write(q.when, format.exact(run.began, clock.now()));
    title(q.when, format.full(run.began));
    const cause = texts.has(`ops.jobs.cause.${run.cause}`) ? texts.say(`ops.jobs.cause.${run.cause}`) : run.cause;
    write(q.cause, run.dry_run ? `${cause}, ${texts.say('ops.jobs.dryRun')}` : cause);
    write(q.took, run.took_ms === null ? '' : format.millis(run.took_ms));
    write(q.said, run.error || run.sentence || '');
    write(q.steps, (run.steps ?? []).map((step) => this.#counts(step)).join(' · '));
  }

  #counts(step) {
    const { texts, format } = this.#context;
    const name = texts.has(`ops.jobs.step.${step.name}`) ? texts.say(`ops.jobs.step.${step.name}`) : step.name;
    return texts.say('ops.jobs.stepCounts', { step: name, read: format.number(step.read), written: format.number(step.written), skipped: format.number(step.skipped) });
  }
}
