import { ChipFold } from './chipFold.js';
import { icon, partsOf, show, title, write } from './dom.js';
import { CHIPS, ISSUES } from './states.js';

/** The states of which the strip tells although nobody is in them; of the others only while somebody is. */
const ALWAYS = CHIPS.filter((state) => state !== 'unknown');

/** The chips over the list: how many devices are in each state now, and which of them the list shows. */
export class IssuesStrip {
  #parts;
  #chips = new Map();
  #clear;
  #fold;
  #texts;
  #format;
  #onChosen;

  /** @param context {texts, format, template, filters, clear: the button that lets all of it go, onChosen: told when somebody has pressed one} */
  constructor(root, { texts, format, template, filters, clear, onChosen }) {
    this.#parts = partsOf(root);
    this.#texts = texts;
    this.#format = format;
    this.#onChosen = onChosen;
    for (const state of CHIPS) this.#make(state, template, filters);
    this.#fold = new ChipFold(root, this.#parts, texts);
    const { only } = this.#parts;
    this.#clear = clear;
    only.addEventListener('change', () => {
      filters.onlyIssues(only.checked);
      this.#onChosen();
    });
    clear.addEventListener('click', () => {
      filters.clear();
      // The button is gone, and whoever pressed it must not be lost.
      only.focus();
    });
  }

  #make(state, template, filters) {
    const line = template.content.firstElementChild.cloneNode(true);
    const button = line.firstElementChild;
    const parts = { ...partsOf(line), line, button };
    line.dataset.state = state;
    button.classList.add(`is-${state}`);
    icon(parts.icon, state);
    write(parts.word, this.#texts.say(this.#texts.has(`chip.${state}`) ? `chip.${state}` : `state.${state}`));
    button.addEventListener('click', () => {
      filters.toggle(state);
      this.#onChosen();
    });
    button.addEventListener('blur', () => this.#rest(parts));
    this.#chips.set(state, parts);
    this.#parts.chips.append(line);
    if (state === ISSUES.at(-1)) this.#parts.chips.append(this.#parts.split);
  }

  /** @param counts by state, null while they are not known; filters what is chosen */
  paint(counts, filters) {
    for (const [state, parts] of this.#chips) {
      const n = counts ? (counts[state] ?? 0) : null;
      const chosen = filters.states.includes(state);
      parts.button.setAttribute('aria-pressed', String(chosen));
      write(parts.n, n === null ? '' : this.#format.number(n));
      // A chosen one stays where it can be let go.
      parts.none = n === 0 && !chosen;
      title(parts.button, parts.none ? this.#texts.say('strip.none') : '');
      show(parts.line, ALWAYS.includes(state) || n > 0 || chosen);
      this.#rest(parts);
    }
    if (this.#parts.only.checked !== filters.issues) this.#parts.only.checked = filters.issues;
    show(this.#clear, filters.any);
    this.#fold.paint(filters.states.map((state) => this.#chips.get(state).word.textContent));
  }

  /** One that has the focus keeps it until it is left, even when there is nothing to choose any more. */
  #rest({ button, none }) {
    const off = Boolean(none) && button !== document.activeElement;
    if (button.disabled !== off) button.disabled = off;
  }
}
