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
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
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
