import { arrange } from './dom.js';
import { placeBy } from './placing.js';

/**
 * The one popover of the page: a title, a list of lines and a way to step. What it shows comes from a source:
 *   title(), subtitle(), lines() -> elements, anchor() -> element, move(by), step(by), close(), and enter() where Enter does something
 *
 * A source without backLabel and onLabel has nothing to step through.
 *
 * Focus goes into it and comes back to the trigger; arrows move, Page Up and Page Down step, Escape closes.
 */
export class Popover {
  #box;
  #title;
  #subtitle;
  #list;
  #steps;
  #trigger = null;
  #source = null;

  constructor(box) {
    this.#box = box;
    const part = (name) => box.querySelector(`[data-part="${name}"]`);
    this.#title = part('title');
    this.#subtitle = part('subtitle');
    this.#list = part('lines');
    this.#steps = { back: part('back'), on: part('on') };
    this.#steps.back.addEventListener('click', () => this.#go('step', -1));
    this.#steps.on.addEventListener('click', () => this.#go('step', 1));
    part('close').addEventListener('click', () => this.close(true));
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('toggle', (event) => event.newState === 'closed' && this.#closed());
    addEventListener('scroll', () => this.#source && this.#place(), { passive: true });
    addEventListener('resize', () => this.#source && this.#place());
  }

  get source() {
    return this.#source;
  }

  /** @param glance whether a mouse only looks: the focus stays where it is */
  open(trigger, source, glance = false) {
    if (this.#source) this.close(false);
    this.#trigger = trigger;
    this.#source = source;
    trigger.setAttribute('aria-expanded', 'true');
    this.refresh();
    this.#box.showPopover();
    this.#place();
    if (!glance) this.#box.focus({ preventScroll: true });
    this.reveal();
  }

  /** Shows the same thing with what is known now. */
  refresh() {
    const source = this.#source;
    if (!source) return;
    const lines = source.lines();
    if (lines.length === 0) {
      this.close(true);
      return;
    }
    for (const [name, button] of Object.entries(this.#steps)) {
      const label = (name === 'back' ? source.backLabel : source.onLabel) ?? '';
      button.hidden = !label;
      if (button.title === label) continue;
      button.setAttribute('aria-label', label);
      button.title = label;
    }
    this.#title.textContent = source.title();
    this.#subtitle.textContent = source.subtitle();
    const inside = this.#list.contains(document.activeElement);
    arrange(this.#list, lines);
    // What had the focus may have gone with its line.
    if (inside && !this.#list.contains(document.activeElement)) this.#list.focus({ preventScroll: true });
    if (this.#box.matches(':popover-open')) this.#place();
  }

  close(giveBack) {
    if (!this.#source) return;
    const trigger = this.#trigger;
    if (this.#box.matches(':popover-open')) this.#box.hidePopover();
    this.#closed();
    if (giveBack) trigger.focus({ preventScroll: true });
  }

  #closed() {
    if (!this.#source) return;
    this.#source.close();
    this.#source = null;
    this.#trigger.removeAttribute('aria-expanded');
  }

  #go(way, by) {
    this.#source[way](by);
    this.refresh();
    this.reveal();
  }

  /** What is chosen is seen, and what stands open below it. */
  reveal() {
    for (const line of this.#list.querySelectorAll('.day-jobs, [aria-current="true"]')) line.scrollIntoView({ block: 'nearest' });
  }

  #key(event) {
    if (!this.#source || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = {
      ArrowLeft: ['move', -1], ArrowUp: ['move', -1], ArrowRight: ['move', 1], ArrowDown: ['move', 1],
      PageUp: ['step', -1], PageDown: ['step', 1], Home: ['move', -Infinity], End: ['move', Infinity],
    };
    if (moves[event.key]) this.#go(...moves[event.key]);
    else if (event.key === 'Enter' && this.#source.enter && [this.#box, this.#list].includes(event.target)) this.#source.enter();
    else if (event.key === 'Escape') this.close(true);
    else if (event.key === 'Tab' && this.#leaves(event)) this.close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Tab past either end comes back to the row: the popover stands at the end of the page, but belongs there. */
  #leaves(event) {
    const stops = [...this.#box.querySelectorAll('button:not([hidden], [tabindex="-1"]), [tabindex="0"]')];
    return event.shiftKey ? [this.#box, stops[0]].includes(document.activeElement) : document.activeElement === stops.at(-1);
  }

  #place() {
    const anchor = this.#source.anchor();
    if (!anchor?.isConnected) {
      this.close(false);
      return;
    }
    placeBy(anchor, this.#box);
  }
}
