/** What this browser remembers of its reader's habits. The one place that knows where: a store on the server can take over here. */
const PREFIX = 'eb_';

export function recall(name, otherwise) {
  try {
    return localStorage.getItem(PREFIX + name) ?? otherwise;
  } catch {
    return otherwise; // A browser may refuse to keep anything; then each visit begins anew.
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // As above.
  }
}
