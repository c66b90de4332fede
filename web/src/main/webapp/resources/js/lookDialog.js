import { send } from './api.js';
import { show, write } from './dom.js';
import { failKey } from './failKey.js';

/** Asks why, and begins to look. The browser's own dialog keeps the focus in it and gives it back. */
export function lookIn(dialog, texts) {
  const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
  const reason = dialog.querySelector('input');
  let client;

  part('no').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const yes = part('yes');
    if (yes.getAttribute('aria-busy') === 'true') return;
    yes.setAttribute('aria-busy', 'true');
    try {
      await send('POST', '/admin/viewing', { client_id: client.id, reason: reason.value.trim() });
      location.assign(`${document.documentElement.dataset.context ?? ''}/status`);
    } catch (trouble) {
      write(part('trouble'), texts.say(failKey(trouble, { 400: 'clients.fail.reason' })));
      show(part('trouble'), true);
      reason.focus();
    } finally {
      yes.removeAttribute('aria-busy');
    }
  });

  return (wanted) => {
    client = wanted;
    reason.value = '';
    show(part('trouble'), false);
    write(dialog.querySelector('h2'), texts.say('clients.look.title', { client: client.name }));
    dialog.showModal();
    reason.focus();
  };
}
