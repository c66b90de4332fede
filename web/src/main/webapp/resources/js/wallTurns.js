import { getJson } from './api.js';
import { TROUBLED } from './filters.js';
import { ISSUES } from './states.js';

/**
 * What a screen on the wall shows in turn: each group in which some device needs somebody; where there are no groups, each state that does.
 *
 * @param context {groups, standing, format}
 * @returns promise of [{states} or {groups, needing, total}]
 */
export async function turnsOf({ groups, standing, format }) {
  if (groups.all.length === 0) return ISSUES.filter((state) => standing.all?.counts[state] > 0).map((state) => ({ states: [state] }));
  const { sections } = await getJson('/devices', { by: 'group', group: TROUBLED, size: 1, tz: format.zone }, { poll: true });
  return sections.map(({ group_id: id, total, counts }) => ({ groups: [String(id)], total, needing: ISSUES.reduce((sum, state) => sum + (counts[state] ?? 0), 0) }));
}
