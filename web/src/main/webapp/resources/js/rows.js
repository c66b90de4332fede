import { paintSoon } from './beat.js';
import { Row } from './row.js';

/** The rows that are on the page, by device: each is made once, and painted in place when there is news of it. */
export class Rows {
  #context;
  #rows = new Map();
  #dirty = new Set();

  /** @param context {fleet, clock, popover, selection, rowTemplate, and what a row needs} */
  constructor(context) {
    this.#context = context;
  }

  get(id) {
    return this.#rows.get(id);
  }

  /** The row of a device, as that is now. */
  of(device, now) {
    const row = this.#rows.get(device.id) ?? new Row(this.#context.rowTemplate);
    this.#rows.set(device.id, row);
    row.paint(device, now, this.#context);
    return row;
  }

  /** These have left the page. */
  forget(ids) {
    for (const id of ids) this.#rows.delete(id);
  }

  clear() {
    this.#rows.clear();
  }

  /** Other devices are chosen. */
  pick() {
    for (const [id, row] of this.#rows) row.pick(this.#context.selection.has(id));
  }

  /** These have something else to show; those that are not on the page are left alone. */
  touch(ids = this.#rows.keys()) {
    for (const id of ids) if (this.#rows.has(id)) this.#dirty.add(id);
    if (this.#dirty.size) paintSoon(this.#paint);
  }

  #paint = () => {
    const { fleet, clock, popover } = this.#context;
    const now = clock.now();
    const open = popover.source?.deviceId;
    const dirty = new Set(this.#dirty);
    this.#dirty.clear();
    for (const id of dirty) {
      const device = fleet.devices.get(id);
      if (device) this.#rows.get(id)?.paint(device, now, this.#context);
    }
    if (dirty.has(open)) popover.refresh();
  };
}
