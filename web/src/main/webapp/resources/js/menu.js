/** How each menu closes; one that leaves the page leaves nothing behind. */
const closing = new WeakMap();

/**
 * A button with a menu: opens by click, Enter or arrow down; arrows walk, Escape and a click elsewhere close.
 *
 * @param onOpen told before it is shown
 */
export function setUp(anchor, onOpen = () => {}) {
  const button = anchor.querySelector('[aria-haspopup]');
  const menu = anchor.querySelector('.menu');
  const items = () => [...menu.querySelectorAll('button, a')].filter((item) => item.offsetParent !== null);

  const open = () => {
    onOpen();
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
  };
  const close = (giveBack) => {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (giveBack) button.focus();
  };

  button.addEventListener('click', () => {
    if (!menu.hidden) return close(true);
    open();
    return items()[0]?.focus();
  });
  anchor.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !menu.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close(true);
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (menu.hidden) open();
    const all = items();
    const at = all.indexOf(document.activeElement);
    all.at((at + (event.key === 'ArrowDown' ? 1 : -1) + (at < 0 && event.key === 'ArrowUp' ? 1 : 0)) % all.length)?.focus();
  });
  anchor.addEventListener('focusout', (event) => event.relatedTarget && !anchor.contains(event.relatedTarget) && close(false));
  closing.set(anchor, close);
}

document.addEventListener('pointerdown', (event) => {
  for (const anchor of document.querySelectorAll('.menu-anchor')) if (!anchor.contains(event.target)) closing.get(anchor)?.(false);
});

for (const anchor of document.querySelectorAll('.menu-anchor')) setUp(anchor);
