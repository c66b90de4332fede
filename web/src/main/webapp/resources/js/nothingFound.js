import { show, write } from './dom.js';

/**
 * Nothing is left of the list: says what was looked for, and which of it can be let go.
 *
 * @param asked {words, had, filters, groups: names of those alone that were looked at, total}
 */
export function nothingFound(section, { words, had, filters, groups, total }, texts, format) {
  const part = (name) => section.querySelector(`#nomatch-${name}`);
  const states = filters.states.map((state) => texts.say(`state.${state}`));
  const list = new Intl.ListFormat(document.documentElement.lang, { type: 'disjunction' });
  const narrowed = filters.any || had !== '';
  write(part('title'), titleOf());
  const searched = words ? texts.count('nomatch.searched', total ?? 0, { total: format.number(total ?? 0) }) : '';
  const chosen = narrowed && words ? texts.say('nomatch.chosen', { states: [filters.issues ? texts.say('strip.only') : list.format(states), had ? texts.say('had.of', { state: texts.say(`state.${had}`) }) : '', list.format(groups)].filter(Boolean).join(', ') }) : '';
  write(part('detail'), [searched, chosen || (words ? '' : texts.say('nomatch.live'))].filter(Boolean).join(' '));
  show(part('clear'), words !== '');
  show(part('all'), narrowed);

  function titleOf() {
    if (words) return texts.say('nomatch.title', { words });
    if (filters.issues) return texts.say('nomatch.issues');
    if (states.length) return texts.say('nomatch.states', { states: list.format(states) });
    if (groups.length && !had) return texts.say('nomatch.groups', { groups: list.format(groups) });
    return texts.say('had.none');
  }
}
