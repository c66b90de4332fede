import { finder, nearness, phrase } from './searchedWords.js';
import { look, word } from './states.js';

/** What a device is shown by that has had no backup for a day and needs none: no state of a job. */
const QUIET = 'none';

/**
 * What is found as sections of options, in the order in which they are offered.
 *
 * @param answer of the server; null when none is there yet
 * @param context {pages: [{icon, name, href}] of the menu, texts, format, waits: whether the answer is of other words, to(page, words, place) -> address}
 * @returns [{name, options: [{key, icon, state?, name, about, href}]}], none of them empty; no two with the same key
 */
export function sectionsOf(words, answer, context) {
  const menu = pages(words, context);
  const things = answer ? [devices(answer.devices, context), users(answer.users, context), vaults(answer.vaults, context), incidents(words, answer.incidents, context)] : [];
  return [...ordered(words, menu, things), more(words, answer, context)].filter(({ options }) => options.length > 0);
}

/** What is called exactly so comes first; then pages that begin so: who types the name of a page wants to go there. */
function ordered(words, menu, things) {
  const { called, begins } = nearness(words);
  const rank = (section) => {
    if (section.options.some(({ name }) => called(name))) return 0;
    if (section === menu) return menu.options.some(({ name }) => begins(name)) ? 1 : 3;
    return 2;
  };
  return [menu, ...things].sort((a, b) => rank(a) - rank(b));
}

function pages(words, { pages: all, texts }) {
  const fits = finder(words);
  const options = all.filter(({ name }) => fits(name)).map((page) => ({ ...page, key: `page ${page.href}`, about: '' }));
  return { name: texts.say('find.pages'), options };
}

function devices({ items }, { texts, to }) {
  const options = items.map((device) => ({
    ...dressOf(device.state),
    key: `device ${device.id}`,
    name: device.name,
    about: `${device.username} · ${device.state === QUIET ? texts.say('latest.none') : word(texts, device.state)}`,
    href: to('status', `${phrase(device.name)} ${phrase(device.username)}`, `device=${encodeURIComponent(device.id)}`),
  }));
  return { name: texts.say('find.devices'), options };
}

function dressOf(state) {
  return state === QUIET ? { icon: 'device' } : { icon: look(state), state: look(state) };
}

function users({ items }, { texts, to }) {
  const options = items.map((user) => ({ key: `user ${user.username}`, icon: 'people', name: user.username, about: user.account_name, href: to('users', phrase(user.username)) }));
  return { name: texts.say('find.users'), options };
}

function vaults({ items }, { texts, to }) {
  const options = items.map((vault) => ({
    key: `vault ${vault.id}`,
    icon: 'vault',
    name: vault.name,
    about: `${vault.username} · ${vault.type_name}`,
    href: to('vaults', `${phrase(vault.name)} ${phrase(vault.username)}`),
  }));
  return { name: texts.say('find.vaults'), options };
}

function incidents(words, { items }, { texts, format, to }) {
  const options = items.map(({ key, state, status_code: code, devices: n, device_name: device }) => ({
    ...dressOf(state),
    key: `incident ${key}`,
    name: texts.say('incident.title', { state: word(texts, state, code), devices: texts.count('incident.devices', n, { n: format.number(n) }) }),
    about: n > 1 ? texts.count('find.others', n - 1, { device, n: format.number(n - 1) }) : device,
    href: to('status', words, 'incidents'),
  }));
  return { name: texts.say('find.incidents'), options };
}

/** Of more than are told the lists have all. */
function more(words, answer, { texts, format, to, waits }) {
  const name = texts.say('find.more');
  if (!words) return { name, options: [] };
  const lists = [
    ['devices', 'find.all.devices', 'status', 'devices'],
    ['users', 'find.all.users', 'users'],
    ['vaults', 'find.all.vaults', 'vaults'],
  ].filter(([kind]) => answer && !waits && answer[kind].total > answer[kind].items.length);
  const options = lists.map(([kind, all, page, place]) => ({ key: `all ${kind}`, icon: 'arrow', name: texts.say(all, { n: format.number(answer[kind].total) }), about: '', href: to(page, words, place) }));
  // What is the matter is also called by words that only the page knows.
  options.push({ key: 'status', icon: 'search', name: texts.say('find.status', { words }), about: '', href: to('status', words, 'incidents') });
  return { name, options };
}
