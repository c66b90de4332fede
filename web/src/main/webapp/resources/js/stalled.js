import { getJson, send } from './api.js';
import { colour, icon, partsOf, show, title, write } from './dom.js';
import { PagedTable } from './pagedTable.js';
import { RunLines } from './runLines.js';

const SIZE = 10;
const NEXT = {
  wait: ['unknown', 'timeout'],
  look: ['running', 'timeout'],
  cancel: ['warning', 'cancelled'],
  abandon: ['warning', 'skipped'],
  rest: ['error', 'error'],
};

/** Jobs that do not move: what the monitor saw, what it will do, and doing it now. */
export class Stalled {
  #table;
  #context;
  #buttons;
  #lines;
  #heard = '';

  /** @param context {texts, format, clock, toasts, confirm, nameOf, template, lineTemplate, onChanged} */
  constructor(section, context) {
    this.#context = context;
    const p = partsOf(section);
    this.#lines = new RunLines(p.runs, { ...context, template: context.lineTemplate });
    this.#buttons = { run: p.run, dry: p.dry };
    this.#table = new PagedTable(section, {
      ...context,
      read: async (page, poll) => withIds(await getJson('/admin/operations/monitor/jobs', { page, size: SIZE }, { poll })),
      make: () => new StalledRow(context, this),
      emptyText: () => context.texts.say('ops.stalled.none'),
    });
    p.run.addEventListener('click', () => this.#run(p.run, false));
    p.dry.addEventListener('click', () => this.#run(p.dry, true));
  }

  open() {
    return this.#table.open();
  }

  /** A run has ended: the list has changed. */
  hear(monitors) {
    this.#lines.paint(monitors);
    const news = monitors.map((run) => `${run.profile} ${run.began} ${run.unfinished}`).join();
    if (this.#heard && this.#heard !== news) this.#table.reload(true);
    this.#heard = news;
  }

  reload() {
    return this.#table.reload();
  }

  async #run(button, dry) {
    const { texts, toasts, confirm, onChanged, nameOf } = this.#context;
    if (button.getAttribute('aria-busy') === 'true') return;
    if (!dry && !(await confirm({ title: texts.say('ops.stalled.run.title'), text: texts.say('ops.stalled.run.text'), action: texts.say('ops.stalled.run.yes') }))) return;
    button.setAttribute('aria-busy', 'true');
    try {
      const { not_begun: others } = await send('POST', '/admin/operations/monitor', { dry_run: dry }, { stays: true });
      toasts.say(texts.say(dry ? 'ops.stalled.dry.asked' : 'ops.stalled.run.asked'), 'running');
      if (others.length) toasts.say(texts.say('ops.stalled.notAll', { servers: others.map((one) => nameOf(one.profile)).join(', ') }), 'warning');
      onChanged();
    } catch (trouble) {
      if (trouble.status === 409) toasts.say(texts.say('ops.stalled.busy'), 'warning');
      else toasts.fail(trouble);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
}

/** The table wants one id a row: a job's is known within its server alone. */
function withIds(answer) {
  return { ...answer, items: answer.items.map((job) => ({ ...job, id: `${job.profile}/${job.job_id}` })) };
}

const short = (id) => (id.length > 12 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id);

class StalledRow {
  #parts;
  #context;
  #list;
  #sub;
  #job;

  constructor(context, list) {
    this.#context = context;
    this.#list = list;
    this.elements = [...context.template.content.cloneNode(true).children];
    this.#sub = this.elements[1];
    this.#parts = partsOf(...this.elements);
    this.#parts.dry.addEventListener('click', () => this.#dry());
    this.#parts.act.addEventListener('click', () => this.#act());
  }

  paint(job) {
    this.#job = job;
    const { texts, format, clock, nameOf } = this.#context;
    const p = this.#parts;
    const now = clock.now();
    const device = job.device_name || job.device_id;
    write(p.device, device);
    write(p.owner, texts.say('ops.stalled.owner', { user: job.username, server: nameOf(job.profile) }));
    write(p.item, job.item || job.engine || texts.say('ops.stalled.job'));
    write(p.id, short(job.job_id));
    title(p.id, job.job_id);
    write(p.since, format.moment(job.idle_since, now));
    title(p.since, format.full(job.idle_since));
    write(p.span, format.duration(now - job.idle_since));
    this.#pips(job);
    const [look, sign] = NEXT[job.next] ?? ['unknown', 'unknown'];
    colour(p.status, look);
    icon(p.icon, sign);
    write(p.next, texts.has(`ops.stalled.next.${job.next}`) ? texts.say(`ops.stalled.next.${job.next}`) : job.next);
    write(p.at, job.error || (job.next_at ? texts.say('ops.stalled.at', { time: format.moment(job.next_at, now) }) : ''));
    p.dry.setAttribute('aria-label', texts.say('ops.stalled.dry.of', { device }));
    p.act.setAttribute('aria-label', texts.say('ops.stalled.act.of', { device }));
  }

  #pips(job) {
    const { texts, format } = this.#context;
    const p = this.#parts;
    const most = Math.min(9, Math.max(1, job.max_attempts));
    while (p.pips.children.length < most) p.pips.append(document.createElement('i'));
    while (p.pips.children.length > most) p.pips.lastElementChild.remove();
    [...p.pips.children].forEach((pip, i) => pip.classList.toggle('on', i < job.attempts));
    colour(p.attempts, job.attempts >= job.max_attempts ? 'error' : job.attempts ? 'warning' : '');
    write(p.used, texts.say('ops.stalled.attempts', { n: format.number(job.attempts), most: format.number(job.max_attempts) }));
  }

  async #dry() {
    const p = this.#parts;
    if (!this.#sub.hidden) {
      this.#open(false);
      return;
    }
    await this.#once(p.dry, async () => {
      const said = await send('POST', `${this.#path()}/dry-run`, {}, { stays: true });
      this.#tell(said.would, said);
      show(p.act, said.would !== 'wait' && said.would !== 'reset');
      this.#open(true);
    });
  }

  async #act() {
    const { texts, toasts, confirm, onChanged } = this.#context;
    const p = this.#parts;
    const sure = await confirm({ title: texts.say('ops.stalled.act.title'), text: texts.say('ops.stalled.act.text', { device: p.device.textContent }), action: texts.say('ops.stalled.act.yes'), danger: true });
    if (!sure) return;
    await this.#once(p.act, async () => {
      const said = await send('POST', `${this.#path()}/run`, {}, { stays: true });
      toasts.say(texts.say('ops.stalled.did', { did: said.did.split('+').map((act) => this.#word('done', act)).join(', ') }), said.error ? 'warning' : 'success');
      this.#open(false);
      await this.#list.reload();
      onChanged();
    });
  }

  #path() {
    return `/admin/operations/monitor/jobs/${encodeURIComponent(this.#job.profile)}/${encodeURIComponent(this.#job.job_id)}`;
  }

  /** @param kind act, done or rule */
  #word(kind, code) {
    const { texts } = this.#context;
    const key = `ops.stalled.${kind}.${code}`;
    return texts.has(key) ? texts.say(key) : code;
  }

  #tell(act, said) {
    const { texts, format, clock } = this.#context;
    const p = this.#parts;
    write(p.would, texts.say('ops.stalled.would', { act: this.#word('act', act) }));
    write(p.looked, texts.say('ops.stalled.looked', { time: format.exact(said.at ?? clock.now(), clock.now()) }));
    write(p.evidence, [said.evidence, said.error].filter(Boolean).join(' '));
    write(p.rule, this.#word('rule', said.rule));
  }

  #open(open) {
    const { texts } = this.#context;
    show(this.#sub, open);
    this.elements[0].classList.toggle('has-sub', open);
    this.#parts.dry.setAttribute('aria-expanded', String(open));
    write(this.#parts.dryWord, texts.say(open ? 'ops.stalled.hide' : 'ops.stalled.dry'));
  }

  async #once(button, work) {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      await work();
    } catch (trouble) {
      const { texts, toasts } = this.#context;
      if (trouble.status === 409) toasts.say(trouble.detail || texts.say('ops.stalled.busy'), 'warning');
      else toasts.fail(trouble);
      if (trouble.status === 404) this.#list.reload();
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
}
