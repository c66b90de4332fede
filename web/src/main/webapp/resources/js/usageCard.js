import { partsOf, show, write } from './dom.js';

/** A card over the list in one of its states: waiting, ready, empty. What could not be read is told on it without taking what it has. */
export class UsageCard {
  root;
  parts;
  #context;

  /** @param context {texts, format, template…, onRetry} */
  constructor(section, name, context) {
    this.root = section.querySelector(`[data-card="${name}"]`);
    this.parts = partsOf(this.root);
    this.#context = context;
    this.parts.retry.addEventListener('click', () => context.onRetry());
  }

  /** @param state waiting, ready or empty */
  become(state) {
    if (this.root.dataset.state !== state) this.root.dataset.state = state;
    show(this.parts.wait, state === 'waiting' && this.parts.fault.hidden);
    show(this.parts.body, state === 'ready');
    show(this.parts.empty, state === 'empty');
  }

  get state() {
    return this.root.dataset.state;
  }

  /** @param trouble {detail, reference}, or null when all is well */
  fail(trouble, why = '') {
    show(this.parts.fault, trouble !== null);
    if (trouble) {
      write(this.parts.why, why);
      show(this.parts.ref, Boolean(trouble.reference));
      write(this.parts.reference, trouble.reference ?? '');
    }
    this.become(this.state);
  }

  asOf(text) {
    write(this.parts.asof, text);
  }
}
