import './badge.js';
import './menu.js';
import './printing.js';
import './theme.js';
import './viewing.js';
import { bind } from './api.js';
import { keep } from './theme.js';

/** The frame: collapse of the sidebar, the drawer on a phone. */
const shell = document.querySelector('.shell');
const side = document.getElementById('side');
const collapse = document.getElementById('collapse');

function paintCollapse() {
  const narrow = shell.dataset.side === 'narrow';
  collapse.setAttribute('aria-expanded', String(!narrow));
  const label = narrow ? collapse.dataset.expand : collapse.dataset.collapse;
  collapse.title = label;
  collapse.querySelector('span').textContent = label;
}

collapse.addEventListener('click', () => {
  shell.dataset.side = shell.dataset.side === 'narrow' ? 'wide' : 'narrow';
  keep('eb_side', shell.dataset.side);
  paintCollapse();
});
paintCollapse();

const opener = document.getElementById('side-open');
const backdrop = document.getElementById('backdrop');
const rest = document.querySelector('.main');

function drawer(open) {
  if (side.classList.contains('is-open') === open) return;
  side.classList.toggle('is-open', open);
  backdrop.hidden = !open;
  rest.inert = open;
  opener.setAttribute('aria-expanded', String(open));
  (open ? document.getElementById('side-close') : opener).focus();
}

opener.addEventListener('click', () => drawer(true));
document.getElementById('side-close').addEventListener('click', () => drawer(false));
backdrop.addEventListener('click', () => drawer(false));
side.addEventListener('keydown', (event) => event.key === 'Escape' && drawer(false));
// What the menu leads to may be on this page.
addEventListener('hashchange', () => drawer(false));
matchMedia('(max-width: 640px)').addEventListener('change', () => drawer(false));

// The news that the session is over may come before the answer that leads on, to the provider's own sign-out: it must not lead elsewhere.
document.querySelector('form[action$="/signout"]')?.addEventListener('submit', () => {
  bind(true);
  // Whoever has broken it off meanwhile has a page that goes on.
  setTimeout(() => bind(false), 20_000);
});
addEventListener('pageshow', (event) => event.persisted && bind(false));
