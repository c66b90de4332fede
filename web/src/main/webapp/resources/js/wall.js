import { asked, put } from './address.js';
import { door } from './api.js';
import { show, write } from './dom.js';

/** So long each choice is shown, ms. */
const TURN = 20_000;
/** Where the tab keeps what to come back to: a turn may be loaded anew. */
const KEPT = 'eb_wall';

/**
 * The page on a screen on the wall: without its frame, large, and in turn all devices, the worst first, and those of each group, or in each
 * state, that needs somebody. It stands in the address as ?wall=1, so that a screen can begin with it. What somebody else had chosen comes back at the end.
 */
export class Wall {
  #root = document.documentElement;
  #begin;
  #bar;
  #context;
  #before = null;
  #timer = 0;
  /** What is shown now, as `turns` told it; empty for all devices. */
  #shown = {};
  /** Which turn that was. */
  #at = 0;
  #paused = false;
  #awake = null;
  /** Since when the session is over; 0 while it is not. */
  #shutAt = 0;

  /** @param context {filters, search, slice, texts, format, announcer, turns: asks what is worth a turn now, nameOf(groups), standing, reshape: told when the list is to be as the wall has it, or no longer, ready: whether a list would be answered: what is shown is better than none} */
  constructor(begin, bar, context) {
    this.#begin = begin;
    this.#bar = bar;
    this.#context = context;
    begin.addEventListener('click', () => this.start(true));
    this.#part('end').addEventListener('click', () => this.end());
    this.#part('pause').addEventListener('click', () => this.#pause(!this.#paused));
    // A box over it is left first.
    document.addEventListener('fullscreenchange', () => document.fullscreenElement || document.querySelector('dialog[open]') || this.end());
    document.addEventListener('keydown', (event) => event.key === 'Escape' && !event.defaultPrevented && this.end());
    document.addEventListener('visibilitychange', () => this.on && this.#stayAwake());
    if (asked('wall') === '1') this.start(false);
  }

  get on() {
    return this.#before !== null;
  }

  /** @param pressed whether somebody has pressed the button: a page may fill the screen only then */
  start(pressed) {
    if (this.on) return;
    const { filters, search, slice, reshape } = this.#context;
    this.#before = (pressed ? null : kept()) ?? { ...filters.kept, words: search.words, had: slice.chosen };
    keep(this.#before);
    this.#root.dataset.wall = '';
    show(this.#bar, true);
    put({ wall: '1' });
    this.#pause(false);
    this.#stayAwake();
    if (pressed) {
      this.#part('pause').focus();
      // Where the screen cannot be filled, the page without its frame is what can be had.
      this.#root.requestFullscreen?.().catch((trouble) => console.debug('no full screen', trouble.name));
    }
    // All devices are all of them, whatever was searched for.
    slice.choose('');
    search.look('');
    this.#shown = {};
    this.#at = 0;
    filters.turnTo({ order: 'worst' });
    reshape();
    this.paint();
  }

  end() {
    if (!this.on) return;
    clearInterval(this.#timer);
    const { filters, search, slice, reshape } = this.#context;
    delete this.#root.dataset.wall;
    show(this.#bar, false);
    put({ wall: '' });
    slice.choose(this.#before.had);
    search.look(this.#before.words);
    filters.turnTo(this.#before);
    reshape();
    this.#before = null;
    keep(null);
    this.#awake?.release();
    this.#awake = null;
    if (document.fullscreenElement) document.exitFullscreen();
    this.#begin.focus();
    // Without the wall the page has nothing to offer then.
    if (this.#shutAt) location.assign(door());
  }

  /**
   * The session is over. A screen on the wall keeps its picture, and says how old it is: whoever comes by signs in again.
   *
   * @returns whether there is a wall that does
   */
  shut() {
    if (!this.on) return false;
    const { announcer } = this.#context;
    this.#shutAt = Date.now() / 1000;
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.paint(), 60_000);
    const pause = this.#part('pause');
    const had = document.activeElement === pause;
    show(pause, false);
    this.paint();
    // The button is gone, and whoever was on it must not be lost.
    if (had) this.#part('signIn').focus();
    announcer.say(this.#part('what').textContent);
    return true;
  }

  /** Which devices are shown now. */
  paint() {
    if (!this.on) return;
    const { texts, format } = this.#context;
    const signIn = this.#part('signIn');
    show(signIn, this.#shutAt > 0);
    if (this.#shutAt) {
      signIn.href = door();
      write(this.#part('what'), texts.say('wall.signedOut', { time: format.when(this.#shutAt, Date.now() / 1000) }));
      return;
    }
    write(this.#part('what'), this.#what());
  }

  #what() {
    const { texts, format, nameOf, standing } = this.#context;
    const { states, groups } = this.#shown;
    // The numbers of the turn until there are newer ones.
    const { needing, total } = groups && standing.foundIn === groups.join() ? standing.found : this.#shown;
    if (groups) return texts.count('wall.group', needing, { group: nameOf(groups).join(), n: format.number(needing), total: format.number(total) });
    const [state] = states ?? [];
    return state ? texts.say(texts.has(`chip.${state}`) ? `chip.${state}` : `state.${state}`) : texts.say('wall.all');
  }

  async #turn() {
    const { filters, turns } = this.#context;
    let all;
    try {
      all = [{}, ...(await turns())];
    } catch (trouble) {
      // What is shown stays; the live mark says how old it is.
      console.debug('no turn', trouble.code);
      return;
    }
    if (!this.on || this.#paused || this.#shutAt) return;
    // What needs nobody any more has no turn: the one that has come to its place is next.
    const at = all.findIndex((one) => same(one, this.#shown));
    this.#at = (at < 0 ? this.#at : at + 1) % all.length;
    this.#shown = all[this.#at];
    filters.turnTo({ states: this.#shown.states, groups: this.#shown.groups, order: 'worst' }, true);
    this.paint();
  }

  #pause(paused) {
    this.#paused = paused;
    clearInterval(this.#timer);
    if (!paused) this.#timer = setInterval(() => document.hidden || !this.#context.ready() || this.#turn(), TURN);
    const button = this.#part('pause');
    button.setAttribute('aria-pressed', String(paused));
  }

  /** A screen that may not sleep; the browser lets go of that whenever the page is hidden. */
  async #stayAwake() {
    if (document.hidden || !navigator.wakeLock) return;
    try {
      this.#awake = await navigator.wakeLock.request('screen');
      if (!this.on) this.#awake.release();
    } catch (trouble) {
      // Refused on a low battery, or where the system decides: then the system's own setting holds.
      console.debug('the screen may sleep', trouble.name);
    }
  }

  #part(name) {
    return this.#bar.querySelector(`[data-part="${name}"]`);
  }
}

function same(one, other) {
  return String(one.states) === String(other.states) && String(one.groups) === String(other.groups);
}

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null; // A browser may refuse to keep anything; then what the address says is what to come back to.
  }
}

function keep(before) {
  try {
    if (before) sessionStorage.setItem(KEPT, JSON.stringify(before));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // As above.
  }
}
