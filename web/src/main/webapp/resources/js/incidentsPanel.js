import { arrange, partsOf, show, write } from './dom.js';
import { IncidentEntry } from './incidentEntry.js';
import { SnoozedList } from './snoozedList.js';

/** So long a mouse that rests on the list may still be about to press something, ms. */
const RESTS = 8_000;
/** So long after somebody has hidden something in the list it may move under the pointer, ms. */
const ACTED = 5_000;

/** Where somebody is who was on what has gone. */
const FIRST = '[data-part="anchor"]:not([hidden]) [data-part="snooze"]:not([hidden]), [data-part="evidence"]';

/** The tab "Incidents": one entry for each cause, with why, since when, the evidence and the wish not to hear of it for a while; and what is hidden. */
export class IncidentsPanel {
  #list;
  #said = null;
  #acted = -Infinity;
  #moved = -Infinity;
  #parts;
  #context;
  #entries = new Map();
  #snoozed;
  #t = 0;
  #words = '';

  /** @param context {texts, format, clock, template, lineTemplate, wishTemplate, onEvidence(job), onDevice(device), onSnooze(what, minutes, asOf, name), onWake(wish), onState(state), onClear, onRetry} */
  constructor(panel, context) {
    this.#parts = partsOf(panel);
    const onSnooze = (...wish) => {
      this.#acted = performance.now();
      return context.onSnooze(...wish);
    };
    this.#context = { ...context, onSnooze, asOf: () => this.#t };
    this.#list = this.#parts.groups;
    this.#list.addEventListener('pointermove', () => (this.#moved = performance.now()), { passive: true });
    this.#list.addEventListener('pointerleave', () => this.#said && this.paint(...this.#said));
    this.#snoozed = new SnoozedList(this.#parts, context);
    this.#parts.clear.addEventListener('click', () => context.onClear());
    this.#parts.retry.addEventListener('click', () => context.onRetry());
  }

  /** Lines come, go and change places only while no mouse is at work on them: nobody presses what has just moved there. */
  get #still() {
    const now = performance.now();
    return this.#list.matches(':hover') && this.#list.children.length > 0 && now - this.#moved < RESTS && now - this.#acted > ACTED;
  }

  /**
   * @param said {t, snoozed, trouble}
   * @param fitting as fittingIncidents makes it
   */
  paint(said, fitting) {
    this.#said = [said, fitting];
    const { t, snoozed, trouble } = said;
    const { groups, words, rest } = fitting;
    const p = this.#parts;
    const { texts, format } = this.#context;
    this.#t = t;
    show(p.wait, !groups && !trouble);
    show(p.fault, Boolean(trouble));
    const nothing = said.groups?.length === 0;
    show(p.none, nothing);
    const narrowed = Boolean(words && groups) && !nothing;
    show(p.narrowed, narrowed);
    if (narrowed) write(p.words, texts.say(groups.length ? 'incident.fitting' : 'incident.noneFits', { words }));
    const had = document.activeElement;
    const inside = p.groups.contains(had);
    const keys = new Set((groups ?? []).map((group) => group.key));
    // Whoever types other words does not press anything meanwhile; what is pressed in the list may choose others, too.
    const others = words !== this.#words && !inside;
    this.#words = words;
    if (groups && this.#still && !others) {
      for (const group of groups) if (this.#entries.has(group.key)) this.#entry(group);
    } else {
      for (const key of this.#entries.keys()) if (!keys.has(key)) this.#entries.delete(key);
      arrange(p.groups, (groups ?? []).map((group) => this.#entry(group)));
    }
    show(p.rest, rest > 0);
    write(p.rest, rest > 0 ? texts.count('incident.rest', rest, { n: format.number(rest) }) : '');
    this.#snoozed.paint(snoozed);
    // Whoever snoozed one is where it was: at the next.
    if (inside && had.isConnected && document.activeElement !== had) had.focus({ preventScroll: true });
    else if (groups && had !== document.body && (!had.isConnected || (had === p.clear && !narrowed))) (p.groups.querySelector(FIRST) ?? (nothing ? p.none : p.clear)).focus();
  }

  #entry(group) {
    const entry = this.#entries.get(group.key) ?? new IncidentEntry(this.#context);
    this.#entries.set(group.key, entry);
    entry.paint(group);
    return entry.element;
  }
}
