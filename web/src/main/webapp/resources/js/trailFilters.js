import { apiUrl } from './api.js';

/** What of the trail is shown. It stands in the address, so that it survives a reload and can be sent to somebody. */
export class TrailFilters {
  #form;
  #context;

  /** @param context {path, zone, link, onChange(query)} */
  constructor(form, context) {
    this.#form = form;
    this.#context = context;
    this.#read();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#changed();
    });
    form.addEventListener('reset', () => setTimeout(() => this.#cleared()));
    // What is chosen counts at once; what is typed, by Enter.
    form.addEventListener('change', (event) => event.target.matches('select, [type="date"]') && this.#changed());
    addEventListener('popstate', () => {
      this.#read();
      this.#tell();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
      event.preventDefault();
      this.#fields.q.focus();
    });
    this.#paintLink();
  }

  query() {
    const given = this.#given();
    return Object.keys(given).length ? { ...given, tz: this.#context.zone } : { tz: this.#context.zone };
  }

  get #fields() {
    return this.#form.elements;
  }

  get #names() {
    return [...this.#fields].map((field) => field.name).filter(Boolean);
  }

  #given() {
    const given = {};
    for (const name of this.#names) {
      const value = this.#fields[name].value.trim();
      if (value) given[name] = value;
    }
    return given;
  }

  #read() {
    const address = new URLSearchParams(location.search);
    for (const name of this.#names) this.#set(this.#fields[name], address.get(name) ?? '');
  }

  /** A code that the list does not have is of another version, and is kept as it stands. */
  #set(field, value) {
    if (field.matches('select') && value && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
    field.value = value;
  }

  #cleared() {
    for (const name of this.#names) this.#fields[name].value = '';
    this.#changed();
  }

  #changed() {
    const address = new URL(location.href);
    const given = this.#given();
    for (const name of this.#names) {
      if (given[name]) address.searchParams.set(name, given[name]);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.pushState(history.state, '', address);
    this.#tell();
  }

  #tell() {
    this.#paintLink();
    this.#context.onChange(this.query());
  }

  #paintLink() {
    this.#context.link.href = apiUrl(`${this.#context.path}/export`, this.query());
  }
}
