/** The looks that a group may have; without a colour or a drawing it is a plain mark. */
export const COLOURS = ['blue', 'teal', 'green', 'lime', 'amber', 'orange', 'red', 'pink', 'violet', 'slate'];
export const DRAWINGS = ['folder', 'building', 'home', 'server', 'laptop', 'shop', 'health', 'school'];

/** Gives a mark, <span class="swatch"> with a drawing in it, a group's looks: the drawing if it has one, else a square, in its colour. */
export function markGroup(mark, group) {
  const colour = COLOURS.includes(group?.color) ? `is-g-${group.color}` : '';
  for (const name of [...mark.classList]) if (name.startsWith('is-g-') && name !== colour) mark.classList.remove(name);
  if (colour) mark.classList.add(colour);
  const drawn = DRAWINGS.includes(group?.icon);
  mark.toggleAttribute('data-drawn', drawn);
  const use = mark.querySelector('use');
  const wanted = `#i-${drawn ? group.icon : 'folder'}`;
  if (use.getAttribute('href') !== wanted) use.setAttribute('href', wanted);
}
