import { colour, icon, partsOf, show, title, write } from './dom.js';
import { JobHistory } from './jobHistory.js';
import { looksOf } from './jobLooks.js';

/** One batch job: a row, under it the steps of what runs, and its history when somebody wants to see it. */
export class JobRow {
  #parts;
  #context;
  #job;
  #history;

  /** @param context {texts, format, clock, toasts, template, stepTemplate, executionTemplate, act} */
  constructor(context) {
    this.#context = context;
    this.elements = [...context.template.content.cloneNode(true).children];
    this.#parts = partsOf(...this.elements);
    this.#history = new JobHistory(this.elements[2], context);
    const p = this.#parts;
    const { texts, act } = context;
    p.start.addEventListener('click', () => act(this.#job, p.start, '', {}));
    p.dry.addEventListener('click', () => act(this.#job, p.dry, '', { dry_run: true }));
    p.stop.addEventListener('click', () => act(this.#job, p.stop, '/stop', undefined, { title: texts.say('ops.jobs.stop.title', { job: this.#job.name }), text: texts.say('ops.jobs.stop.text'), action: texts.say('ops.jobs.stop.yes'), danger: true }));
    p.restart.addEventListener('click', () => act(this.#job, p.restart, '/restart'));
    p.confirm.addEventListener('click', () => act(this.#job, p.confirm, '/confirm', undefined, { title: texts.say('ops.jobs.confirm.title'), text: this.#job.needs_confirmation.sentence, action: texts.say('ops.jobs.confirm.yes'), danger: true }));
    p.history.addEventListener('click', () => this.#toggle());
  }

  paint(job) {
    this.#job = job;
    const { texts, format, clock } = this.#context;
    const p = this.#parts;
    const now = clock.now();
    this.elements[0].dataset.job = job.name;
    write(p.name, job.name);
    write(p.schedule, job.enabled === false ? texts.say('ops.jobs.off') : this.#schedule(job.schedule));
    const outcome = job.running ? 'running' : job.last?.outcome;
    const [look, sign] = outcome ? looksOf(outcome) : ['unknown', 'never'];
    colour(p.status, look);
    icon(p.icon, sign);
    write(p.result, outcome ? texts.say(`ops.jobs.outcome.${outcome}`) : texts.say('ops.jobs.never'));
    write(p.sentence, this.#sentence(job, now));
    this.#paintTrend(job, now);
    write(p.next, job.next ? format.moment(job.next, now) : texts.say('ops.jobs.noNext'));
    write(p.wait, job.next ? texts.say('ops.jobs.in', { span: format.age(Math.max(0, job.next - now)) }) : '');
    if (job.next) title(p.next, format.full(job.next));
    this.#paintButtons(job);
    this.#paintSteps(job, now);
    this.#history.hear(job);
  }

  #schedule(schedule) {
    const { texts } = this.#context;
    const [kind, ...rest] = schedule.split(' ');
    return texts.has(`ops.jobs.schedule.${kind}`) ? texts.say(`ops.jobs.schedule.${kind}`, { time: rest.join(' ') }) : schedule;
  }

  #sentence(job, now) {
    const { texts, format } = this.#context;
    if (job.running) return texts.say('ops.jobs.since', { time: format.exact(job.running.began, now) });
    if (job.needs_confirmation) return job.needs_confirmation.sentence;
    const { last } = job;
    if (!last) return '';
    return [format.moment(last.began, now), last.error || last.sentence].filter(Boolean).join(' · ');
  }

  #paintTrend(job, now) {
    const { texts, format } = this.#context;
    const p = this.#parts;
    const runs = [...(job.durations ?? []), ...(job.running ? [{ ms: (now - job.running.began) * 1000, outcome: 'running' }] : [])].slice(-14);
    const most = Math.max(1, ...runs.map((run) => run.ms));
    while (p.trend.children.length < runs.length) p.trend.append(document.createElement('i'));
    while (p.trend.children.length > runs.length) p.trend.lastElementChild.remove();
    runs.forEach((run, i) => {
      const bar = p.trend.children[i];
      bar.style.setProperty('--v', run.outcome === 'failed' ? 1 : Math.max(0.12, run.ms / most).toFixed(2));
      colour(bar, run.outcome === 'failed' ? 'error' : run.outcome === 'running' ? 'running' : '');
    });
    const usual = median((job.durations ?? []).filter((run) => run.outcome === 'completed').map((run) => run.ms));
    const current = job.running ? (now - job.running.began) * 1000 : job.last?.took_ms;
    write(p.took, current === undefined || current === null ? '' : job.running ? texts.say('ops.jobs.soFar', { took: format.millis(current) }) : format.millis(current));
    const slower = usual && current > usual * 1.4 && current - usual > 1000 && !job.running;
    write(p.usual, !usual ? '' : slower ? texts.say('ops.jobs.slower', { percent: format.percent(current / usual - 1) }) : texts.say('ops.jobs.usual', { took: format.millis(usual) }));
    colour(p.usual, slower ? 'warning' : '');
  }

  #paintButtons(job) {
    const { texts } = this.#context;
    const p = this.#parts;
    const restartable = !job.running && Boolean(job.last?.restartable);
    show(p.start, !job.running && !restartable);
    show(p.dry, !job.running && job.name === 'nightly-sync');
    show(p.stop, Boolean(job.running));
    show(p.restart, restartable);
    show(p.confirm, !job.running && Boolean(job.needs_confirmation));
    for (const [button, key] of [[p.start, 'start'], [p.dry, 'dry'], [p.stop, 'stop'], [p.restart, 'restart'], [p.confirm, 'confirm'], [p.history, 'history']]) {
      button.setAttribute('aria-label', texts.say(`ops.jobs.of.${key}`, { job: job.name }));
    }
  }

  #paintSteps(job, now) {
    const { texts, format, stepTemplate } = this.#context;
    const steps = job.running?.steps ?? [];
    show(this.elements[1], steps.length > 0);
    this.elements[0].classList.toggle('has-sub', steps.length > 0 || this.#history.open);
    const list = this.#parts.steps;
    list.setAttribute('aria-label', texts.say('ops.jobs.steps', { job: job.name }));
    while (list.children.length < steps.length) list.append(stepTemplate.content.firstElementChild.cloneNode(true));
    while (list.children.length > steps.length) list.lastElementChild.remove();
    steps.forEach((step, i) => {
      const q = partsOf(list.children[i]);
      const going = !step.ended;
      q.step.classList.toggle('is-done', !going);
      if (going) q.step.setAttribute('aria-current', 'step');
      else q.step.removeAttribute('aria-current');
      const share = going && job.running.total ? Math.min(1, job.running.done / job.running.total) : 0;
      q.step.style.setProperty('--share', share.toFixed(3));
      icon(q.icon, going ? 'running' : 'check');
      write(q.name, texts.has(`ops.jobs.step.${step.name}`) ? texts.say(`ops.jobs.step.${step.name}`) : step.name);
      const counts = going && job.running.total ? texts.say('ops.jobs.done', { n: format.number(job.running.done), total: format.number(job.running.total) }) : texts.say('ops.jobs.read', { n: format.number(step.read) });
      write(q.counts, going ? counts : `${counts} · ${format.millis((step.ended - step.began) * 1000)}`);
    });
  }

  #toggle() {
    const open = this.#history.toggle(this.#job);
    this.#parts.history.setAttribute('aria-expanded', String(open));
    this.elements[0].classList.toggle('has-sub', open || !this.elements[1].hidden);
  }
}

function median(numbers) {
  if (!numbers.length) return 0;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
