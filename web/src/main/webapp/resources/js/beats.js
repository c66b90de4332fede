import { arrange, colour, icon, partsOf, show, title, write } from './dom.js';

const LOOKS = {
  complete: ['success', 'success'],
  skipped: ['success', 'success'],
  refused: ['warning', 'warning'],
  failed: ['error', 'error'],
};

/** The heartbeat of each Comet Server in one line: when, how many were asked, how many answered. */
export class Beats {
  #root;
  #context;
  #lines = new Map();

  /** @param context {texts, format, clock, nameOf, template} */
  constructor(root, context) {
    this.#root = root;
    this.#context = context;
  }

  paint(beats) {
    const shown = beats.map((beat) => this.#line(beat));
    arrange(this.#root, shown);
    show(this.#root, shown.length > 0);
  }

  #line(beat) {
    if (!this.#lines.has(beat.profile)) this.#lines.set(beat.profile, this.#context.template.content.firstElementChild.cloneNode(true));
    const line = this.#lines.get(beat.profile);
    const { texts, format, clock, nameOf } = this.#context;
    const p = partsOf(line);
    const [look, sign] = LOOKS[beat.outcome] ?? ['unknown', 'unknown'];
    line.dataset.profile = beat.profile;
    line.setAttribute('aria-label', texts.say('ops.beat.of', { server: nameOf(beat.profile) }));
    colour(p.status, look);
    icon(p.icon, sign);
    write(p.when, texts.say('ops.beat.ago', { server: nameOf(beat.profile), age: format.fineAge(clock.now() - beat.began) }));
    title(p.when, format.full(beat.began));
    const good = beat.outcome === 'complete' || beat.outcome === 'skipped';
    write(p.how, good ? texts.say('ops.beat.every', { every: format.duration(beat.every_s), took: format.millis(beat.took_ms) }) : texts.say(`ops.beat.${beat.outcome}`, { why: beat.error }));
    for (const name of ['connections', 'connected_users', 'devices', 'online', 'offline', 'deferred']) write(p[name], format.number(beat[name]));
    write(p.changed, format.number(beat.came + beat.went));
    write(p.changes, texts.say('ops.beat.changes', { came: format.number(beat.came), went: format.number(beat.went) }));
    p.on.style.setProperty('--n', beat.online);
    p.off.style.setProperty('--n', beat.offline);
    p.rail.setAttribute('aria-label', texts.say('ops.beat.rail', { online: format.number(beat.online), offline: format.number(beat.offline), devices: format.number(beat.devices) }));
    return line;
  }
}
