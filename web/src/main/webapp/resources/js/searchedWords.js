import { folded } from './folded.js';

const WORDS = /"([^"]*)"?|[^\s"]+/g;

/** As the server compares: spaces of any kind and number are one. */
const plain = (text) => folded(text).replace(/\s+/g, ' ').trim();

/** The words of a search, as the server's `SearchedWords` takes them: what stands between quotation marks is one, spaces and all. */
export function wordsOf(text) {
  return [...plain(text).matchAll(WORDS)].map(([word, quoted]) => (quoted === undefined ? word : quoted.trim())).filter(Boolean);
}

/** @returns (...fields) => whether each of the words is in one of them; for no words, always */
export function finder(words) {
  const all = wordsOf(words);
  return (...fields) => {
    const searched = fields.map((field) => plain(field ?? ''));
    return all.every((word) => searched.some((field) => field.includes(word)));
  };
}

/** @returns {called(name), begins(name)}: whether it is, or begins, exactly with these words */
export function nearness(words) {
  const whole = wordsOf(words).join(' ');
  return { called: (name) => plain(name) === whole, begins: (name) => plain(name).startsWith(whole) };
}

/** A name as a search finds it in one piece. A quotation mark in it stands between two pieces. */
export function phrase(name) {
  const pieces = name.split('"').map((piece) => piece.trim());
  return pieces.filter(Boolean).map((piece) => (/\s/.test(piece) ? `"${piece}"` : piece)).join(' ');
}
