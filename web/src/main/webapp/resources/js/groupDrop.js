import { write } from './dom.js';
import { groupOf } from './groupMoves.js';
import { NO_GROUP } from './groupHeads.js';

/**
 * A device is dragged to another group: to its head, or to any of its devices. One that is chosen takes the other chosen ones along. G does
 * the same from the keyboard.
 *
 * @param context {selection, fleet, groups, moves, ghost: what is dragged when there are many, texts, format}
 * @returns {dragging(): whether somebody is at it}
 */
export function dropOnGroups(rows, { selection, fleet, groups, moves, ghost, texts, format }) {
  let dragged = null;
  let target = null;
  let row = null;

  const aim = (head) => {
    if (head === target) return;
    target?.classList.remove('is-target');
    target = head;
    target?.classList.add('is-target');
  };

  /** Of the head, or of the device, that the pointer is over; undefined for none. */
  function groupAt(event) {
    const head = event.target.closest('.group-head');
    if (head) return Number(head.dataset.group);
    const device = fleet.devices.get(event.target.closest('.device')?.dataset.id);
    return device && (groupOf(device, groups) ?? NO_GROUP);
  }

  rows.addEventListener('dragstart', (event) => {
    const from = event.target.closest?.('.device[draggable="true"]');
    const id = from?.dataset.id;
    if (!id) return;
    row = from;
    // Its part of the list stays on the page as long as it is dragged.
    row.toggleAttribute('data-dragged', true);
    row.addEventListener('dragend', end, { once: true });
    dragged = selection.has(id) ? selection.ids : [id];
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', fleet.devices.get(id)?.name ?? '');
    if (dragged.length > 1) {
      write(ghost, texts.count('groups.dragged', dragged.length, { n: format.number(dragged.length) }));
      event.dataTransfer.setDragImage(ghost, 12, 12);
    }
  });
  rows.addEventListener('dragover', (event) => {
    const group = dragged ? groupAt(event) : undefined;
    aim(group === undefined ? null : rows.querySelector(`.group-head[data-group="${group}"]`));
    if (group === undefined) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
  });
  rows.addEventListener('dragleave', (event) => rows.contains(event.relatedTarget) || aim(null));
  rows.addEventListener('drop', (event) => {
    const group = dragged ? groupAt(event) : undefined;
    if (group === undefined) return;
    event.preventDefault();
    const ids = dragged;
    end();
    moves.move(ids, group === NO_GROUP ? null : group);
  });
  // Pointers do not move while something is dragged: an end that nobody was told of is noticed here.
  document.addEventListener('pointermove', () => dragged && end(), { passive: true });

  function end() {
    row?.removeAttribute('data-dragged');
    row = null;
    dragged = null;
    aim(null);
  }

  return { dragging: () => dragged !== null };
}
