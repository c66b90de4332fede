import { arrange, partsOf, show, write } from './dom.js';

/**
 * A table that the server gives page by page. Rows are kept by their id and repainted in place: focus stays where it is, and what
 * is open stays open.
 */
export class PagedTable {
  #parts;
  #context;
  #rows = new Map();
  #epoch = 0;
  page = 1;

  /**
   * @param section holds table, rows, wait, empty, error, foot with range, newer and older
   * @param context {texts, format, read(page, poll) -> answer, make() -> row {elements, paint(item)}, emptyText(), onPage()}
   */
  constructor(section, context) {
    this.#parts = partsOf(section);
    this.#context = context;
    this.#parts.newer.addEventListener('click', () => this.#turn(-1));
    this.#parts.older.addEventListener('click', () => this.#turn(1));
    this.#parts.error.querySelector('button').addEventListener('click', () => this.reload());
  }

  row(id) {
    return this.#rows.get(id);
  }

  get rows() {
    return [...this.#rows.values()];
  }

  /** Another list altogether: nothing of the old one may be taken for it. */
  open(page = 1) {
    this.page = page;
    this.#rows.clear();
    return this.reload();
  }

  /** @param poll whether the page wants it by itself */
  async reload(poll = false) {
    const epoch = (this.#epoch += 1);
    try {
      const answer = await this.#context.read(this.page, poll);
      if (epoch !== this.#epoch) return;
      const last = Math.max(1, Math.ceil(answer.total / answer.size));
      if (this.page > last) {
        this.page = last;
        this.#context.onPage?.();
        await this.reload(poll);
        return;
      }
      this.#paint(answer);
    } catch (trouble) {
      if (epoch === this.#epoch) this.#fail(trouble);
    }
  }

  #turn(by) {
    this.page += by;
    this.#context.onPage?.();
    this.open(this.page);
  }

  #paint({ items, page, size, total }) {
    const { texts, format, make, emptyText } = this.#context;
    const p = this.#parts;
    const rows = new Map(items.map((item) => [item.id, this.#rows.get(item.id) ?? make()]));
    this.#rows = rows;
    for (const item of items) rows.get(item.id).paint(item);
    arrange(p.rows, [...rows.values()].flatMap((row) => row.elements));
    show(p.wait, false);
    show(p.error, false);
    show(p.table, items.length > 0);
    show(p.empty, items.length === 0);
    if (items.length === 0) write(p.empty.querySelector('p'), emptyText());
    show(p.foot, total > size);
    const from = (page - 1) * size + 1;
    write(p.range, texts.say('ops.range', { from: format.number(from), to: format.number(from + items.length - 1), total: format.number(total) }));
    p.newer.disabled = page === 1;
    p.older.disabled = page * size >= total;
  }

  /** What is on the page stays when there is something; its age is told elsewhere. */
  #fail(trouble) {
    const p = this.#parts;
    show(p.wait, false);
    show(p.empty, false);
    show(p.error, true);
    write(p.error.querySelector('p'), this.#context.texts.say(trouble.status === 503 ? 'ops.fail.database' : 'ops.fail.read'));
  }
}
