import { partsOf, show, title, write } from './dom.js';
import { latestWords } from './latestWords.js';
import './menu.js';
import { ISSUES } from './states.js';

/** The bar at the foot of the page while devices are chosen: how many, and what can be done with them. */
export class PickBar {
  #root;
  #parts;
  #context;
  /** By id, as last known: the list may have forgotten a device that is far from the screen. */
  #devices = new Map();

  /**
   * @param context {selection, fleet, texts, format, clock, toasts, said: where it is said aloud, onSnooze(ids, minutes, asOf, name, onDone(until, or null when it is taken back)), onPickAll(), onGroup(button, ids): told to ask which group they go to; null for whoever may not, giveBack(id): puts the
   *     focus to that device's box when the bar goes}
   */
  constructor(root, context) {
    this.#root = root;
    this.#parts = partsOf(root);
    this.#context = context;
    const p = this.#parts;
    p.clear.addEventListener('click', () => context.selection.clear());
    p.copy.addEventListener('click', () => this.#copy());
    show(p.group, Boolean(context.onGroup));
    p.group.addEventListener('click', () => context.onGroup(p.group, context.selection.ids));
    p.all.addEventListener('click', () => context.onPickAll());
    this.#menu(p.anchor, p.snooze, p.anchor.querySelector('.menu'));
  }

  /** A chosen device as last known; nothing for one that never was. */
  known(id) {
    return this.#devices.get(id);
  }

  /** Others are chosen now. */
  tell() {
    const { selection, texts, format, said, giveBack } = this.#context;
    const n = selection.size;
    const inside = this.#root.contains(document.activeElement);
    const last = selection.anchor ?? [...this.#devices.keys()].at(-1);
    if (n > 0 || !this.#root.hidden) write(said, texts.count('pick.count', n, { n: format.number(n) }));
    this.paint();
    show(this.#root, n > 0);
    // Room for the bar. Not by :has() in the style, which the browser would look through at every text that changes.
    document.documentElement.toggleAttribute('data-picking', n > 0);
    if (n === 0 && inside) giveBack(last);
  }

  /** The same devices, as they stand now. */
  paint() {
    const { selection, fleet, texts, format } = this.#context;
    const p = this.#parts;
    this.#devices = new Map(selection.ids.map((id) => [id, fleet.devices.get(id) ?? this.#devices.get(id)]));
    if (selection.size === 0) return;
    write(p.count, texts.count('pick.count', selection.size, { n: format.number(selection.size) }));
    const n = this.#troubled.length;
    write(p.snoozeWord, n > 0 ? texts.count('pick.snooze', n, { n: format.number(n) }) : texts.say('pick.snoozeNone'));
    // Not switched off: whoever is at it must not be lost.
    p.snooze.setAttribute('aria-disabled', String(n === 0));
    title(p.snooze, n === 0 ? texts.say('pick.nothing') : '');
  }

  /** Those that have an incident which is told of. */
  get #troubled() {
    const { clock } = this.#context;
    const now = clock.now();
    return [...this.#devices.values()].filter((device) => {
      if (!device) return false;
      const { state, snoozed } = latestWords(device, now, this.#context);
      return ISSUES.includes(state) && !snoozed;
    });
  }

  /** What comes while somebody chooses a time was not seen, and is not hidden. */
  #menu(anchor, button, menu) {
    const { clock, onSnooze } = this.#context;
    let seen = 0;
    // Before the menu hears of it, which opens and closes by itself.
    const before = (event) => {
      if (!menu.hidden) return;
      if (button.getAttribute('aria-disabled') === 'true' && event.key !== 'Tab' && event.key !== 'Escape') event.stopImmediatePropagation();
      seen = Math.floor(clock.now());
    };
    for (const kind of ['click', 'keydown']) anchor.addEventListener(kind, before, true);
    for (const choice of anchor.querySelectorAll('[data-minutes]')) {
      choice.addEventListener('click', () => {
        const troubled = this.#troubled;
        button.click();
        onSnooze(troubled.map((device) => device.id), Number(choice.dataset.minutes), seen, troubled[0]?.name, (until) => this.#snoozed(troubled, until));
      });
    }
  }

  /** A list that leaves them out reads them no more: what is known of them here is all that the bar has. @param until null when they are told of again */
  #snoozed(devices, until) {
    const { fleet } = this.#context;
    for (const { id } of devices) {
      const device = fleet.devices.get(id) ?? this.#devices.get(id);
      if (device?.standing) device.standing = { ...device.standing, snoozed_until: until };
    }
    this.paint();
  }

  async #copy() {
    const { texts, format, toasts } = this.#context;
    const names = [...this.#devices.values()].map((device) => device?.name ?? '').filter(Boolean);
    try {
      await navigator.clipboard.writeText(names.sort((a, b) => a.localeCompare(b)).join('\n'));
      toasts.say(texts.count('pick.copied', names.length, { n: format.number(names.length) }), 'success');
    } catch {
      // Without HTTPS there is no clipboard, and a browser may refuse it.
      toasts.say(texts.say('pick.notCopied'), 'error');
    }
  }
}
