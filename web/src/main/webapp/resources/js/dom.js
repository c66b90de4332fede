/** Small strokes on the page that touch nothing that is right already: focus, selection and screen readers are left in peace. */

/** The parts of an element (or of several) by the name in data-part. */
export function partsOf(...elements) {
  const parts = {};
  for (const element of elements) for (const part of element.querySelectorAll('[data-part]')) parts[part.dataset.part] ??= part;
  return parts;
}

export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function title(element, text) {
  if (element.title !== text) element.title = text;
}

export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

export function icon(use, name) {
  if (use.getAttribute('href') !== `#i-${name}`) use.setAttribute('href', `#i-${name}`);
}

/** Puts one state's colours on an element in place of another's. */
export function colour(element, state) {
  const wanted = state ? `is-${state}` : '';
  for (const name of [...element.classList]) if (/^is-(success|running|warning|error|unknown)$/.test(name) && name !== wanted) element.classList.remove(name);
  if (wanted) element.classList.add(wanted);
}

/** Gives a list these children in this order, and moves none that stands where it belongs. */
export function arrange(list, children) {
  children.forEach((child, i) => list.children[i] !== child && list.insertBefore(child, list.children[i] ?? null));
  while (list.children.length > children.length) list.lastElementChild.remove();
}

/** Whether somebody writes there, so that a letter is a letter and no command. Nobody writes into a box that is ticked. */
export function typing(target) {
  return target.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]') !== null;
}
