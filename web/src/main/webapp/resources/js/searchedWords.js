import { folded } from './folded.js';

const WORDS = /"([^"]*)"?|[^\s"]+/g;

/** The words of a search, as the server's `SearchedWords` takes them: what stands between quotation marks is one, spaces and all. */
function wordsOf(text) {
  return [...folded(text).matchAll(WORDS)].map(([word, quoted]) => (quoted === undefined ? word : quoted.trim())).filter(Boolean);
}

/** @returns text => whether all the words are in it, in any order; for no words, always */
export function finder(words) {
  const all = wordsOf(words);
  return (text) => all.every((word) => folded(text).includes(word));
}

/** A name as a search finds it in one piece. A quotation mark in it stands between two pieces. */
export function phrase(name) {
  const pieces = name.split('"').map((piece) => piece.trim());
  return pieces.filter(Boolean).map((piece) => (/\s/.test(piece) ? `"${piece}"` : piece)).join(' ');
}
