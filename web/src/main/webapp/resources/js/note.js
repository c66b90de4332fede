import { colour, icon, show, write } from './dom.js';

/** One sentence about what came of something, beside what was pressed. It stays until there is another. */
export class Note {
  #parts;

  /** @param parts note, noteIcon, noteText */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param look success, running, warning or error */
  say(look, text) {
    const { note, noteIcon, noteText } = this.#parts;
    colour(note, look);
    icon(noteIcon, look === 'running' ? 'timeout' : look);
    show(note, true);
    write(noteText, text);
  }

  clear() {
    show(this.#parts.note, false);
    write(this.#parts.noteText, '');
  }
}
