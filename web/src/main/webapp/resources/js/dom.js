/** Small strokes on the page that touch nothing that is right already: focus, selection and screen readers are left in peace. */

/** The parts of an element (or of several) by the name in data-part. */
export function partsOf(...elements) {
  const parts = {};
  for (const element of elements) for (const part of element.querySelectorAll('[data-part]')) parts[part.dataset.part] ??= part;
  return parts;
}

/** New copies of a template's children, by the name in data-state. */
export function statesOf(template) {
  return Object.fromEntries([...template.content.cloneNode(true).children].map((state) => [state.dataset.state, state]));
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
  for (const name of [...element.classList]) if (/^is-(success|running|warning|error|unknown|never)$/.test(name) && name !== wanted) element.classList.remove(name);
  if (wanted) element.classList.add(wanted);
}

/** Gives a list these children in this order, and moves none that stands where it belongs. */
export function arrange(list, children) {
  settle(list, list.children, children);
}

/** Gives an element this content. What it has already stays, with focus and selection: a node that is no different is not replaced. */
export function fill(element, content) {
  const had = [...element.childNodes];
  const nodes = content.map((one) => {
    const node = typeof one === 'string' ? document.createTextNode(one) : one;
    const same = had.findIndex((old) => old.isEqualNode(node));
    return same < 0 ? node : had.splice(same, 1)[0];
  });
  keepFocus(element, () => settle(element, element.childNodes, nodes));
}

/** Whatever is moved within an element meanwhile: what had the focus has it afterwards, too, if it is still there. */
export function keepFocus(element, change) {
  const { activeElement: focused } = document;
  change();
  if (document.activeElement !== focused && element.contains(focused)) focused.focus({ preventScroll: true });
}

/** What goes is taken out first, so that what stands behind it need not move. */
function settle(list, live, nodes) {
  const stay = new Set(nodes);
  for (const node of [...live]) if (!stay.has(node)) node.remove();
  nodes.forEach((node, i) => live[i] !== node && list.insertBefore(node, live[i] ?? null));
}

/** Whether somebody writes there, so that a letter is a letter and no command. Nobody writes into a box that is ticked. */
export function typing(target) {
  return target.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]') !== null;
}
