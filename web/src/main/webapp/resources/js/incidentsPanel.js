import { arrange, partsOf, show, write } from './dom.js';
import { IncidentEntry } from './incidentEntry.js';
import { SnoozedList } from './snoozedList.js';

/** The tab "Incidents": one entry for each cause, with why, since when, the evidence and the wish not to hear of it for a while; and what is hidden. */
export class IncidentsPanel {
  #parts;
  #context;
  #entries = new Map();
  #snoozed;
  #t = 0;

  /** @param context {texts, format, clock, template, lineTemplate, wishTemplate, onEvidence(job), onDevice(device), onSnooze(what, minutes, asOf, name), onWake(wish), onState(state), onRetry} */
  constructor(panel, context) {
    this.#parts = partsOf(panel);
    this.#context = { ...context, asOf: () => this.#t };
    this.#snoozed = new SnoozedList(this.#parts, context);
    this.#parts.retry.addEventListener('click', () => context.onRetry());
  }

  paint({ groups, total, t, snoozed, trouble }) {
    const p = this.#parts;
    const { texts, format } = this.#context;
    this.#t = t;
    show(p.wait, !groups && !trouble);
    show(p.fault, Boolean(trouble));
    show(p.none, groups?.length === 0);
    const had = document.activeElement;
    const inside = p.groups.contains(had);
    const keys = new Set((groups ?? []).map((group) => group.key));
    for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
    arrange(p.groups, (groups ?? []).map((group) => this.#entry(group)));
    const rest = total - (groups ?? []).reduce((sum, group) => sum + group.devices, 0);
    show(p.rest, rest > 0);
    write(p.rest, rest > 0 ? texts.count('incident.rest', rest, { n: format.number(rest) }) : '');
    this.#snoozed.paint(snoozed);
    // Whoever snoozed one is where it was: at the next.
    if (inside && had.isConnected && document.activeElement !== had) had.focus({ preventScroll: true });
    else if (groups && had !== document.body && !had.isConnected) (p.groups.querySelector('[data-part="snooze"]:not([hidden])') ?? p.none).focus();
  }

  #entry(group) {
    const entry = this.#entries.get(group.key) ?? new IncidentEntry(this.#context);
    this.#entries.set(group.key, entry);
    entry.paint(group);
    return entry.element;
  }
}
