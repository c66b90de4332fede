import { paintBar } from './dayBar.js';
import { paintDays } from './days.js';
import { dress, look, word } from './states.js';

/** One device's row. It is made once and repainted in place: focus, selection and an open popover stay. */
export class Row {
  #parts;
  #slivers = new Map();

  constructor(template) {
    this.element = template.content.firstElementChild.cloneNode(true);
    const part = (name) => this.element.querySelector(`[data-part="${name}"]`);
    this.#parts = {
      presence: part('presence'), name: part('name'), user: part('user'), version: part('version'), os: part('os'), seen: part('seen'),
      status: part('status'), icon: part('icon'), word: part('word'), since: part('since'), bar: part('bar'), note: part('note'), days: part('days'),
    };
  }

  get bar() {
    return this.#parts.bar;
  }

  get days() {
    return this.#parts.days;
  }

  sliver(jobId) {
    return this.#slivers.get(jobId);
  }

  paint(device, now, { texts, format }) {
    const p = this.#parts;
    this.element.dataset.id = device.id;
    write(p.name, device.name);
    title(p.name, device.name);
    write(p.user, device.username);
    write(p.version, device.version ?? '');
    write(p.os, device.os || device.platform_os || '');
    p.presence.classList.toggle('presence--off', !device.online);
    const presence = texts.say(device.online ? 'device.online' : 'device.offline');
    if (p.presence.title !== presence) {
      p.presence.title = presence;
      p.presence.setAttribute('aria-label', presence);
    }
    write(p.seen, seenText(device, now, texts, format));
    if (!device.online && device.offline_since) title(p.seen, format.full(device.offline_since));
    this.#paintLatest(device, now, texts, format);
    paintBar(p.bar, p.note, this.#slivers, device, now, texts);
    paintDays(p.days, device, texts);
  }

  #paintLatest(device, now, texts, format) {
    const p = this.#parts;
    const latest = device.latest;
    const state = latest ? latest.state : 'never';
    const none = latest ? null : noneText(device, now, texts, format);
    dress(p.status, state);
    const icon = `#i-${look(state)}`;
    if (p.icon.getAttribute('href') !== icon) p.icon.setAttribute('href', icon);
    write(p.word, none ? none.word : word(texts, state, latest.status_code));
    write(p.since, none ? none.since : sinceText(latest, now, texts, format));
    if (latest) title(p.since, format.full(latest.ended_at || latest.started_at));
  }
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function title(element, text) {
  if (element.title !== text) element.title = text;
}

function seenText(device, now, texts, format) {
  if (device.online) return '';
  return device.offline_since ? texts.say('device.seen', { age: format.age(now - device.offline_since) }) : texts.say('device.offline');
}

/** No backup in 24 hours: when the last one was, as far as the dots know. */
function noneText(device, now, texts, format) {
  const days = device.days ?? [];
  const last = days.findLastIndex((state) => state && state !== 'none');
  const age = device.registered_at ? now - device.registered_at : Infinity;
  if (last >= 0) {
    const ago = days.length - last;
    return { word: texts.say('latest.none'), since: texts.count('latest.lastDays', ago, { n: format.number(ago) }) };
  }
  if (age < 13 * 86_400) return { word: texts.say('state.never'), since: texts.say('latest.added', { age: format.age(age) }) };
  return { word: texts.say('latest.none'), since: texts.say('latest.noneIn13') };
}

/** "64 % · 41 min" while it runs, "4 h ago" afterwards. */
export function sinceText(job, now, texts, format) {
  if (job.ended_at) return now - job.ended_at < 5 ? texts.say('latest.now') : texts.say('latest.ago', { age: format.age(now - job.ended_at) });
  const lasted = format.duration(now - job.started_at);
  const done = progressText(job, format);
  if (done) return texts.say('latest.progress', { done, lasted });
  return now - job.started_at < 60 ? texts.say('latest.starting', { lasted }) : lasted;
}

export function progressText(job, format) {
  if (job.total_bytes > 0 && job.bytes_done > 0) return format.percent(Math.min(0.99, job.bytes_done / job.total_bytes));
  return job.bytes_done > 0 ? format.size(job.bytes_done) : '';
}
