import { getJson } from './api.js';
import { partsOf, write } from './dom.js';
import { Format } from './format.js';
import { lookIn } from './lookDialog.js';
import { PagedTable } from './pagedTable.js';
import { Search } from './search.js';
import { pageTexts } from './texts.js';

/** The page "Clients": find one, and see its portal as the client sees it. */
const SIZE = 20;
const MOST = 1_000;
const byId = (id) => document.getElementById(id);
const texts = pageTexts();
const format = new Format(texts, document.documentElement.lang, Intl.DateTimeFormat().resolvedOptions().timeZone);
const look = lookIn(byId('look'), texts);

class ClientRow {
  #parts;

  constructor() {
    this.elements = [...byId('client-row').content.cloneNode(true).children];
    this.#parts = partsOf(...this.elements);
    this.#parts.view.addEventListener('click', () => look(this.client));
  }

  paint(client) {
    this.client = client;
    const p = this.#parts;
    write(p.name, client.name);
    write(p.number, `${texts.say('clients.number', { n: client.id })}${client.status === 'Active' ? '' : ` · ${client.status}`}`);
    write(p.person, client.person || '–');
    write(p.email, client.email);
    write(p.count, texts.count('clients.services', client.usernames.length, { n: format.number(client.usernames.length) }));
    if (p.services) p.services.href = `services?${new URLSearchParams({ q: client.name })}`;
    write(p.usernames, client.usernames.join(', '));
    p.usernames.title = client.usernames.join(', ');
    p.view.setAttribute('aria-label', texts.say('clients.viewOf', { client: client.name }));
  }
}

function address(name, value, byDefault) {
  const url = new URL(location.href);
  if (value === byDefault) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

const search = new Search(byId('search'), () => {
  address('page', 1, 1);
  table.open();
});
const table = new PagedTable(byId('clients'), {
  texts,
  format,
  read: async (page) => {
    const answer = await getJson('/admin/clients', { q: search.words, page, size: SIZE });
    write(byId('announce'), texts.count('clients.found', answer.total, { n: `${format.number(answer.total)}${answer.total === MOST ? '+' : ''}` }));
    return answer;
  },
  make: () => new ClientRow(),
  emptyText: () => texts.say(search.words ? 'clients.nomatch' : 'clients.none', { words: search.words }),
  onPage: () => address('page', table.page, 1),
});

const page = Number(new URLSearchParams(location.search).get('page'));
table.open(Number.isInteger(page) && page > 0 ? page : 1);
