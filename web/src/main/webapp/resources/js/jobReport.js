import { asked, put } from './address.js';
import { getJson } from './api.js';
import { icon, partsOf, show, write } from './dom.js';
import { JobLog } from './jobLog.js';
import { progressText } from './latestWords.js';
import { Sparing } from './sparing.js';
import { dress, jobTitle, look, word } from './states.js';

/** Between two readings while the job runs, ms. */
const APART = 2_000;
/** Between two readings of its log, ms: the backup server is asked each time. */
const LOG_APART = 10_000;
const GOOD = new Set(['success', 'running', 'skipped', 'unknown']);

/**
 * The report of one job, over the page: what it was, how it went, and the log that the backup server keeps. It stands in the address as
 * ?job=, so that it survives a reload and can be sent to somebody. Facts move while the job runs.
 */
export class JobReport {
  #dialog;
  #parts;
  #context;
  #log;
  #id = '';
  /** What is shown: what the page knows of the job, then the whole report. */
  #job = null;
  #trouble = null;
  #whole = false;
  #reading;
  #logReading;

  /** @param context {texts, format, clock, ready: whether the portal is heard of} */
  constructor(dialog, context) {
    this.#dialog = dialog;
    this.#parts = partsOf(dialog);
    this.#context = context;
    this.#log = new JobLog(dialog.querySelector('[data-log]'), { ...context, onRetry: () => this.#logReading.now(false) });
    this.#reading = new Sparing((poll) => this.#read(poll), APART, () => this.#id !== '' && context.ready());
    this.#logReading = new Sparing((poll) => this.#log.read(this.#id, poll), LOG_APART, () => this.#id !== '' && context.ready());
    this.#parts.close.addEventListener('click', () => dialog.close());
    this.#parts.retry.addEventListener('click', () => this.#reading.now(false));
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('close', () => this.#closed());
    addEventListener('popstate', () => this.#follow(asked('job')));
    this.#follow(asked('job'));
  }

  /** @param job what is known of it; its id is enough */
  open(job) {
    this.#id = job.id;
    this.#job = job.state ? job : null;
    this.#trouble = null;
    this.#whole = false;
    put({ job: job.id });
    this.#log.begin();
    this.#paint();
    if (!this.#dialog.open) this.#dialog.showModal();
    // Not behind the answer for another job that is still on its way: that one is thrown away.
    this.#read(false).catch(() => this.#reading.soon());
    this.#log.read(this.#id, false).catch(() => this.#logReading.soon());
  }

  /** Takes one message of the pulse. */
  hear({ kind, job }) {
    if (!this.#id || (kind !== 'snapshot' && job?.id !== this.#id)) return;
    if (kind === 'snapshot' && this.#job?.ended_at) return;
    this.#reading.soon();
    if (kind !== 'job:end') return;
    // What it wrote at its end is wanted at once.
    this.#logReading.now();
  }

  /** Time has passed. */
  tick() {
    if (!this.#id) return;
    this.#paint();
    if (this.#whole && !this.#job.ended_at) this.#logReading.soon();
  }

  #follow(id) {
    if (id === this.#id) return;
    if (id) this.open({ id });
    else this.#dialog.close();
  }

  #closed() {
    this.#id = '';
    put({ job: '' });
  }

  async #read(poll) {
    const id = this.#id;
    if (!id) return;
    try {
      const job = await getJson(`/jobs/${encodeURIComponent(id)}`, {}, { poll });
      if (id !== this.#id) return;
      this.#job = job;
      this.#whole = true;
      this.#trouble = null;
    } catch (trouble) {
      if (id !== this.#id) return;
      this.#trouble = trouble;
      this.#paint();
      // A job that is not there will not come.
      if (trouble.status === 404) return;
      throw trouble;
    }
    this.#paint();
  }

  #paint() {
    const p = this.#parts;
    const job = this.#job;
    show(p.wait, !job && !this.#trouble);
    show(p.fault, Boolean(this.#trouble));
    show(p.body, Boolean(job));
    if (this.#trouble) this.#paintFault();
    if (job) this.#paintJob(job);
    else write(p.title, this.#context.texts.say('report.title'));
    if (!job) write(p.what, '');
  }

  #paintFault() {
    const p = this.#parts;
    const gone = this.#trouble.status === 404;
    write(p.faultWord, this.#context.texts.say(gone ? 'report.gone' : 'report.fault'));
    write(p.reference, gone ? '' : this.#trouble.reference);
    show(p.retry, !gone);
  }

  #paintJob(job) {
    const { texts, format, clock } = this.#context;
    const p = this.#parts;
    const now = clock.now();
    const state = look(job.state);
    const ends = job.ended_at || 0;
    dress(this.#dialog, state);
    icon(p.icon, state);
    icon(p.stateIcon, state);
    write(p.title, texts.say('report.of', { job: jobTitle(texts, job), state: word(texts, job.state, job.status_code) }));
    write(p.what, texts.say('report.on', { kind: kindOf(texts, job), device: job.device_name || '–', time: format.when(ends || job.started_at, now) }));
    const why = this.#why(job, state);
    show(p.why, why !== '');
    write(p.why, why);
    this.#paintProgress(job, now);
    const none = texts.say('report.none');
    const bytes = (value) => (value > 0 || ends ? format.size(value ?? 0) : none);
    write(p.state, word(texts, job.state, job.status_code));
    write(p.kind, kindOf(texts, job));
    write(p.device, job.device_name || none);
    write(p.version, job.client_version ?? '');
    write(p.item, job.item_name || none);
    write(p.engine, job.engine && job.engine !== 'unknown' ? texts.say(`engine.${job.engine}`) : (job.item_type ?? ''));
    write(p.user, job.username || none);
    write(p.vault, job.vault_name || none);
    write(p.size, this.#whole ? bytes(job.size) : '…');
    write(p.files, this.#whole && job.files > 0 ? texts.count('report.files', job.files, { n: format.number(job.files) }) : '');
    write(p.uploaded, this.#whole ? bytes(job.uploaded) : '…');
    write(p.downloaded, this.#whole ? bytes(job.downloaded) : '…');
    write(p.started, job.started_at ? format.full(job.started_at) : none);
    write(p.ended, ends ? format.full(ends) : none);
    write(p.lasted, job.started_at ? format.duration((ends || now) - job.started_at) : none);
    write(p.job, job.job_id ?? job.id);
  }

  /** Why it is not good: what the number of its end means, not a guess at what broke. */
  #why(job, state) {
    const { texts } = this.#context;
    if (GOOD.has(state)) return '';
    const key = `report.why.${job.status_code && state !== 'interrupted' ? job.status_code : state}`;
    return texts.has(key) ? texts.say(key) : '';
  }

  #paintProgress(job, now) {
    const { texts, format } = this.#context;
    const p = this.#parts;
    const runs = !job.ended_at;
    show(p.progress, runs);
    if (!runs) return;
    const share = job.total_bytes > 0 ? Math.min(0.99, job.bytes_done / job.total_bytes) : null;
    p.bar.toggleAttribute('data-unknown', share === null);
    p.bar.style.setProperty('--share', String(share ?? 0));
    if (share === null) p.bar.removeAttribute('aria-valuenow');
    else p.bar.setAttribute('aria-valuenow', String(Math.floor(share * 100)));
    const done = progressText(job, format);
    const lasted = format.duration(now - job.started_at);
    write(p.progressWord, done ? texts.say('latest.progress', { done, lasted }) : lasted);
  }
}

function kindOf(texts, job) {
  const kind = `job.kind.${job.classification}`;
  return texts.has(kind) ? texts.say(kind) : texts.say('job.kind.unknown', { code: job.classification });
}
