// Letters that run from right to left, and the marks that turn what follows them round.
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name as it may stand in a sentence: none of its letters or marks turns the words around it. */
export function isolated(value) {
  return typeof value === 'string' && TURNS.test(value) ? `\u2068${value.replace(MARKS, '')}\u2069` : value;
}

/** The page's words, from the same bundles as its markup: a JSON block written by the server. */
export class Texts {
  #words;
  #plural;

  constructor(words, locale) {
    this.#words = words;
    this.#plural = new Intl.PluralRules(locale);
  }

  /** The text of a key with its {names} filled in. A missing key shows itself, so that it is seen. */
  say(key, values = {}) {
    const text = this.#words[key];
    if (text === undefined) return key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? isolated(values[name]) : whole));
  }

  has(key) {
    return key in this.#words;
  }

  /** The text for a number: key.one, key.other, as the language counts. */
  count(key, count, values = {}) {
    const form = `${key}.${this.#plural.select(count)}`;
    return this.say(form in this.#words ? form : `${key}.other`, values);
  }
}

/** Texts of this page. */
export function pageTexts(doc = document) {
  return new Texts(JSON.parse(doc.getElementById('texts').textContent), doc.documentElement.lang);
}
