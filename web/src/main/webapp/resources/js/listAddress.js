import { asked, put } from './address.js';

/** What of a list is shown. It stands in the address, so that it survives a reload and can be sent to somebody. */
export class ListAddress {
  #names;

  /** @param names parameters that are the list's; others are left alone */
  constructor(names) {
    this.#names = names;
  }

  get(name) {
    return asked(name);
  }

  /** Those that are given, for a query. */
  given() {
    return Object.fromEntries(this.#names.map((name) => [name, this.get(name)]).filter(([, value]) => value !== ''));
  }

  /** Somebody has chosen this: Back undoes it. @param changes {name: value}; an empty value takes the parameter away */
  set(changes) {
    put(changes, true);
  }

  /** The page knows better than the address: Back does not return to what was wrong. */
  correct(changes) {
    put(changes);
  }

  /** Everything but what stays. */
  clear(...staying) {
    this.set(Object.fromEntries(this.#names.filter((name) => !staying.includes(name)).map((name) => [name, ''])));
  }
}
