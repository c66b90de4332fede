import { typing } from './dom.js';

/** A longer list is chosen as far as it has been read: the page holds no more of it. */
const AT_ONCE = 500;

/**
 * How devices are chosen: by the box of a row, with Shift from the one before to this one; Shift with the arrows from row to row;
 * Ctrl+A or the box over the list for all that it shows; Escape lets go of them.
 *
 * @param context {selection, list, rows: the element with the rows, all: the box over them, toasts, free: whether no other thing wants the keys}
 * @returns {extend(from, to): told when the arrows went with Shift from one device to another, pickAll(), paint(), free}
 */
export function pickIn({ selection, list, rows, all, toasts, free }) {
  const idOf = (element) => element.closest('.device').dataset.id;
  let latest = 0;

  /** What is to be chosen may have to be read first; whoever has chosen otherwise meanwhile is right. */
  async function after(reading, choose) {
    const mine = (latest += 1);
    try {
      const ids = await reading;
      if (mine === latest) choose(ids);
    } catch (trouble) {
      toasts.fail(trouble);
      selection.setAll([], true);
    }
  }

  const pickAll = () => after(list.every(AT_ONCE), (ids) => selection.setAll(ids, true));

  function extend(from, to) {
    const anchor = selection.anchor ?? from;
    after(list.between(anchor, to), (ids) => selection.stretch(anchor, ids));
  }

  // A box is pressed through its label, too, and only the press on the label knows of Shift in every browser.
  let shift = false;
  rows.addEventListener('click', (event) => {
    const box = event.target.closest('.pick input');
    if (!box) {
      shift = Boolean(event.target.closest('.pick')) && event.shiftKey;
      return;
    }
    const id = idOf(box);
    const range = (event.shiftKey || shift) && selection.anchor && selection.anchor !== id;
    shift = false;
    latest += 1;
    if (!range) {
      selection.set(id, box.checked);
      return;
    }
    const chosen = box.checked;
    box.focus({ preventScroll: true });
    after(list.between(selection.anchor, id), (ids) => {
      selection.setAll(ids, chosen);
      selection.set(id, chosen);
    });
  });
  // With Shift the browser would mark the words between; without it the box has no focus by itself.
  rows.addEventListener('mousedown', (event) => event.shiftKey && event.target.closest('.pick') && event.preventDefault());

  all.addEventListener('change', () => {
    if (all.checked) pickAll();
    else after(list.every(0), (ids) => selection.setAll(ids, false));
  });

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.shiftKey || !free()) return;
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !rows.hidden && !typing(event.target)) {
      event.preventDefault();
      pickAll();
    } else if (event.key === 'Escape' && selection.size > 0) {
      event.preventDefault();
      latest += 1;
      selection.clear();
    }
  });

  /** The box over the list says whether all, some or none of what it shows are chosen. */
  function paint() {
    const shown = list.ids;
    const n = shown.filter((id) => selection.has(id)).length;
    all.checked = n > 0 && n === shown.length;
    all.indeterminate = n > 0 && n < shown.length;
  }

  return { extend, pickAll, paint, free };
}
