/** A canvas knows no tokens: their colours as they are just now, and a word when they become others, by theme, forced colours or paper. */

const root = document.documentElement;
const forced = matchMedia('(forced-colors: active)');
const colours = new Map();
let probe = null;

/**
 * @param token such as --st-error
 * @param use what it is where a reader's own colours are forced on the page: a mark means something and stays, what is written becomes the
 *     colour of text, a ground that of the page
 * @returns a colour as rgb(…)
 */
export function ink(token, use = 'mark') {
  const key = `${token} ${use}`;
  if (!colours.has(key)) colours.set(key, read(token, use));
  return colours.get(key);
}

function read(token, use) {
  if (!probe) {
    probe = document.createElement('span');
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.style.forcedColorAdjust = use === 'mark' ? 'none' : 'auto';
  const property = use === 'ground' ? 'backgroundColor' : 'color';
  probe.style[property] = `var(${token})`;
  return getComputedStyle(probe)[property];
}

/** The same colour, and what is below it shines through. */
export function thin(colour, share) {
  return colour.replace(/^rgb\((.+)\)$/, `rgba($1, ${share})`);
}

/** @param tell is called when colours, or what they are seen on, are others; told whether that is for paper */
export function onInk(tell) {
  const change = (paper) => {
    colours.clear();
    tell(paper);
  };
  // The wall has the same colours, and an enlarged page.
  new MutationObserver(() => change(printing)).observe(root, { attributes: true, attributeFilter: ['data-theme', 'data-wall'] });
  for (const query of [matchMedia('(prefers-color-scheme: light)'), forced]) query.addEventListener('change', () => change(printing));
  let printing = false;
  addEventListener('beforeprint', () => change((printing = true)));
  addEventListener('afterprint', () => change((printing = false)));
}
