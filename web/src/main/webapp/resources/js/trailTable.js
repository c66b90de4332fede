import { getJson } from './api.js';
import { colour, icon, partsOf, show, title, write } from './dom.js';

const SIZE = 50;
const LOOKS = { ok: 'success', refused: 'error', 'not-found': 'error', throttled: 'error', 'second-factor': 'warning', unreachable: 'warning', asked: 'running' };

/** The lines of the trail, the newest first; older ones are put under them when somebody wants them. */
export class TrailTable {
  #parts;
  #context;
  #query = {};
  #next = null;
  #count = 0;
  #epoch = 0;

  /** @param context {texts, format, path, brand, template, announcer} */
  constructor(section, context) {
    this.#context = context;
    this.#parts = partsOf(section);
    this.#parts.more.addEventListener('click', () => this.#more());
    this.#parts.retry.addEventListener('click', () => (this.#count ? this.#more() : this.open(this.#query)));
  }

  /** Another selection: begins anew. */
  open(query) {
    this.#query = query;
    this.#next = null;
    this.#count = 0;
    return this.#read(true);
  }

  async #more() {
    const before = this.#count;
    await this.#read(false);
    const { texts, format, announcer } = this.#context;
    if (this.#count > before) announcer.say(texts.count('trail.added', this.#count - before, { n: format.number(this.#count - before) }));
  }

  async #read(anew) {
    const epoch = (this.#epoch += 1);
    const p = this.#parts;
    p.more.setAttribute('aria-busy', 'true');
    try {
      const answer = await getJson(this.#context.path, { ...this.#query, size: SIZE, after: this.#next ?? undefined });
      if (epoch !== this.#epoch) return;
      if (anew) p.rows.replaceChildren();
      this.#paint(answer);
    } catch (trouble) {
      if (epoch === this.#epoch) this.#fail(trouble, anew);
    } finally {
      p.more.removeAttribute('aria-busy');
    }
  }

  #paint({ items, next, searched_to: searchedTo }) {
    const { texts, format } = this.#context;
    const p = this.#parts;
    this.#next = next;
    this.#count += items.length;
    for (const line of items) p.rows.append(this.#row(line));
    show(p.wait, false);
    show(p.error, false);
    show(p.table, this.#count > 0);
    const nothing = this.#count === 0 && next === null;
    show(p.empty, nothing);
    if (nothing) this.#paintEmpty();
    show(p.foot, !nothing);
    show(p.more, next !== null);
    const n = format.number(this.#count);
    const shown = texts.count('trail.shown', this.#count, { n });
    if (next === null) write(p.range, texts.say('trail.end', { shown }));
    else write(p.range, searchedTo === null ? shown : texts.say('trail.searched', { shown, time: format.full(searchedTo) }));
    write(p.more, texts.say(searchedTo === null ? 'trail.more' : 'trail.further'));
  }

  #paintEmpty() {
    const { texts } = this.#context;
    const filtered = Object.keys(this.#query).length > 1;
    write(document.getElementById('empty-title'), texts.say(filtered ? 'trail.nomatch' : 'trail.none'));
    write(document.getElementById('empty-detail'), texts.say(filtered ? 'trail.nomatchDetail' : 'trail.noneDetail'));
  }

  #row(line) {
    const { texts, format, template, brand } = this.#context;
    const row = template.content.firstElementChild.cloneNode(true);
    const p = partsOf(row);
    const support = line.role === 'admin' && !line.actor;
    write(p.time, format.hourOf.format(line.at * 1000));
    p.time.dateTime = new Date(line.at * 1000).toISOString();
    title(p.time, format.full(line.at));
    write(p.day, format.day(line.at));
    write(p.who, support ? texts.say('trail.support', { brand }) : line.actor || '–');
    write(p.as, line.role === 'admin' && !support ? texts.say('trail.admin', { name: line.name || '–' }) : line.role === 'unknown' ? texts.say('trail.unknown') : line.name);
    if (p.client) {
      write(p.client, line.client?.name ?? '–');
      write(p.number, line.client ? `#${line.client.id}` : '');
    }
    write(p.what, this.#word('trail.action', line.action));
    write(p.target, line.target);
    const look = LOOKS[line.result] ?? 'unknown';
    colour(p.status, look);
    icon(p.icon, look);
    write(p.result, this.#word('trail.result', line.result));
    write(p.reference, line.reference);
    write(p.address, line.address || '–');
    write(p.via, this.#via(line.via));
    return row;
  }

  /** A code without words is of another version: it is shown as it stands. */
  #word(kind, code) {
    const { texts } = this.#context;
    return texts.has(`${kind}.${code}`) ? texts.say(`${kind}.${code}`) : code;
  }

  #via(via) {
    const [kind, id = ''] = via.split(' ');
    const { texts } = this.#context;
    if (kind === 'session') return texts.say('trail.via.session', { id: id.slice(0, 6) });
    return kind === 'token' ? texts.say('trail.via.token', { id }) : via;
  }

  /** Lines that are there stay. A filter that is not one is told as the server says it. */
  #fail(trouble, anew) {
    const { texts } = this.#context;
    const p = this.#parts;
    show(p.wait, false);
    show(p.empty, false);
    show(p.error, true);
    if (anew) {
      p.rows.replaceChildren();
      show(p.table, false);
      show(p.foot, false);
    }
    const key = { 400: 'trail.fail.filter', 503: 'ops.fail.database' }[trouble.status] ?? 'ops.fail.read';
    write(p.why, trouble.status === 400 ? `${texts.say(key)} ${trouble.detail}` : texts.say(key));
  }
}
