import { recall, remember } from './remembered.js';

/**
 * A card that is a row of tabs until one of them is opened: a click on the open one closes it again. Arrows walk; what was open is remembered.
 *
 * @returns {open(name)}
 */
export function foldingTabs(root, name) {
  const tabs = [...root.querySelectorAll('[data-tab]')];
  const panelOf = (tab) => document.getElementById(tab.getAttribute('aria-controls'));
  const open = (chosen) => {
    for (const tab of tabs) {
      const shown = tab.dataset.tab === chosen;
      tab.setAttribute('aria-expanded', String(shown));
      panelOf(tab).hidden = !shown;
    }
    root.toggleAttribute('data-open', chosen !== '');
    remember(name, chosen);
  };
  for (const tab of tabs) tab.addEventListener('click', () => open(tab.getAttribute('aria-expanded') === 'true' ? '' : tab.dataset.tab));
  root.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(event.target);
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (at < 0 || !by) return;
    event.preventDefault();
    tabs.at((at + by) % tabs.length).focus();
  });
  const known = recall(name, '');
  open(tabs.some((tab) => tab.dataset.tab === known) ? known : '');
  return { open };
}
