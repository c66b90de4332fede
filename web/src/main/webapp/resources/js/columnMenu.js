import { partsOf, show, write } from './dom.js';

/** Which columns a list shows. One that says whose row it is stays. */
export class ColumnMenu {
  #anchor;
  #button;
  #box;
  #parts;
  #context;
  #boxes = new Map();
  #was = new Map();
  #hidden = new Set();

  /**
   * @param anchor holds the button and the box
   * @param columns [{name, label, fixed: whether it stays, was?: a column that it was a part of, whose looks are kept and hide it, too}]
   * @param context {texts, format, byDefault: [hidden], paint(): told when other columns are shown, onChange(hidden, or null for the default)}
   */
  constructor(anchor, columns, context) {
    this.#anchor = anchor;
    this.#button = anchor.querySelector('button');
    this.#box = anchor.querySelector('.column-box');
    this.#parts = partsOf(this.#box);
    this.#context = context;
    for (const column of columns) this.#add(column);
    this.#button.addEventListener('click', () => (this.#box.hidden ? this.#open() : this.#close(true)));
    this.#parts.close.addEventListener('click', () => this.#close(true));
    this.#parts.reset.addEventListener('click', () => {
      this.show(null);
      context.onChange(null);
    });
    anchor.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.#box.hidden) return;
      event.preventDefault();
      event.stopPropagation();
      this.#close(true);
    });
    anchor.addEventListener('focusout', (event) => event.relatedTarget && !anchor.contains(event.relatedTarget) && this.#close(false));
    document.addEventListener('pointerdown', (event) => !anchor.contains(event.target) && this.#close(false));
  }

  /** Names of the columns that are not shown. */
  get hidden() {
    return [...this.#hidden];
  }

  /** @param hidden columns, or null for the default; one that the list neither has nor had is another version's */
  show(hidden) {
    const named = new Set(hidden ?? this.#context.byDefault);
    this.#hidden = new Set([...this.#boxes.keys()].filter((name) => named.has(name) || named.has(this.#was.get(name))));
    this.#paint();
  }

  /** Gives a row, or a whole table, the columns that are shown. */
  dress(row) {
    for (const cell of row.querySelectorAll('[data-column]')) show(cell, !this.#hidden.has(cell.dataset.column));
  }

  #add({ name, label: text, fixed, was }) {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.disabled = fixed;
    box.addEventListener('change', () => {
      if (box.checked) this.#hidden.delete(name);
      else this.#hidden.add(name);
      this.#paint();
      this.#context.onChange(this.hidden);
    });
    label.append(box, text);
    this.#parts.list.append(label);
    this.#boxes.set(name, box);
    this.#was.set(name, was);
  }

  #paint() {
    const { texts, format, paint } = this.#context;
    for (const [name, box] of this.#boxes) box.checked = !this.#hidden.has(name);
    const all = this.#boxes.size;
    write(this.#parts.count, texts.say('list.columnCount', { n: format.number(all - this.#hidden.size), total: format.number(all) }));
    paint();
  }

  #open() {
    show(this.#box, true);
    this.#button.setAttribute('aria-expanded', 'true');
    this.#box.querySelector('input:not(:disabled)').focus();
  }

  #close(giveBack) {
    if (this.#box.hidden) return;
    show(this.#box, false);
    this.#button.setAttribute('aria-expanded', 'false');
    if (giveBack) this.#button.focus();
  }
}
