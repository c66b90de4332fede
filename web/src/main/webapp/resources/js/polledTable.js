import { arrange, partsOf, show, write } from './dom.js';

/**
 * A short table that a poll brings whole every few seconds. Rows are kept by their id and repainted in place: focus stays where it is.
 */
export class PolledTable {
  #parts;
  #context;
  #heading;
  #rows = new Map();

  /** @param context {poll, texts, make() -> row {elements, paint(item)}, emptyText()} */
  constructor(section, context) {
    this.#parts = partsOf(section);
    this.#context = context;
    this.#heading = section.querySelector('h2');
    this.#parts.error.querySelector('button').addEventListener('click', () => context.poll.retry());
    context.poll.addEventListener('answer', ({ detail }) => this.#paint(detail.items));
    context.poll.addEventListener('state', () => this.#state(context.poll));
  }

  #paint(items) {
    const { make, emptyText } = this.#context;
    const p = this.#parts;
    const had = p.rows.contains(document.activeElement);
    this.#rows = new Map(items.map((item) => [item.id, this.#rows.get(item.id) ?? make()]));
    for (const item of items) this.#rows.get(item.id).paint(item);
    arrange(p.rows, [...this.#rows.values()].flatMap((row) => row.elements));
    // The row that had the focus has gone: to where the list begins.
    if (had && document.activeElement === document.body) this.#heading.focus();
    show(p.wait, false);
    show(p.error, false);
    show(p.table, items.length > 0);
    show(p.empty, items.length === 0);
    if (items.length === 0) write(p.empty.querySelector('p'), emptyText());
  }

  /** Without anything to show. What is on the page stays; its age is told in the head. */
  #state(poll) {
    if (poll.heardAt || (poll.state !== 'stale' && poll.state !== 'reconnecting')) return;
    const p = this.#parts;
    show(p.wait, false);
    show(p.error, true);
    write(p.error.querySelector('p'), this.#context.texts.say('ops.fail.read'));
  }
}
