import { colour, icon, partsOf, write } from './dom.js';

const STAYS = 8_000;
const MOST = 3;

/** Says what came of something, for a while; what failed stays until it is closed. The focus stays where it is. */
export class Toasts {
  #region;
  #template;
  #texts;

  constructor(region, template, texts) {
    this.#region = region;
    this.#template = template;
    this.#texts = texts;
  }

  /** @param state success, running, warning or error */
  say(text, state) {
    const toast = this.#template.content.firstElementChild.cloneNode(true);
    const parts = partsOf(toast);
    colour(toast, state);
    icon(parts.icon, { success: 'success', running: 'running', warning: 'warning', error: 'error' }[state]);
    write(parts.text, text);
    parts.close.addEventListener('click', () => toast.remove());
    while (this.#region.children.length >= MOST) this.#region.firstElementChild.remove();
    this.#region.append(toast);
    if (state !== 'error') this.#fade(toast);
  }

  /** Something was not done: why, in the reader's language, and what the log knows it by. */
  fail(trouble) {
    const key = { 0: 'ops.fail.silent', 403: 'ops.fail.forbidden', 404: 'ops.fail.gone', 503: 'ops.fail.database' }[trouble.status] ?? 'ops.fail.ours';
    const text = this.#texts.say(key);
    this.say(trouble.reference ? `${text} ${this.#texts.say('ops.fail.reference', { reference: trouble.reference })}` : text, 'error');
  }

  /** Not while somebody is at it. */
  #fade(toast) {
    setTimeout(() => (toast.matches(':hover, :focus-within') ? this.#fade(toast) : toast.remove()), STAYS);
  }
}
