/** A pointer that rests so long on a bar or a dot wants to see what it is, ms. */
const REST = 300;
/** And one that has left so long ago does not, ms: the way into the popover leads past the edge. */
const LEAVE = 350;

/**
 * Lets a mouse that rests on something open the popover, without taking the focus; moving on shows the next, leaving closes it. A press
 * opens it to stay. Only a pointer that really moves counts: a list that moves below one that rests opens nothing.
 *
 * @param context {popover, box, find: element -> key of what is there, or null, open(element, event)}
 */
export function hoverOpens(list, { popover, box, find, open }) {
  if (!matchMedia('(hover: hover)').matches) return;
  let waiting = 0;
  let leaving = 0;
  let over = null;
  /** The source that a mere look has opened. */
  let glance = null;
  let place = '';
  let moved = false;
  document.addEventListener('pointermove', ({ screenX, screenY }) => {
    const now = `${screenX} ${screenY}`;
    moved = now !== place;
    place = now;
  }, { capture: true, passive: true });
  const stop = () => {
    clearTimeout(waiting);
    waiting = 0;
  };
  const leave = () => {
    stop();
    over = null;
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (glance && popover.source === glance && !box.contains(document.activeElement)) popover.close(false);
      glance = null;
    }, LEAVE);
  };
  list.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse' || event.buttons || !moved) return;
    const key = find(event);
    if (key === null) {
      if (over !== null) leave();
      return;
    }
    clearTimeout(leaving);
    if (key === over) return;
    stop();
    over = key;
    // What somebody has opened to stay is not taken away by a mouse that passes.
    if (popover.source && popover.source !== glance) return;
    waiting = setTimeout(() => {
      if (popover.source && popover.source !== glance) return;
      open(event);
      glance = popover.source;
    }, REST);
  });
  list.addEventListener('pointerleave', leave);
  list.addEventListener('pointerdown', stop, true);
  list.addEventListener('keydown', stop, true);
  box.addEventListener('pointerenter', () => clearTimeout(leaving));
  box.addEventListener('pointerleave', () => glance && leave());
}
