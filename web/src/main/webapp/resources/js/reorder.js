import { arrange } from './dom.js';

/** How near to the edge of what scrolls the pointer makes it scroll, and how far each time, px. */
const EDGE = 40;
const SCROLL = 12;

/**
 * Lets rows of a list change places by their grips: a pointer drags, arrows, Home and End move the row whose grip has the focus. Rows have
 * their id in data-id. Knows nothing of what they are.
 */
export class Reorder {
  #list;
  #scroller;
  #onMove;
  #drag = null;

  /** @param onMove(ids of all rows in their new order, id of the row that was moved); told of a drag when it ends, with no new order, too */
  constructor(list, scroller, onMove) {
    this.#list = list;
    this.#scroller = scroller;
    this.#onMove = onMove;
    list.addEventListener('pointerdown', (event) => this.#begin(event));
    list.addEventListener('pointermove', (event) => this.#drag && this.#follow(event.clientY));
    list.addEventListener('pointerup', () => this.#end());
    list.addEventListener('pointercancel', () => this.cancel());
    list.addEventListener('keydown', (event) => this.#key(event));
  }

  get dragging() {
    return this.#drag !== null;
  }

  /** Moves a row by one place, or to an end with an infinite number. */
  move(id, by) {
    const ids = this.#ids;
    const at = ids.indexOf(id);
    const to = Math.max(0, Math.min(ids.length - 1, at + by));
    if (at < 0 || at === to) return;
    ids.splice(to, 0, ...ids.splice(at, 1));
    this.#onMove(ids, id);
  }

  /** All is where it was before the drag. @returns whether there was one */
  cancel() {
    if (!this.#drag) return false;
    arrange(this.#list, this.#drag.before);
    this.#end();
    return true;
  }

  get #ids() {
    return [...this.#list.children].map((row) => Number(row.dataset.id));
  }

  #begin(event) {
    if (this.#drag) return;
    const row = event.button === 0 ? event.target.closest('[data-part="grip"]')?.closest('[data-id]') : null;
    if (!row) return;
    // The list has the pointer, not the row, which may leave its place.
    this.#list.setPointerCapture(event.pointerId);
    this.#drag = { row, before: [...this.#list.children], pointer: event.pointerId, from: event.clientY, scrolled: this.#scroller.scrollTop };
    row.setAttribute('data-dragged', '');
  }

  #follow(y) {
    const drag = this.#drag;
    const { row } = drag;
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    if (y < top + EDGE) this.#scroller.scrollTop -= SCROLL;
    else if (y > bottom - EDGE) this.#scroller.scrollTop += SCROLL;
    let by = y - drag.from + this.#scroller.scrollTop - drag.scrolled;
    for (;;) {
      const next = by > 0 ? row.nextElementSibling : row.previousElementSibling;
      const step = next ? next.offsetTop - row.offsetTop : 0;
      if (!next || Math.abs(by) < Math.abs(step) / 2) break;
      // The neighbour goes, so that the focus stays on the grip.
      if (by > 0) row.before(next);
      else row.after(next);
      drag.from += step;
      by -= step;
    }
    row.style.setProperty('--by', `${by}px`);
  }

  #end() {
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = null;
    drag.row.removeAttribute('data-dragged');
    drag.row.style.removeProperty('--by');
    if (this.#list.hasPointerCapture(drag.pointer)) this.#list.releasePointerCapture(drag.pointer);
    const moved = [...this.#list.children].some((row, i) => row !== drag.before[i]);
    this.#onMove(moved ? this.#ids : null, Number(drag.row.dataset.id));
  }

  #key(event) {
    const by = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }[event.key];
    const grip = event.target.closest('[data-part="grip"]');
    if (!by || !grip || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!this.#drag) this.move(Number(grip.closest('[data-id]').dataset.id), by);
  }
}
