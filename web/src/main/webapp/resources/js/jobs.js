import { send } from './api.js';
import { arrange, partsOf, show, write } from './dom.js';
import { JobRow } from './jobRow.js';

/** The batch jobs: last and next run, how long they take, what runs now; start, stop, restart. */
export class Jobs {
  #parts;
  #context;
  #rows = new Map();

  /** @param context {texts, format, clock, toasts, confirm, template, stepTemplate, executionTemplate, onChanged} */
  constructor(section, context) {
    this.#parts = partsOf(section);
    this.#context = context;
  }

  /** @param jobs null while nobody knows */
  paint(jobs) {
    const p = this.#parts;
    show(p.wait, false);
    show(p.table, Boolean(jobs?.length));
    show(p.unknown, !jobs?.length);
    if (!jobs) return;
    write(p.zone, this.#context.texts.say('ops.jobs.lead', { zone: jobs[0]?.zone ?? '' }));
    for (const job of jobs) {
      if (!this.#rows.has(job.name)) this.#rows.set(job.name, new JobRow({ ...this.#context, act: (...all) => this.#act(...all) }));
      this.#rows.get(job.name).paint(job);
    }
    arrange(p.rows, jobs.flatMap((job) => this.#rows.get(job.name).elements));
  }

  /** @param what the end of the address, such as "/stop"; empty to start */
  async #act(job, button, what, body, question) {
    const { texts, toasts, confirm, onChanged } = this.#context;
    if (button.getAttribute('aria-busy') === 'true') return;
    if (question && !(await confirm(question))) return;
    button.setAttribute('aria-busy', 'true');
    try {
      await send('POST', `/admin/operations/jobs/${encodeURIComponent(job.name)}${what}`, body, { stays: true });
      toasts.say(texts.say(`ops.jobs.asked${what.replace('/', '.') || '.start'}`, { job: job.name }), 'running');
      onChanged();
    } catch (trouble) {
      if (trouble.status === 409) toasts.say(trouble.detail, 'warning');
      else toasts.fail(trouble);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
}
