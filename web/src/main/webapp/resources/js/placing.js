/** Puts a popover by what it is about: below it, or above where there is no room, and within the window. The style has the rest. */
export function placeBy(anchor, box) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const middle = at.left + at.width / 2;
  const x = Math.max(16, Math.min(innerWidth - width - 16, middle - width * 0.6));
  const above = at.bottom + 10 + height > innerHeight && at.top - 10 - height > 0;
  box.toggleAttribute('data-above', above);
  box.style.setProperty('--x', `${x}px`);
  box.style.setProperty('--y', `${above ? at.top - 10 - height : at.bottom + 10}px`);
  box.style.setProperty('--tip', `${Math.max(16, Math.min(width - 16, middle - x))}px`);
}
