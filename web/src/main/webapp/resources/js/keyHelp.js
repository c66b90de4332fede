import { typing } from './dom.js';

/** The keys of a page, on "?" or by its button. The browser's own dialog keeps the focus in it and gives it back. */
export function keyHelpIn(dialog, button) {
  const open = () => dialog.open || dialog.showModal();
  button.addEventListener('click', open);
  dialog.querySelector('[data-part="close"]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.addEventListener('keydown', (event) => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    open();
  });
}
