import { getJson } from './api.js';
import { colour, icon, partsOf, title, write } from './dom.js';
import { PagedTable } from './pagedTable.js';

const SIZE = 8;

/** The recorded catch-ups of all Comet Servers. */
export class CatchUps {
  #table;
  #newest = new Map();
  #heard = false;

  /** @param context {texts, format, clock, template, nameOf(profile)} */
  constructor(section, context) {
    this.#table = new PagedTable(section, {
      ...context,
      read: (page, poll) => getJson('/admin/operations/catch-ups', { page, size: SIZE }, { poll }),
      make: () => new CatchUpRow(context),
      emptyText: () => context.texts.say('ops.catchups.none'),
    });
  }

  open() {
    return this.#table.open();
  }

  /** Reads again when an intake tells of one that is not in the table. */
  hear(streams) {
    let news = false;
    for (const { profile, last_catch_up: run } of streams) {
      if (run && this.#newest.get(profile) !== run.ended) {
        news = this.#heard;
        this.#newest.set(profile, run.ended);
      }
    }
    this.#heard = true;
    if (news) this.#table.reload(true);
  }
}

/** How many rows, in words. */
export function putRight(run, texts, format) {
  return run.put_right ? texts.count('ops.right', run.put_right, { n: format.number(run.put_right) }) : texts.say('ops.right.none');
}

/** "jobs=20 devices=0 items=5" in words, without what was right already. */
function byKind(details, texts, format) {
  const found = [...details.matchAll(/(\w+)=(\d+)/g)].filter(([, , n]) => Number(n) > 0);
  return found.map(([, kind, n]) => `${texts.has(`ops.kind.${kind}`) ? texts.say(`ops.kind.${kind}`) : kind} ${format.number(Number(n))}`).join(' · ');
}

class CatchUpRow {
  #parts;
  #context;

  constructor(context) {
    this.#context = context;
    this.elements = [...context.template.content.cloneNode(true).children];
    this.#parts = partsOf(...this.elements);
  }

  paint(run) {
    const { texts, format, clock, nameOf } = this.#context;
    const p = this.#parts;
    const ok = run.outcome === 'complete';
    write(p.server, nameOf(run.profile));
    write(p.when, format.exact(run.began, clock.now()));
    title(p.when, format.full(run.began));
    colour(p.status, ok ? 'success' : 'error');
    icon(p.icon, ok ? 'success' : 'error');
    write(p.result, texts.say(`ops.outcome.run.${run.outcome}`));
    write(p.cause, ok ? texts.say(`ops.cause.${run.cause}`) : run.error);
    write(p.gap, run.gap_s === null ? texts.say('ops.gap.first') : format.duration(run.gap_s));
    write(p.read, texts.count('ops.read.jobs', run.jobs, { n: format.number(run.jobs) }));
    write(p.more, texts.say('ops.read.more', { users: format.number(run.users), connections: format.number(run.connections), running: format.number(run.running) }));
    write(p.putRight, putRight(run, texts, format));
    write(p.details, byKind(run.details, texts, format));
    write(p.took, format.millis(run.took_ms));
  }
}
