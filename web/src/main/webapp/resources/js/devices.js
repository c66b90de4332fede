import { getJson } from './api.js';
import { Chunk } from './chunk.js';
import { GroupHeads, NO_GROUP } from './groupHeads.js';
import { keptPlace } from './keptPlace.js';
import { Rows } from './rows.js';
import { alarming } from './states.js';

const SIZE = 50;

/**
 * The list of devices on the page. The server's pages become chunks of the list: one is read when it comes near the screen and leaves
 * the page again when it is far, so that ten thousand devices open as fast as ten.
 */
export class DeviceList {
  #context;
  #list;
  #chunks = [];
  #rows;
  #query = '';
  #had = '';
  #narrow = {};
  #epoch = 0;
  /** The list that is on its way; null when it is there. */
  #opening = null;
  /** The reload that waits for it: one for all that ask meanwhile. */
  #again = null;
  #watch;
  /** Of all chunks: without the devices of closed groups. */
  #total = 0;
  #heads;
  #reloadTimer = 0;
  #reloadDue = Infinity;
  #onView;

  /**
   * @param list the element that holds the rows
   * @param context {fleet, texts, format, clock, popover, announcer, selection, groups, grouping, rowTemplate, headTemplate, faultTemplate}
   * @param onView told which state to show: list, empty, nomatch or error, with the number or the error
   */
  constructor(list, context, onView) {
    this.#list = list;
    this.#context = context;
    this.#onView = onView;
    this.#heads = new GroupHeads(context);
    this.#rows = new Rows(context);
    this.#watch = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: '1000px 0px' });
  }

  get query() {
    return this.#query;
  }

  /** Only devices with a job that ended so, or runs: a slice of the last 24 hours; '' for all. */
  get had() {
    return this.#had;
  }

  row(id) {
    return this.#rows.get(id);
  }

  /** How many devices it has, those of closed groups, too. */
  get count() {
    return this.#heads.count ?? this.#total;
  }

  /** Ids of the devices that the list is known to show, in its order: as far as it has been read. */
  get ids() {
    return this.#chunks.flatMap((chunk) => chunk.ids ?? []);
  }

