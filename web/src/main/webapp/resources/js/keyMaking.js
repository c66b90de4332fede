import { leaveIfShut, send } from './api.js';
import { partsOf, show, write } from './dom.js';

const DAY = 86_400;
const MOST_DAYS = 366;
const MOST_OPEN = 20;

/** The dialog that makes a key and shows it once: it does not close before its reader says that the key is kept. */
export class KeyMaking {
  #dialog;
  #parts;
  #context;
  #name;
  #ends;
  #date;
  #scopes = [];
  #open = [];

  /** @param context {texts, clock, template, wordOf, toasts, onMade} */
  constructor(dialog, context) {
    this.#dialog = dialog;
    this.#context = context;
    this.#parts = partsOf(dialog);
    this.#name = dialog.querySelector('#make-name');
    this.#ends = dialog.querySelector('#make-ends');
    this.#date = dialog.querySelector('#make-date');
    const p = this.#parts;
    this.#ends.addEventListener('change', () => show(this.#date, this.#ends.value === 'date'));
    p.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#make();
    });
    p.cancel.addEventListener('click', () => dialog.close());
    p.kept.addEventListener('change', () => (p.done.disabled = !p.kept.checked));
    p.done.addEventListener('click', () => dialog.close());
    p.copy.addEventListener('click', () => this.#copy());
    dialog.addEventListener('cancel', (event) => !p.shown.hidden && !p.kept.checked && event.preventDefault());
    dialog.addEventListener('close', () => this.#forget());
    // Chromium lets a second Escape through whatever "cancel" says.
    dialog.addEventListener('keydown', (event) => event.key === 'Escape' && !p.shown.hidden && !p.kept.checked && event.preventDefault());
  }

  /** What may be given, and which names are taken. */
  hear({ items, scopes }) {
    this.#open = items.filter((item) => item.state === 'open');
    this.#scopes = scopes;
  }

  open() {
    const p = this.#parts;
    p.scopes.replaceChildren(...this.#scopes.map((scope, at) => this.#choice(scope, at === 0)));
    const today = this.#context.clock.now();
    const day = (days) => new Date((today + days * DAY) * 1000).toISOString().slice(0, 10);
    this.#date.min = day(1);
    this.#date.max = day(MOST_DAYS - 1);
    this.#date.value = day(180);
    this.#tell('');
    show(p.form, true);
    show(p.shown, false);
    this.#dialog.showModal();
    this.#name.focus();
  }

  #choice(scope, chosen) {
    const label = this.#context.template.content.firstElementChild.cloneNode(true);
    const { box, word } = partsOf(label);
    box.value = scope;
    box.checked = chosen;
    write(word, this.#context.wordOf(scope));
    return label;
  }

  async #make() {
    const { texts, toasts, onMade } = this.#context;
    const button = this.#parts.make;
    const name = this.#name.value.trim();
    const scope = [...this.#parts.scopes.querySelectorAll('input:checked')].map((box) => box.value);
    const expires = this.#expires();
    const wrong = this.#wrong(name, scope, expires);
    if (wrong) return this.#tell(texts.say(wrong));
    if (button.getAttribute('aria-busy') === 'true') return undefined;
    button.setAttribute('aria-busy', 'true');
    try {
      this.#show(await send('POST', '/tokens', { name, scope, expires }, { stays: true }));
      onMade();
    } catch (trouble) {
      if (trouble.status === 409) this.#conflict(trouble);
      else {
        this.#dialog.close();
        toasts.fail(trouble);
      }
    } finally {
      button.removeAttribute('aria-busy');
    }
    return undefined;
  }

  /** Somebody else has made one meanwhile; or the session acts for another client by now. */
  #conflict(trouble) {
    if (/client/i.test(trouble.detail)) leaveIfShut(409);
    else this.#tell(this.#context.texts.say(/name/i.test(trouble.detail) ? 'tokens.wrong.taken' : 'tokens.wrong.full'));
  }

  #wrong(name, scope, expires) {
    if (!name) return 'tokens.wrong.name';
    if (this.#open.some((key) => key.name.toLowerCase() === name.toLowerCase())) return 'tokens.wrong.taken';
    if (this.#open.length >= MOST_OPEN) return 'tokens.wrong.full';
    if (!scope.length) return 'tokens.wrong.scope';
    const ahead = expires - this.#context.clock.now();
    return ahead > 0 && ahead <= MOST_DAYS * DAY ? '' : 'tokens.wrong.ends';
  }

  /** The end of the chosen day where the reader is, or so many days from now. */
  #expires() {
    if (this.#ends.value !== 'date') return Math.floor(this.#context.clock.now()) + Number(this.#ends.value) * DAY;
    return Math.floor(new Date(`${this.#date.value}T23:59:59`).getTime() / 1000) || 0;
  }

  #tell(problem) {
    const p = this.#parts;
    write(p.problem, problem);
    show(p.problem, Boolean(problem));
    this.#name.setAttribute('aria-invalid', 'false');
    if (problem) this.#name.focus();
  }

  #show(made) {
    const p = this.#parts;
    write(p.shownTitle, this.#context.texts.say('tokens.made', { name: made.name }));
    p.key.value = made.key;
    p.kept.checked = false;
    p.done.disabled = true;
    show(p.form, false);
    show(p.shown, true);
    p.shownTitle.focus();
  }

  async #copy() {
    const { texts, toasts } = this.#context;
    const p = this.#parts;
    p.key.select();
    try {
      await navigator.clipboard.writeText(p.key.value);
      write(p.copy.querySelector('span'), texts.say('tokens.copied'));
    } catch {
      // Without HTTPS there is no clipboard; the key is selected, so that Ctrl+C takes it.
      toasts.say(texts.say('tokens.copyYourself'), 'warning');
    }
  }

  /** Nothing of the key stays on the page. */
  #forget() {
    const p = this.#parts;
    p.key.value = '';
    this.#name.value = '';
    write(p.copy.querySelector('span'), this.#context.texts.say('tokens.copy'));
  }
}
