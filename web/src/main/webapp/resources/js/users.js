import { fill, show } from './dom.js';
import { ListPage } from './listPage.js';
import { ListVerdict } from './listVerdict.js';
import { phrase } from './searchedWords.js';
import { bold, sentence, sum } from './sentence.js';
import { paintUser } from './userRow.js';

/** The page "Users": puts its parts together. */
const byId = (id) => document.getElementById(id);
/** As many are named in the verdict. */
const NAMED = 3;

const verdict = new ListVerdict(byId('verdict'));
const page = new ListPage({
  name: 'users',
  path: '/users',
  sort: '-storage',
  hidden: ['proxmox'],
  filters: ['at_limit'],
  asks: () => show(byId('only'), page.get('at_limit') === 'true'),
  key: (user) => user.username,
  paint: (parts, user) => paintUser(parts, user, page),
  answer: (answer) => paint(answer),
  none: () => verdict.none(),
});
const { texts, format } = page;

byId('only').querySelector('button').addEventListener('click', () => {
  page.choose({ at_limit: '' });
  byId('verdict').querySelector('[data-part="act"]').focus();
});

function paint({ totals, limits, t }) {
  fill(byId('sums'), [
    sum(texts, 'users.sum.users', totals.users, format.number(totals.users)),
    sum(texts, 'users.sum.devices', totals.devices, format.number(totals.devices)),
    sum(texts, 'users.sum.items', totals.items, format.number(totals.items)),
    storage(totals.storage_bytes, t),
  ]);
  const { users, at_limit: count } = totals;
  const shown = { n: format.number(count), total: format.number(users) };
  if (count === 0) {
    verdict.paint({ look: users ? 'success' : '', icon: users ? 'success' : 'people', title: texts.say(users ? 'users.verdict.well' : 'users.verdict.none'), detail: users ? [texts.say('users.verdict.wellDetail')] : [] });
    return;
  }
  verdict.paint({
    look: 'warning',
    icon: 'warning',
    title: texts.count('users.verdict.limit', count, shown),
    detail: detail(limits, count),
    act: page.get('at_limit') === 'true' ? undefined : { text: texts.count('users.verdict.act', count, shown), run: () => page.choose({ at_limit: 'true', q: '' }) },
  });
}

function storage(bytes, t) {
  const element = document.createElement('span');
  element.append(...sentence(texts, 'users.sum.storage', { time: format.time(t) }, 'n', bold(format.size(bytes))));
  return element;
}

function detail(limits, count) {
  const named = limits.slice(0, NAMED);
  const words = named.flatMap((one) => [...reasons(one)]);
  if (count > named.length) words.push(texts.count('users.verdict.more', count - named.length, { n: format.number(count - named.length) }));
  return words;
}

function* reasons({ username, full_vaults: full, m365_accounts: used, m365_quota: quota }) {
  if (full > 0) {
    yield* sentence(texts, full === 1 ? 'users.limit.vault' : 'users.limit.vaults', { n: format.number(full) }, 'user', link(username));
    yield ' ';
  }
  if (quota > 0) {
    yield* sentence(texts, 'users.limit.m365', { used: format.number(used), quota: format.number(quota) }, 'user', link(username));
    yield ' ';
  }
}

function link(username) {
  const element = document.createElement('a');
  element.href = `?${new URLSearchParams({ q: phrase(username) })}`;
  element.dir = 'auto';
  element.textContent = username;
  return element;
}

page.start();
