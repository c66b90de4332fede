/** Some devices of the list, and the heads of the groups that begin among them: rows while it is near the screen, an empty room of the same height while it is not. */
export class Chunk {
  ids = null;
  near = false;
  mounted = false;
  loading = false;

  /** What it has room for while its rows are not there, as last said. */
  #room = '';

  constructor(index, doc) {
    this.index = index;
    this.element = doc.createElement('div');
    this.element.className = 'chunk';
    this.element.setAttribute('role', 'presentation');
    this.element.dataset.rest = '';
  }

  /** Keeps room for so many rows and heads; as high as it was when they are the same. */
  reserve(rows, heads) {
    const room = `calc(var(--row) * ${rows} + var(--group-head) * ${heads})`;
    if (room === this.#room) return;
    this.#room = room;
    if (!this.mounted) this.element.style.setProperty('--rest', room);
  }

  /** Puts rows and heads in their order and moves only what must move. @returns ids of rows that are gone */
  show(rows) {
    const wanted = new Set(rows.map((row) => row.element));
    const gone = [];
    for (const child of [...this.element.children]) {
      if (wanted.has(child)) continue;
      if (child.dataset.id) gone.push(child.dataset.id);
      child.remove();
    }
    rows.forEach((row, i) => {
      const there = this.element.children[i];
      if (there !== row.element) this.element.insertBefore(row.element, there ?? null);
    });
    delete this.element.dataset.rest;
    this.mounted = true;
    return gone;
  }

  rest() {
    this.element.style.setProperty('--rest', `${this.element.offsetHeight}px`);
    this.element.dataset.rest = '';
    this.element.replaceChildren();
    this.mounted = false;
  }

  remove(id) {
    this.ids = this.ids.filter((one) => one !== id);
    this.element.querySelector(`[data-id="${CSS.escape(id)}"]`)?.remove();
  }

  /** Where somebody is at work nothing is taken away. */
  holdsAttention(popover) {
    return this.element.contains(document.activeElement) || this.element.querySelector('[data-dragged]') || (popover.source && this.ids?.includes(popover.source.deviceId));
  }

  fail(template, trouble, retry) {
    const fault = template.content.firstElementChild.cloneNode(true);
    fault.querySelector('[data-part="reference"]').textContent = trouble.reference ?? '';
    fault.querySelector('[data-part="retry"]').addEventListener('click', retry);
    this.element.replaceChildren(fault);
  }
}
