import { paintBadge } from './badge.js';
import { write } from './dom.js';
import { fittingIncidents } from './fittingIncidents.js';
import { Incidents } from './incidents.js';
import { IncidentsPanel } from './incidentsPanel.js';
import { MinutePanel } from './minutePanel.js';
import { foldingTabs } from './tabs.js';

/** After these something else may be the matter. */
const CHANGES = new Set(['job:start', 'job:end', 'device:new', 'device:removed', 'device:online', 'device:offline', 'snapshot']);

/** So many devices the server takes in one wish. */
const MOST = 200;

/** The card "Protection Pulse": what happens this minute, and what is the matter. */
export class PulseCard {
  #context;
  #counts;
  #incidents;
  #panel;
  #minute;

  /** @param context {texts, format, clock, fleet, toasts, announcer, onEvidence, onDevice, onState, onClear: takes the words of the search away, onSnoozed: told when incidents are hidden or back, ready: whether the portal is heard of, words: of the search} */
  constructor(root, context) {
    this.#context = context;
    const tabs = foldingTabs(root, 'pulse');
    this.#counts = { minute: root.querySelector('[data-tab="minute"] .n'), incidents: root.querySelector('[data-tab="incidents"] .n') };
    const part = (id) => document.getElementById(id);
    this.#minute = new MinutePanel(part('pulse-minute'), { ...context, lineTemplate: part('minute-line'), onCount: (n, more) => this.#count('minute', n, more) });
    const panel = part('pulse-incidents');
    this.#incidents = new Incidents(() => this.#paint(), () => !panel.hidden, context.ready, context.words);
    this.#panel = new IncidentsPanel(panel, {
      ...context, template: part('incident'), lineTemplate: part('incident-line'), wishTemplate: part('incident-wish'),
      onSnooze: (what, minutes, asOf, name) => this.#snooze([what], minutes, asOf, name),
      onWake: ({ id, devices }) => this.#wake([id], devices),
      onRetry: () => this.#incidents.read(),
    });
    root.addEventListener('click', (event) => {
      if (!event.target.closest('[data-tab]')) return;
      this.tick();
      // What is hidden is read only for those who look.
      if (!panel.hidden) this.#incidents.read();
    });
    const asked = () => location.hash === '#incidents' && tabs.open('incidents');
    asked();
    addEventListener('hashchange', () => {
      asked();
      this.#incidents.soon();
    });
    this.#incidents.read();
  }

  hear(message) {
    this.#minute.hear(message);
    if (CHANGES.has(message.kind)) this.#incidents.soon();
  }

  /** The incidents that fit these words. */
  search(words) {
    this.#incidents.search(words);
  }

  /** What became so because time has passed is in no news: the verdict's number tells, which is read now and then. */
  compare(needing) {
    if (needing !== undefined && this.#incidents.groups && needing !== this.#incidents.total) this.#incidents.soon();
  }

  /** The portal is heard of again. */
  resume() {
    this.#incidents.resume();
  }

  /** The services of this client are others now. */
  forget() {
    this.#minute.forget();
    this.#incidents.forget();
  }

  /** Time has passed. */
  tick() {
    this.#minute.paint();
    this.#paintPanel();
  }

  #count(tab, n, more = false) {
    write(this.#counts[tab], this.#context.format.atLeast(n, more));
  }

  /** @returns what fits the words of the search */
  #paintPanel() {
    const fitting = fittingIncidents(this.#incidents, this.#context.texts);
    this.#panel.paint(this.#incidents, fitting);
    return fitting;
  }

  #paint() {
    const { words, total: n } = this.#paintPanel();
    if (!this.#incidents.groups) return;
    const { texts, format } = this.#context;
    const total = format.number(this.#incidents.total);
    write(this.#counts.incidents, words ? texts.say('incident.ofAll', { n: format.number(n), total }) : total);
    paintBadge(this.#incidents.total, total);
  }

  /**
   * Nobody wants to hear of these devices for a while.
   *
   * @param name of one of them
   * @param onDone told until when, and null when it is taken back
   */
  snoozeDevices(ids, minutes, asOf, name, onDone) {
    const whats = [];
    for (let i = 0; i < ids.length; i += MOST) whats.push({ device_ids: ids.slice(i, i + MOST) });
    return this.#snooze(whats, minutes, asOf, name, onDone);
  }

  /** Several wishes are one for whoever takes them back; what was hidden before one of them failed is told all the same. */
  async #snooze(whats, minutes, asOf, device, onDone = () => {}) {
    const { texts, format, clock, toasts, onSnoozed } = this.#context;
    const ids = [];
    let devices = 0;
    let until = 0;
    let trouble = null;
    try {
      for (const what of whats) {
        const wish = await this.#incidents.snooze(what, minutes, asOf);
        if (wish.id) ids.push(wish.id);
        devices += wish.devices;
        until = wish.until;
      }
    } catch (failed) {
      trouble = failed;
      toasts.fail(failed);
    }
    const undo = { word: texts.say('incident.undo'), run: () => this.#wake(ids, devices).then(() => onDone(null)) };
    if (ids.length) onDone(until);
    if (ids.length) toasts.say(texts.count('incident.snoozed', devices, { n: format.number(devices), device, time: format.when(until, clock.now()) }), 'success', undo);
    else if (!trouble) toasts.say(texts.say('incident.gone'), 'warning');
    onSnoozed();
  }

  async #wake(ids, devices) {
    const { texts, format, toasts, onSnoozed } = this.#context;
    try {
      for (const id of ids) await this.#incidents.wake(id);
      toasts.say(texts.count('incident.woken', devices, { n: format.number(devices) }), 'success');
    } catch (trouble) {
      toasts.fail(trouble);
    }
    onSnoozed();
  }
}
