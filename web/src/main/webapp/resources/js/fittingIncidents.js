import { reason } from './incidentEntry.js';
import { finder } from './searchedWords.js';
import { word } from './states.js';

/**
 * What of the incidents fits the words of the search, in the order of all: those whose state, reason or vault the reader sees called so, and
 * those that the server has found. Of the latter some devices may be left out; `part` says so.
 *
 * @param said {groups, total, found}
 * @returns {words, groups, total, rest: devices that fit and belong to no group that is told}; all while nothing is looked for
 */
export function fittingIncidents({ groups, total, found }, texts) {
  const { words } = found;
  if (!groups || !words) return { words, groups, total, rest: total - devicesOf(groups ?? []) };
  const fits = finder(words);
  const known = new Map(found.groups.map((group) => [group.key, group]));
  const fitting = [];
  for (const group of groups) {
    const some = known.get(group.key);
    known.delete(group.key);
    if (fits(...textOf(group, texts))) fitting.push(group);
    else if (some) fitting.push({ ...some, part: some.devices < group.devices });
  }
  // Of more causes than are told of all.
  for (const some of known.values()) fitting.push({ ...some, part: true });
  const rest = found.total - devicesOf(found.groups);
  return { words, groups: fitting, total: devicesOf(fitting) + rest, rest };
}

const devicesOf = (groups) => groups.reduce((sum, { devices }) => sum + devices, 0);

/** Not the names of its devices: the server finds these, and then not the others. */
function textOf(group, texts) {
  return [word(texts, group.state, group.status_code), reason(texts, group), group.vault_name];
}
