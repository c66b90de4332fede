import { setApart } from './apart.js';
import { partsOf, show, write } from './dom.js';

/** Asks inside the drawer before a group goes, and says where its devices go. */
export class GroupRemoval {
  #ask;
  #parts;
  #context;
  #group = null;
  #letGo = null;
  #busy = false;

  /** @param context {groups, texts, format, toasts, onDone(group), onKept(group): where the focus goes} */
  constructor(ask, context) {
    this.#ask = ask;
    this.#parts = partsOf(ask);
    this.#context = context;
    this.#parts.keep.addEventListener('click', () => this.close());
    this.#parts.remove.addEventListener('click', () => this.#remove());
    ask.addEventListener('click', (event) => event.target === ask && this.close());
  }

  get open() {
    return this.#group !== null;
  }

  /** @param kept what stays within reach */
  about(group, kept) {
    this.#group = group;
    this.paint();
    show(this.#ask, true);
    this.#letGo = setApart(this.#ask, kept);
    this.#parts.keep.focus();
  }

  /** The group as it stands now; it may have gone. */
  paint() {
    if (!this.#group) return;
    const { groups, texts, format, toasts } = this.#context;
    const group = groups.of(this.#group.id);
    if (!group && !this.#busy) {
      toasts.say(texts.say('groups.gone'), 'warning');
      this.close();
      return;
    }
    const { name, count = 0 } = group ?? this.#group;
    write(this.#parts.askTitle, texts.say('groups.ask.title', { group: name }));
    show(this.#parts.warn, count > 0);
    write(this.#parts.warnWord, texts.count('groups.ask.moves', count, { n: format.number(count) }));
  }

  close() {
    const group = this.#shut();
    if (group) this.#context.onKept(group);
  }

  #shut() {
    const group = this.#group;
    this.#group = null;
    this.#letGo?.();
    this.#letGo = null;
    show(this.#ask, false);
    return group;
  }

  async #remove() {
    if (this.#busy) return;
    const { groups, texts, format, toasts, onDone } = this.#context;
    const group = this.#group;
    this.#busy = true;
    this.#parts.remove.setAttribute('aria-busy', 'true');
    try {
      const moved = await groups.remove(group.id);
      toasts.say(moved > 0 ? texts.count('groups.deleted', moved, { n: format.number(moved) }) : texts.say('groups.deletedEmpty'), 'success');
      this.#shut();
      onDone(group);
    } catch (trouble) {
      if (trouble.status === 404) {
        toasts.say(texts.say('groups.gone'), 'warning');
        groups.read();
      } else toasts.fail(trouble);
      this.close();
    } finally {
      this.#busy = false;
      this.#parts.remove.removeAttribute('aria-busy');
    }
  }
}
