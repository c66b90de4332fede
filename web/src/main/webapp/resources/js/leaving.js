/**
 * Whoever leaves with something unsaved is asked: by the page's own dialog for its links, by the browser's for all else, which no page can put in words of
 * its own.
 *
 * @param dirty whether something is not saved
 * @param ask promise of whether to go
 */
export function askBeforeLeaving(dirty, ask) {
  let going = false;
  addEventListener('beforeunload', (event) => {
    if (going || !dirty()) return;
    event.preventDefault();
  });
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('a[href]');
    const elsewhere = event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || link.target || link.hasAttribute('download') || link.getAttribute('href').startsWith('#') || !dirty()) return;
    event.preventDefault();
    if (!(await ask())) return;
    going = true;
    location.assign(link.href);
  });
}
