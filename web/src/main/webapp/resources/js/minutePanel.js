import { paintSoon } from './beat.js';
import { arrange, icon, partsOf, show, write } from './dom.js';
import { progressText } from './latestWords.js';
import { Minute } from './minute.js';
import { dress, jobTitle, word } from './states.js';

/** So many jobs at work have a line. */
const MOST = 8;
const COMING = { 'device:new': 'new', 'device:online': 'online', 'device:offline': 'offline', 'device:removed': 'removed' };

/**
 * The tab "This minute". Numbers and bars move in place; lines come and go only while nobody has the pointer or the focus on them, and not at
 * all while it is paused.
 */
export class MinutePanel {
  #minute = new Minute();
  #panel;
  #parts;
  #context;
  #lines = new Map();
  #paused = false;

  /** @param context {texts, format, clock, fleet, lineTemplate, onCount: told how many run, and whether there may be more} */
  constructor(panel, context) {
    this.#panel = panel;
    this.#parts = partsOf(panel);
    this.#context = context;
    this.#parts.pause.addEventListener('click', () => {
      this.#paused = !this.#paused;
      this.#parts.pause.setAttribute('aria-pressed', String(this.#paused));
      icon(this.#parts.pauseIcon, this.#paused ? 'play' : 'interrupted');
      this.paint();
    });
    panel.addEventListener('pointerleave', () => this.paint());
  }

  hear(message) {
    if (this.#minute.hear(message)) paintSoon(this.#paint);
  }

  #paint = () => this.paint();

  /** Whatever is shown goes at once, also from under a pointer and while it is paused. */
  forget() {
    this.#minute.forget();
    this.#lines.clear();
    for (const list of [this.#parts.running, this.#parts.ended, this.#parts.devices]) list.replaceChildren();
    this.paint();
  }

  paint() {
    const { running, ended, devices, cut } = this.#minute;
    this.#context.onCount(running.length, cut);
    if (this.#panel.hidden || this.#paused) return;
    const p = this.#parts;
    // A finger leaves no pointer behind; a mouse that rests there means that somebody reads.
    const still = matchMedia('(hover: hover)').matches && p.columns.matches(':hover');
    this.#fill(p.running, running.slice(0, MOST), (line, job) => this.#job(line, job), still);
    this.#fill(p.ended, ended, (line, job) => this.#job(line, job), still);
    this.#fill(p.devices, devices, (line, news) => this.#device(line, news), still);
    show(p.runningNone, p.running.children.length === 0);
    show(p.endedNone, p.ended.children.length === 0);
    show(p.devicesNone, p.devices.children.length === 0);
    const more = running.length - MOST;
    show(p.more, more > 0);
    if (more > 0) write(p.more, this.#context.texts.count('minute.more', more, { n: this.#context.format.atLeast(more, cut) }));
  }

  #fill(list, items, paint, still) {
    const wanted = new Set(items.map((item) => `${list.dataset.part} ${item.id}`));
    for (const key of this.#lines.keys()) {
      if (!still && key.startsWith(`${list.dataset.part} `) && !wanted.has(key)) this.#lines.delete(key);
    }
    const elements = [];
    for (const item of items) {
      const key = `${list.dataset.part} ${item.id}`;
      if (still && !this.#lines.has(key)) continue;
      const line = this.#lines.get(key) ?? this.#make();
      this.#lines.set(key, line);
      paint(line, item);
      elements.push(line.element);
    }
    if (!still) arrange(list, elements);
  }

  #make() {
    const element = this.#context.lineTemplate.content.firstElementChild.cloneNode(true);
    return { element, ...partsOf(element) };
  }

  #job(line, job) {
    const { texts, format, clock, fleet } = this.#context;
    const now = clock.now();
    const state = job.ended_at ? job.state : away(job, fleet, now) ? 'interrupted' : 'running';
    dress(line.element, state);
    icon(line.icon, state);
    write(line.name, job.device_name);
    write(line.what, job.ended_at ? `${word(texts, state, job.status_code)} · ${jobTitle(texts, job)}` : jobTitle(texts, job));
    const done = job.ended_at ? '' : progressText(job, format);
    const lasted = format.duration((job.ended_at || now) - job.started_at);
    write(line.time, job.ended_at ? texts.say('latest.ago', { age: format.age(now - job.ended_at) }) : done ? texts.say('latest.progress', { done, lasted }) : lasted);
    const share = !job.ended_at && job.total_bytes > 0 ? Math.min(0.99, job.bytes_done / job.total_bytes) : null;
    show(line.bar, !job.ended_at);
    line.bar.toggleAttribute('data-unknown', share === null);
    line.bar.setAttribute('aria-label', texts.say('minute.progressOf', { device: job.device_name }));
    if (share === null) line.bar.removeAttribute('aria-valuenow');
    else line.bar.setAttribute('aria-valuenow', String(Math.floor(share * 100)));
    line.bar.style.setProperty('--share', String(share ?? 0));
  }

  #device(line, { name, kind, t }) {
    const { texts, format, clock } = this.#context;
    const way = COMING[kind] ?? 'new';
    dress(line.element, way === 'online' || way === 'new' ? 'success' : 'unknown');
    icon(line.icon, way === 'removed' ? 'x' : way === 'offline' ? 'unlink' : 'device');
    write(line.name, name);
    write(line.what, texts.say(`minute.${way}`));
    write(line.time, texts.say('latest.ago', { age: format.age(clock.now() - t) }));
    show(line.bar, false);
  }
}

function away(job, fleet, now) {
  const device = fleet.devices.get(job.device_id);
  return device && !device.online && device.offline_since && now - device.offline_since >= fleet.grace;
}
