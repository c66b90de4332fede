import { getJson } from './api.js';
import { show, write } from './dom.js';

/** The number beside "Incidents" in the side menu. */
const count = document.getElementById('incident-count');

/** @param shown the number as the reader's language writes it */
export function paintBadge(n, shown) {
  if (!count) return;
  show(count, n > 0);
  write(count.querySelector('[data-part="n"]'), shown);
}

/** On pages that do not hear of incidents by themselves it is read when they open. */
if (count && !document.getElementById('pulse')) {
  getJson('/dashboard/standing', {}, { poll: true }).then(
    ({ needing }) => paintBadge(needing, new Intl.NumberFormat(document.documentElement.lang).format(needing)),
    () => {}, // Without the number the way there is the same.
  );
}
