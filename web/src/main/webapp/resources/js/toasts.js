import { colour, icon, partsOf, show, write } from './dom.js';
import { failKey } from './failKey.js';

const STAYS = 8_000;
/** With something to press: long enough to get there. */
const STAYS_TO_ACT = 20_000;
/** Goes to the newest one from anywhere, and back. */
const KEY = 'F8';
const MOST = 3;

/** Says what came of something, for a while; what failed stays until it is closed. The focus stays where it is; a key leads here. */
export class Toasts {
  #region;
  #template;
  #texts;
  /** Where the focus was before the key. */
  #from = null;

  constructor(region, template, texts) {
    this.#region = region;
    this.#template = template;
    this.#texts = texts;
    document.addEventListener('keydown', (event) => event.key === KEY && this.#visit(event));
  }

  /**
   * @param state success, running, warning or error
   * @param action {word, run}: what can be done about it, such as taking it back
   */
  say(text, state, action = null) {
    const toast = this.#template.content.firstElementChild.cloneNode(true);
    const parts = partsOf(toast);
    colour(toast, state);
    icon(parts.icon, { success: 'success', running: 'running', warning: 'warning', error: 'error' }[state]);
    write(parts.text, text);
    if (action && parts.act) {
      write(parts.act, action.word);
      show(parts.act, true);
      parts.act.setAttribute('aria-keyshortcuts', KEY);
      parts.act.addEventListener('click', () => {
        this.#remove(toast);
        action.run();
      });
    }
    parts.close.addEventListener('click', () => this.#remove(toast));
    while (this.#region.children.length >= MOST) this.#remove(this.#region.firstElementChild);
    this.#region.append(toast);
    if (state !== 'error') this.#fade(toast, action ? STAYS_TO_ACT : STAYS);
  }

  /** Something was not done: why, in the reader's language, and what the log knows it by. */
  fail(trouble) {
    const text = this.#texts.say(failKey(trouble));
    this.say(trouble.reference ? `${text} ${this.#texts.say('ops.fail.reference', { reference: trouble.reference })}` : text, 'error');
  }

  /** Not while somebody is at it: whoever leaves it has the whole time again. */
  #fade(toast, stays) {
    let timer = 0;
    const count = () => {
      clearTimeout(timer);
      timer = setTimeout(() => toast.matches(':hover, :focus-within') || toast.remove(), stays);
    };
    for (const kind of ['pointerleave', 'focusout']) toast.addEventListener(kind, count);
    count();
  }

  #visit(event) {
    const toast = this.#region.lastElementChild;
    if (!toast) return;
    event.preventDefault();
    if (this.#region.contains(document.activeElement)) {
      this.#from?.focus();
      return;
    }
    this.#from = document.activeElement;
    toast.querySelector('button:not([hidden])').focus();
  }

  /** Whoever was in it is where the key was pressed. */
  #remove(toast) {
    const had = toast.contains(document.activeElement);
    toast.remove();
    if (had && this.#from?.isConnected) this.#from.focus();
  }
}