  /** How many of the devices have their rows on the page now, and whether they are the first ones. */
  get mounted() {
    const mounted = this.#chunks.filter((chunk) => chunk.mounted);
    const n = mounted.reduce((sum, chunk) => sum + (chunk.ids?.length ?? 0), 0);
    return { n, total: this.#total, first: mounted.every((chunk, i) => chunk.index === i) };
  }

  /** Ids of all devices that the list shows; when there are more than that, as far as it has been read. */
  every(most) {
    return this.#total > most ? Promise.resolve(this.ids) : this.#known(this.#chunks);
  }

  /** Ids from one device to the other, both included, in the list's order; only the other one when the first is not in the list. */
  async between(from, to) {
    const at = (id) => this.#chunks.findIndex((chunk) => chunk.ids?.includes(id));
    const [first, last] = [at(from), at(to)].sort((a, b) => a - b);
    if (first < 0) return [to];
    const ids = await this.#known(this.#chunks.slice(first, last + 1));
    const [begin, end] = [ids.indexOf(from), ids.indexOf(to)].sort((a, b) => a - b);
    return begin < 0 ? [to] : ids.slice(begin, end + 1);
  }

  /** Brings a device's row to the page, wherever in the list it is. @returns the row; undefined when the list, as far as one looks, has it not */
  async reveal(id, most = 500) {
    await this.#opening;
    for (const chunk of this.#chunks.slice(0, most / SIZE)) {
      if (this.#rows.get(id)) break;
      if (!(await this.#known([chunk])).includes(id)) continue;
      chunk.near = true;
      this.#show(chunk);
    }
    return this.#rows.get(id);
  }

  /** Ids of all devices of a group that is open; of a very long one as far as one may choose at once. */
  async ofGroup(group, most = 500) {
    const { at, listed } = this.#heads.places.get(group) ?? { at: 0, listed: 0 };
    const to = at + Math.min(listed, most);
    const first = Math.floor(at / SIZE);
    const ids = await this.#known(this.#chunks.slice(first, Math.ceil(to / SIZE)));
    // What has been read at another time may lie elsewhere: nobody is chosen who belongs to another.
    return ids.filter((id) => (this.#context.fleet.devices.get(id)?.group_id ?? NO_GROUP) === group);
  }

  /** Ids of the groups that it shows. */
  get groups() {
    return [...this.#heads.places.keys()];
  }

  /** Other devices are chosen. */
  pick() {
    this.#rows.pick();
  }

  /** Only some states, in some order: what `Filters` asks for. */
  narrow(query, poll) {
    this.#narrow = query;
    return this.open(this.#query, poll);
  }

  /** The same before anything is read. */
  begin(query) {
    this.#narrow = query;
  }

  /**
   * Groups are opened or closed: what is on the screen is read anew, in its place.
   *
   * @returns promise; rejects when it could not be read
   */
  async fold(query) {
    this.#narrow = query;
    if (this.#opening) {
      await this.open(this.#query);
      return;
    }
    // Whatever is on its way is of before.
    this.#epoch += 1;
    await this.#readShown();
  }

  /** Whether some devices are left out. */
  get narrowed() {
    return Boolean(this.#query || this.#had || this.#narrow.status || this.#narrow.issues_only || this.#narrow.group);
  }

  /** Only the devices of that slice, of those that the words find. */
  choose(had, query = this.#query) {
    this.#had = had;
    return this.open(query);
  }

  /** Reads the list anew for these words. The old rows stay until the answer is there. Whoever waits for it has the newest list, also when another was asked for meanwhile. */
  open(query, poll = false) {
    this.#epoch += 1;
    this.#query = query;
    this.#list.setAttribute('aria-busy', 'true');
    this.#opening = this.#read(this.#epoch, poll);
    return this.#opening;
  }

  async #read(epoch, poll) {
    try {
      const answer = await this.#page(0, poll);
      if (epoch !== this.#epoch) return this.#opening;
      // What belongs to a row goes with it.
      if (this.#context.popover.source?.deviceId) this.#context.popover.close(false);
      this.#take(answer);
      const place = keptPlace(this.#list);
      this.#partition();
      if (this.#chunks.length) {
        this.#chunks[0].near = true;
        this.#fill(this.#chunks[0], answer.items);
      }
      place?.();
      scrollTo({ top: Math.min(scrollY, this.#list.offsetTop) });
      this.#tellView();
    } catch (trouble) {
      if (epoch !== this.#epoch) return this.#opening;
      this.#onView('error', trouble);
    } finally {
      if (epoch === this.#epoch) {
        this.#opening = null;
        this.#list.removeAttribute('aria-busy');
      }
    }
    return undefined;
  }

  /** Reads what is on the screen again and forgets what is not: after a gap, at midnight, when devices came or went. */
  async reload() {
    // What somebody has asked for comes first: read anew now, it would be taken from who waits for it.
    if (this.#opening) {
      this.#again ??= this.#opening.then(() => {
        this.#again = null;
        return this.reload();
      });
      return this.#again;
    }
    try {
      await this.#readShown();
    } catch {
      // What is on the screen stays; the live mark says how old it is, and the next word from the server brings another try.
    }
    return undefined;
  }

  async #readShown() {
    const epoch = this.#epoch;
    const answers = new Map();
    const left = () => this.#chunks.filter((chunk) => chunk.mounted && !answers.has(chunk));
    if (left().length === 0) {
      await this.open(this.#query, true);
      return;
    }
    // Who scrolls meanwhile brings other rows to the screen: they are read as well, so that all of it is of the same time.
    for (let shown = left(); shown.length; shown = left()) {
      const read = await Promise.all(shown.map((chunk) => this.#page(chunk.index, true)));
      if (epoch !== this.#epoch) return;
      shown.forEach((chunk, i) => answers.set(chunk, read[i]));
    }
    const all = [...answers.values()];
    this.#take(all.at(-1));
    const listed = new Set(all.flatMap((answer) => answer.items.map((item) => item.id)));
    for (const chunk of this.#chunks) {
      if (!answers.has(chunk)) this.#drop(chunk, listed);
      chunk.ids = null;
    }
    const place = keptPlace(this.#list);
    this.#resize();
    for (const [chunk, answer] of answers) {
      if (this.#chunks.includes(chunk)) this.#fill(chunk, answer.items);
      place?.();
      // Fifty rows at a time: whoever presses a key meanwhile need not wait for all of them.
      await breath();
      if (epoch !== this.#epoch) return;
    }
    this.#tellView();
  }

  /** A reload soon, and one for many reasons: at the earliest of the times. */
  reloadSoon(ms = 2_000) {
    const due = performance.now() + ms;
    if (due >= this.#reloadDue) return;
    clearTimeout(this.#reloadTimer);
    this.#reloadDue = due;
    this.#reloadTimer = setTimeout(() => {
      this.#reloadDue = Infinity;
      this.reload();
    }, ms);
  }

  /** Takes one message of the pulse. @returns what the fleet made of it */
  apply(message) {
    const result = this.#context.fleet.apply(message);
    this.#rows.touch(result.touched);
    if (result.ended && alarming(result.ended.job.state)) this.#context.announcer.failed(result.ended.device.name, result.ended.job.state);
    if (result.removed) this.#remove(result.removed);
    if (result.added) this.#add(result.added);
    else if (message.kind === 'device:new' && !this.#lists(message.device.id)) this.reloadSoon(500);
    if (result.gone) this.reloadSoon();
    return result;
  }

  /** A device that came back, of a service that has moved to and fro, may be known and not be in the list. */
  #lists(id) {
    return this.#chunks.some((chunk) => chunk.ids?.includes(id));
  }

  /** Groups have other names or looks. */
  paintGroups() {
    this.#heads.paint();
    this.tick();
  }

  /** These devices have something else to show. */
  touch(ids) {
    this.#rows.touch(ids);
  }

  /** Time has passed: ages, running slivers and the places of all others. */
  tick() {
    this.#rows.touch();
  }

  #page(index, poll = false) {
    const { fleet, format } = this.#context;
    return fleet.during(() => getJson('/devices', { page: index + 1, size: SIZE, sort: 'name', ...this.#narrow, q: this.#query, had: this.#had, tz: format.zone }, { poll }));
  }

  /** Reads those of the chunks that nobody has come near to, one after the other. @returns the ids of all of them */
  async #known(chunks) {
    const epoch = this.#epoch;
    for (const chunk of chunks) {
      if (chunk.ids) continue;
      const answer = await this.#page(chunk.index);
      if (epoch !== this.#epoch) break;
      this.#compare(answer);
      if (!chunk.ids && this.#chunks.includes(chunk)) this.#fill(chunk, answer.items);
    }
    return chunks.flatMap((chunk) => chunk.ids ?? []);
  }

  #take({ total, sections }) {
    this.#total = total;
    this.#heads.take(sections ?? null);
  }

  #tellView() {
    if (this.count > 0) this.#onView('list', this.count);
    else this.#onView(this.narrowed ? 'nomatch' : 'empty', 0);
  }

  #partition() {
    for (const chunk of this.#chunks) this.#watch.unobserve(chunk.element);
    this.#chunks = [];
    this.#rows.clear();
    this.#list.replaceChildren();
    this.#resize();
  }

  /** As many chunks as the total asks for. */
  #resize() {
    // All groups may be closed, and their heads stand somewhere all the same.
    const wanted = Math.max(Math.ceil(this.#total / SIZE), this.#heads.count ? 1 : 0);
    while (this.#chunks.length > wanted) {
      const chunk = this.#chunks.pop();
      this.#watch.unobserve(chunk.element);
      chunk.element.remove();
    }
    while (this.#chunks.length < wanted) {
      const chunk = new Chunk(this.#chunks.length, this.#list.ownerDocument);
      this.#chunks.push(chunk);
      this.#list.append(chunk.element);
      this.#watch.observe(chunk.element);
    }
    for (const chunk of this.#chunks) {
      const from = chunk.index * SIZE;
      const to = chunk.index === wanted - 1 ? Infinity : from + SIZE;
      chunk.reserve(Math.min(SIZE, this.#total - from), this.#heads.between(from, to).length);
    }
  }

  #seen(entries) {
    for (const entry of entries) {
      const chunk = this.#chunks.find((one) => one.element === entry.target);
      if (!chunk) continue;
      chunk.near = entry.isIntersecting;
      if (chunk.near) this.#mount(chunk);
      else if (chunk.mounted && !chunk.holdsAttention(this.#context.popover)) this.#rest(chunk);
    }
  }

  async #mount(chunk) {
    if (chunk.mounted || chunk.loading) return;
    if (chunk.ids) {
      this.#show(chunk);
      return;
    }
    const epoch = this.#epoch;
    chunk.loading = true;
    try {
      const answer = await this.#page(chunk.index);
      if (epoch === this.#epoch && this.#chunks.includes(chunk)) {
        this.#compare(answer);
        this.#fill(chunk, answer.items);
      }
    } catch (trouble) {
      if (epoch === this.#epoch && chunk.near) chunk.fail(this.#context.faultTemplate, trouble, () => this.#mount(chunk));
    } finally {
      chunk.loading = false;
      // What it has brought was of before.
      if (epoch !== this.#epoch && chunk.near && this.#chunks.includes(chunk)) this.#mount(chunk);
    }
  }

  /** A part that was read later may be of another list: then the whole is read again. */
  #compare({ total, sections }) {
    if (total !== this.#total || this.#heads.differ(sections ?? null)) this.reloadSoon(300);
  }

  #fill(chunk, items) {
    const elsewhere = new Set(this.#chunks.filter((one) => one !== chunk).flatMap((one) => one.ids ?? []));
    chunk.ids = items.map((item) => item.id).filter((id) => !elsewhere.has(id));
    // Scrolled past meanwhile: it waits with its rows until somebody comes back.
    if (chunk.near || chunk.mounted) this.#show(chunk);
  }

  #show(chunk) {
    const { fleet, clock } = this.#context;
    const now = clock.now();
    const rows = [];
    const from = chunk.index * SIZE;
    const last = chunk === this.#chunks.at(-1);
    for (const [i, id] of chunk.ids.entries()) {
      const device = fleet.devices.get(id);
      if (!device) continue;
      rows.push(...this.#heads.between(from + i, from + i + 1));
      rows.push(this.#rows.of(device, now));
    }
    if (last) rows.push(...this.#heads.between(from + chunk.ids.length, Infinity));
    this.#rows.forget(chunk.show(rows));
    this.#context.popover.refresh();
  }

  #rest(chunk) {
    chunk.rest();
    this.#rows.forget(chunk.ids ?? []);
  }

  /** Forgets what a chunk held, but for what has moved to those that are listed; it is read again when it comes near. */
  #drop(chunk, listed) {
    for (const id of chunk.ids ?? []) if (!listed.has(id)) this.#context.fleet.forget(id);
  }

  #remove(id) {
    this.#context.selection.forget(id);
    if (this.#context.popover.source?.deviceId === id) this.#context.popover.close(false);
    const chunk = this.#chunks.find((one) => one.ids?.includes(id));
    if (chunk) {
      const at = chunk.ids.indexOf(id);
      chunk.remove(id);
      this.#rows.forget([id]);
      this.#total -= 1;
      this.#heads.lost(chunk.index * SIZE + at);
      this.#tellView();
    }
    this.reloadSoon();
  }

  /** A new device takes its sorted place at once where that place is known; the rest of what it has to say is read soon. */
  #add(said) {
    const { fleet } = this.#context;
    const byName = (this.#narrow.sort ?? 'name') === 'name' && !this.#narrow.by;
    const complete = byName && !this.narrowed && this.#chunks.every((chunk) => chunk.ids);
    if (complete && this.#chunks.length) {
      fleet.adopt(said);
      const chunk = this.#chunks.find((one) => one.ids.some((id) => before(said.name, fleet.devices.get(id)?.name ?? ''))) ?? this.#chunks.at(-1);
      const at = chunk.ids.findIndex((id) => before(said.name, fleet.devices.get(id)?.name ?? ''));
      chunk.ids.splice(at < 0 ? chunk.ids.length : at, 0, said.id);
      this.#total += 1;
      if (chunk.mounted) {
        this.#show(chunk);
        this.#rows.get(said.id).element.classList.add('is-new');
      }
      this.#tellView();
    }
    this.reloadSoon(complete ? 2_000 : 500);
  }
}

/** Lets the browser do what waits. */
function breath() {
  return new Promise((go) => setTimeout(go));
}

/** As the database sorts names: without regard to case. */
function before(a, b) {
  return a.toUpperCase() < b.toUpperCase();
}
