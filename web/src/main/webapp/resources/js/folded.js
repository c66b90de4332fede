/** Text as a search compares it, as the server does: in any case and without accents. "Leclerc" finds "Éric Leclerc", and so does "eric". */
export function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
