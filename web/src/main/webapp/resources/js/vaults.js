import { fill } from './dom.js';
import { ListPage } from './listPage.js';
import { ListVerdict } from './listVerdict.js';
import { phrase } from './searchedWords.js';
import { bold, sentence, sum } from './sentence.js';
import { paintVault } from './vaultRow.js';

/** The page "Vaults": puts its parts together. */
const byId = (id) => document.getElementById(id);

const { brand } = byId('list').dataset;
const state = byId('state');
const verdict = new ListVerdict(byId('verdict'));
let now = Date.now() / 1000;
const page = new ListPage({
  name: 'vaults',
  path: '/vaults',
  sort: '-usage',
  hidden: [],
  filters: ['state'],
  asks: () => (state.value = page.get('state')),
  before: (answer) => (now = answer.t),
  key: (vault) => vault.id,
  paint: (parts, vault) => paintVault(parts, vault, { texts: page.texts, format: page.format, now, brand }),
  answer: (answer) => paint(answer),
  none: () => verdict.none(),
});
const { texts, format } = page;

state.addEventListener('change', () => page.choose({ state: state.value }));

function paint({ totals, full, t }) {
  fill(byId('sums'), [sum(texts, 'vaults.sum.vaults', totals.vaults, format.number(totals.vaults)), storage(totals.stored_bytes, t)]);
  const { full: shut, filling, nearly_full: nearly } = totals.states;
  const near = filling + nearly;
  if (shut > 0) {
    verdict.paint({
      look: 'error',
      icon: 'error',
      title: texts.count('vaults.verdict.full', shut, { n: format.number(shut), total: format.number(totals.vaults) }),
      detail: fullOnes(full, shut),
      act: page.get('state') === 'full' ? undefined : { text: texts.count('vaults.verdict.act', shut, { n: format.number(shut) }), run: () => page.choose({ state: 'full', q: '' }) },
    });
  } else if (near > 0) {
    verdict.paint({ look: 'warning', icon: 'warning', title: texts.count('vaults.verdict.filling', near, { n: format.number(near), total: format.number(totals.vaults) }), detail: [texts.say('vaults.verdict.fillingDetail')] });
  } else {
    const some = totals.vaults > 0;
    verdict.paint({ look: some ? 'success' : '', icon: some ? 'success' : 'vault', title: texts.say(some ? 'vaults.verdict.well' : 'vaults.verdict.none'), detail: some ? [texts.say('vaults.verdict.wellDetail')] : [] });
  }
}

function storage(bytes, t) {
  const element = document.createElement('span');
  element.append(...sentence(texts, 'vaults.sum.storage', { time: format.time(t) }, 'n', bold(format.size(bytes))));
  return element;
}

function fullOnes(full, count) {
  const words = full.flatMap(({ username, name }) => [...sentence(texts, 'vaults.limit', { vault: name }, 'user', link(username)), ' ']);
  if (count > full.length) words.push(texts.count('vaults.verdict.more', count - full.length, { n: format.number(count - full.length) }));
  return words;
}

function link(username) {
  const element = document.createElement('a');
  element.href = `?${new URLSearchParams({ q: phrase(username) })}`;
  element.dir = 'auto';
  element.textContent = username;
  return element;
}

page.start();
