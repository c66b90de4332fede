import { typing } from './dom.js';

/** The search over a page that is no list: its form leads to one. "/" goes there, Escape leaves it. */
export function quickSearch(box) {
  const field = box.querySelector('input');
  const open = () => {
    box.classList.add('is-open');
    field.focus();
    field.select();
  };
  document.getElementById('search-open')?.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    open();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    field.value = '';
    box.classList.remove('is-open');
    field.blur();
  });
}
