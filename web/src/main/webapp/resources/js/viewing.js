import { bind, leaveIfShut, send } from './api.js';

/** The bar over a client's portal that support looks at: until when, and the way out. */
const bar = document.getElementById('viewing');
const leave = () => location.assign(`${document.documentElement.dataset.context ?? ''}/admin/clients`);

function begin() {
  const part = (name) => bar.querySelector(`[data-part="${name}"]`);
  const until = new Date(bar.dataset.until);
  if (!Number.isNaN(until.getTime())) {
    part('time').textContent = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(until);
    part('time').dateTime = bar.dataset.until;
    part('until').hidden = false;
    // The server ends it by itself; the page leaves with it, a second later.
    setTimeout(leave, Math.max(1_000, until.getTime() - Date.now() + 1_000));
  }
  part('stop').addEventListener('click', async ({ currentTarget: button }) => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    // Other questions of this page are refused as soon as it is over; they must not lead elsewhere.
    bind(true);
    try {
      await send('DELETE', '/admin/viewing');
      leave();
    } catch (trouble) {
      bind(false);
      leaveIfShut(trouble.status);
      part('trouble').textContent = trouble.message;
    } finally {
      button.removeAttribute('aria-busy');
    }
  });
}

if (bar) begin();
