/**
 * What the heads of groups do: a press, Enter and Space open and close one; arrows to the side do so, too, and up and down go to the next
 * head. Their menus show one group alone, choose its devices, and open or close all.
 *
 * @param context {grouping, filters, list, selection, toasts}
 */
export function headsIn(rows, { grouping, filters, list, selection, toasts }) {
  const groupOf = (element) => Number(element.closest('.group-head').dataset.group);

  rows.addEventListener('click', (event) => {
    const button = event.target.closest('.group-head button');
    if (!button) return;
    const group = groupOf(button);
    if (button.matches('.toggle')) grouping.toggle(group);
    const { act } = button.dataset;
    if (!act) return;
    button.closest('.menu-anchor').querySelector('[aria-haspopup]').click(); // which closes it
    if (act === 'only') filters.only([String(group)]);
    else if (act === 'pick') pick(group);
    else grouping.setAll(list.groups, act === 'closeAll');
  });

  rows.addEventListener('keydown', (event) => {
    const toggle = event.target.closest('.group-head .toggle');
    if (!toggle || !event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const all = [...rows.querySelectorAll('.group-head .toggle')];
      all[all.indexOf(toggle) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    } else if ((event.key === 'ArrowLeft') === (toggle.getAttribute('aria-expanded') === 'true')) toggle.click();
  });

  async function pick(group) {
    try {
      selection.setAll(await list.ofGroup(group), true);
    } catch (trouble) {
      toasts.fail(trouble);
    }
  }
}
