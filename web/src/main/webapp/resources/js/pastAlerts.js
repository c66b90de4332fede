import { getJson } from './api.js';
import { partsOf, title, write } from './dom.js';
import { whatOf } from './alerts.js';
import { PagedTable } from './pagedTable.js';

const SIZE = 8;

/** Alerts that are over. */
export class PastAlerts {
  #table;
  #heard = null;

  /** @param context {texts, format, clock, nameOf, template} */
  constructor(section, context) {
    this.#table = new PagedTable(section, {
      ...context,
      read: (page, poll) => getJson('/admin/operations/alerts', { page, size: SIZE }, { poll }),
      make: () => new PastAlertRow(context),
      emptyText: () => context.texts.say('ops.past.none'),
    });
  }

  open() {
    return this.#table.open();
  }

  /** One that was open is not any more. */
  hear(alerts) {
    if (!alerts) return;
    const open = new Set(alerts.map((alert) => alert.id));
    if (this.#heard && [...this.#heard].some((id) => !open.has(id))) this.#table.reload(true);
    this.#heard = open;
  }
}

class PastAlertRow {
  #parts;
  #context;

  constructor(context) {
    this.#context = context;
    this.elements = [...context.template.content.cloneNode(true).children];
    this.#parts = partsOf(...this.elements);
  }

  paint(alert) {
    const { texts, format, clock } = this.#context;
    const p = this.#parts;
    const now = clock.now();
    write(p.what, whatOf(alert, this.#context));
    write(p.sentence, alert.sentence);
    write(p.since, format.moment(alert.since, now));
    title(p.since, format.full(alert.since));
    write(p.over, format.moment(alert.last, now));
    title(p.over, format.full(alert.last));
    write(p.times, format.number(alert.times));
    write(p.mailed, alert.mailed ? format.moment(alert.mailed, now) : texts.say('ops.past.notMailed'));
  }
}
