import { folded } from './folded.js';
import { look, word } from './states.js';

/** What a device is shown by that has had no backup for a day and needs none: no state of a job. */
const QUIET = 'none';

/**
 * What is found as sections of options, in the order in which they are offered.
 *
 * @param answer of the server; null when none is there yet
 * @param pages [{icon, name, href}], those of the menu
 * @param to(page, words, place) -> address
 * @returns [{name, options: [{icon, state?, name, about, href}]}], none of them empty
 */
export function sectionsOf(words, answer, { pages, texts, format, to }) {
  const found = pagesFor(words, pages);
  const named = found.some((page) => folded(page.name).startsWith(folded(words)));
  const menu = { name: texts.say('find.pages'), options: found };
  const things = answer ? [devices(words, answer.devices, texts, to), users(answer.users, texts, to), vaults(answer.vaults, texts, to), incidents(words, answer.incidents, texts, format, to)] : [];
  const rest = allOf(words, answer, { texts, format, to });
  return [...(named ? [menu] : []), ...things, ...(named ? [] : [menu]), rest].filter(({ options }) => options.length > 0);
}

function pagesFor(words, pages) {
  return pages.filter(({ name }) => folded(name).includes(folded(words))).map((page) => ({ ...page, about: '' }));
}

function devices(words, { items }, texts, to) {
  const options = items.map((device) => ({
    ...dressOf(device.state),
    name: device.name,
    about: `${device.username} · ${device.state === QUIET ? texts.say('latest.none') : word(texts, device.state)}`,
    href: to('status', `${device.name} ${device.username}`, 'devices'),
  }));
  return { name: texts.say('find.devices'), options };
}

function dressOf(state) {
  return state === QUIET ? { icon: 'device' } : { icon: look(state), state: look(state) };
}

function users({ items }, texts, to) {
  return { name: texts.say('find.users'), options: items.map((user) => ({ icon: 'people', name: user.username, about: user.account_name, href: to('users', user.username) })) };
}

function vaults({ items }, texts, to) {
  const options = items.map((vault) => ({ icon: 'vault', name: vault.name, about: `${vault.username} · ${vault.type_name}`, href: to('vaults', `${vault.name} ${vault.username}`) }));
  return { name: texts.say('find.vaults'), options };
}

function incidents(words, { items }, texts, format, to) {
  const options = items.map(({ state, status_code: code, devices: n, device_name: device }) => ({
    ...dressOf(state),
    name: texts.say('incident.title', { state: word(texts, state, code), devices: texts.count('incident.devices', n, { n: format.number(n) }) }),
    about: n > 1 ? texts.count('find.others', n - 1, { device, n: format.number(n - 1) }) : device,
    href: to('status', words, 'incidents'),
  }));
  return { name: texts.say('find.incidents'), options };
}

/** Of more than are told the lists have all. */
function allOf(words, answer, { texts, format, to }) {
  if (!words) return { options: [] };
  const more = [
    ['devices', 'find.all.devices', 'status', 'devices'],
    ['users', 'find.all.users', 'users'],
    ['vaults', 'find.all.vaults', 'vaults'],
  ].filter(([kind]) => answer && answer[kind].total > answer[kind].items.length);
  const options = more.map(([kind, all, page, place]) => {
    const { total } = answer[kind];
    return { icon: 'arrow', name: texts.say(all, { n: format.number(total) }), about: '', href: to(page, words, place) };
  });
  // What is the matter is also called by words that only the page knows.
  options.push({ icon: 'search', name: texts.say('find.status', { words }), about: '', href: to('status', words, 'incidents') });
  return { name: texts.say('find.more'), options };
}
