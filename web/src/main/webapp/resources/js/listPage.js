import { Announcer } from './announcer.js';
import { apiUrl, getJson } from './api.js';
import { ColumnMenu } from './columnMenu.js';
import { arrange, keepFocus, partsOf, show, write } from './dom.js';
import { Format } from './format.js';
import { ListAddress } from './listAddress.js';
import { Looks } from './looks.js';
import { Search } from './search.js';
import { pageTexts } from './texts.js';

/** What is shown is read again after this time while somebody looks, ms. */
const AGAIN = 60_000;
const ROWS = 25;

/**
 * A page that is one list: words, order and page in the address, columns and rows on the server, and one of five states: it waits, shows rows, has none,
 * finds none, or could not be read. What is on the page stays when reading fails.
 */
export class ListPage {
  #options;
  #parts;
  #table;
  #address;
  #looks;
  #columns;
  #search;
  #rows;
  #export;
  #lines = new Map();
  #epoch = 0;
  #before = {};
  #timer = 0;

  /**
   * A page without the menu of columns keeps no look.
   *
   * @param options {name, path, sort, hidden: [columns by default], filters: [names in the address], asks?(): told before each reading, before?(answer), key(item): what a row is known by,
   *     paint(row parts, item): also one that is painted already, answer(answer), none(): told when there is no answer}
   */
  constructor(options) {
    const byId = (id) => document.getElementById(id);
    this.#options = options;
    this.texts = pageTexts();
    this.format = new Format(this.texts, document.documentElement.lang, Intl.DateTimeFormat().resolvedOptions().timeZone);
    this.announcer = new Announcer(byId('announce'), this.texts);
    this.#parts = partsOf(byId('list'));
    this.#table = this.#parts.table.querySelector('table');
    this.#address = new ListAddress(['q', 'sort', 'page', ...options.filters]);
    this.#export = byId('export');
    if (byId('columns')) this.#arrangeable(byId('columns'), byId('rows'));
    this.#search = new Search(
      byId('search'),
      () => this.#searched(),
      () => {},
    );
    this.#listen();
  }

  /** One of the list's own parameters. */
  get(name) {
    return this.#address.get(name);
  }

  /** Shows another selection, from its first page. */
  choose(changes) {
    this.#address.set({ ...changes, page: '' });
    if ('q' in changes) this.#search.follow();
    return this.load();
  }

  async start() {
    if (this.#looks) {
      this.#columns.show(null);
      await this.#looks.read();
      this.#columns.show(this.#looks.hidden);
      this.#rows.value = String(this.#looks.size ?? ROWS);
    }
    await this.load();
  }

  /** Each person has it in an own way. */
  #arrangeable(columns, rows) {
    this.#looks = new Looks(this.#options.name, () => this.announcer.say(this.texts.say('list.notKept')));
    this.#rows = rows;
    const heads = [...this.#table.querySelectorAll('th')];
    const named = heads.map((head, place) => ({ name: head.dataset.column, label: head.dataset.name ?? head.textContent.trim(), fixed: place === 0, was: head.dataset.was }));
    this.#columns = new ColumnMenu(columns, named, {
      texts: this.texts,
      format: this.format,
      byDefault: this.#options.hidden,
      paint: () => this.#columns.dress(this.#table),
      onChange: (hidden) => this.#looks.wish({ hidden }),
    });
    rows.addEventListener('change', () => {
      this.#looks.wish({ size: Number(rows.value) });
      this.choose({});
    });
  }

  /** @param poll whether the page wants it by itself */
  async load(poll = false) {
    const epoch = (this.#epoch += 1);
    clearTimeout(this.#timer);
    const given = this.#address.given();
    const query = { sort: this.#options.sort, ...given, size: this.#rows?.value ?? ROWS };
    const anew = ['q', 'sort', 'page'].some((name) => given[name] !== this.#before[name]);
    this.#before = given;
    this.#paintSort();
    this.#paintLink(given);
    this.#options.asks?.();
    try {
      const answer = await getJson(this.#options.path, query, { poll });
      if (epoch !== this.#epoch) return;
      if (answer.items.length === 0 && answer.total > 0) {
        const last = Math.ceil(answer.total / answer.size);
        this.#address.correct({ page: last > 1 ? String(last) : '' });
        await this.load(poll);
        return;
      }
      this.#paint(answer, given);
      if (!poll && anew && given.q) this.announcer.say(this.texts.count('list.found', answer.total, { n: this.format.number(answer.total) }));
    } catch (trouble) {
      if (epoch === this.#epoch) this.#fail(trouble);
    }
    if (epoch === this.#epoch) this.#later();
  }

  #later() {
    this.#timer = setTimeout(() => (document.hidden ? this.#later() : this.load(true)), AGAIN);
  }

  #listen() {
    const p = this.#parts;
    p.previous.addEventListener('click', () => this.#turn(-1));
    p.next.addEventListener('click', () => this.#turn(1));
    p.retry.addEventListener('click', () => this.load());
    p['clear-all'].addEventListener('click', () => this.clear());
    addEventListener('popstate', () => this.load());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.#epoch > 0) this.load(true);
    });
    this.#table.querySelector('thead').addEventListener('click', (event) => {
      const button = event.target.closest('.sort');
      if (button) this.#sort(button);
    });
  }

  /** All of it, in the order that stays. */
  clear() {
    this.#address.clear('sort');
    this.#search.follow();
    return this.load();
  }

  #searched() {
    const same = (name) => (this.#before[name] ?? '') === this.get(name);
    if (!same('q') && same('page')) this.#address.correct({ page: '' });
    this.load();
  }

  #sort(button) {
    const { sort } = button.dataset;
    const down = 'down' in button.dataset;
    const now = this.get('sort') || this.#options.sort;
    const first = down ? `-${sort}` : sort;
    const other = down ? sort : `-${sort}`;
    this.choose({ sort: now === first ? other : first });
  }

  #turn(by) {
    const page = (Number(this.get('page')) || 1) + by;
    this.#address.set({ page: page > 1 ? String(page) : '' });
    return this.load();
  }

  #paintSort() {
    const now = this.get('sort') || this.#options.sort;
    for (const head of this.#table.querySelectorAll('th:has(.sort)')) {
      const { sort } = head.querySelector('.sort').dataset;
      if (now === sort) head.setAttribute('aria-sort', 'ascending');
      else if (now === `-${sort}`) head.setAttribute('aria-sort', 'descending');
      else head.removeAttribute('aria-sort');
    }
  }

  #paintLink({ page, ...given }) {
    // A link sends no header: it says itself which client this page was made for.
    const { client } = document.documentElement.dataset;
    this.#export.href = apiUrl(`${this.#options.path}/export`, { sort: this.#options.sort, ...given, client });
  }

  #paint(answer, { q, sort, page: asked, ...filters }) {
    const { items, page, size, total } = answer;
    const { texts, format } = this;
    const p = this.#parts;
    this.#options.before?.(answer);
    this.#paintRows(items);
    const narrowed = Boolean(q) || Object.keys(filters).length > 0;
    show(p.wait, false);
    show(p.error, false);
    show(p.table, total > 0);
    show(p.empty, total === 0 && !narrowed);
    show(p.nomatch, total === 0 && narrowed);
    show(p.foot, total > 0);
    const from = (page - 1) * size + 1;
    write(p.range, texts.say('list.range', { from: format.number(from), to: format.number(from + items.length - 1), total: format.number(total) }));
    this.#able(p.previous, page > 1, p.next);
    this.#able(p.next, page * size < total, p.previous);
    this.#options.answer(answer);
  }

  /** Rows are kept by what they are known by and painted in place, so that a poll takes nobody's focus or selection away. */
  #paintRows(items) {
    const { key, paint } = this.#options;
    const { rows, table } = this.#parts;
    const template = document.getElementById('list-row').content.firstElementChild;
    const had = rows.contains(document.activeElement);
    this.#lines = new Map(items.map((item) => [key(item), this.#lines.get(key(item)) ?? template.cloneNode(true)]));
    for (const item of items) {
      const row = this.#lines.get(key(item));
      paint(partsOf(row), item);
      this.#columns?.dress(row);
    }
    keepFocus(rows, () => arrange(rows, [...this.#lines.values()]));
    // The row that had the focus has gone: to the list that it was in.
    if (had && !rows.contains(document.activeElement)) table.focus();
  }

  /** A button that is shut under the finger gives its focus to the other one. */
  #able(button, can, other) {
    const focused = document.activeElement === button;
    button.disabled = !can;
    if (focused && !can) {
      other.disabled = false;
      other.focus();
    }
  }

  #fail(trouble) {
    const { texts } = this;
    const p = this.#parts;
    this.#options.none();
    show(p.wait, false);
    show(p.error, true);
    if (trouble.status === 400) {
      show(p.table, false);
      show(p.foot, false);
    }
    write(p.why, trouble.status === 400 ? trouble.detail : texts.say(trouble.status === 503 ? 'list.fail.database' : 'list.fail.read'));
  }
}
