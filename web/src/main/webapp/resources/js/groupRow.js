import { partsOf, show, write } from './dom.js';
import { markGroup } from './groupLooks.js';
import { setUp } from './menu.js';

/** One group in the drawer: its looks, how many devices it has, and what can be done with it. */
export class GroupRow {
  element;
  group = null;
  #parts;
  #context;

  /** @param context {texts, format, rowTemplate, may, room(): the lower edge of where a menu has room, onAct(row, act)} */
  constructor(context) {
    this.#context = context;
    this.element = context.rowTemplate.content.firstElementChild.cloneNode(true);
    this.#parts = partsOf(this.element);
    const { anchor, menu } = this.#parts;
    show(anchor, context.may);
    if (!context.may) return;
    setUp(anchor, () => this.#turn());
    menu.addEventListener('click', (event) => {
      const button = event.target.closest('[data-act]');
      if (!button || button.getAttribute('aria-disabled') === 'true') return;
      // Closes the menu, and gives the focus back for now.
      this.#parts.more.click();
      context.onAct(this, button.dataset.act);
    });
    this.element.addEventListener('dblclick', (event) => event.target.closest('button') ?? context.onAct(this, 'edit'));
  }

  /** @param place {movable: whether rows can change places now, first, last} */
  paint(group, { movable, first, last }) {
    this.group = group;
    const { texts, format } = this.#context;
    const p = this.#parts;
    this.element.dataset.id = group.id;
    markGroup(p.mark, group);
    write(p.name, group.name);
    p.name.title = group.name;
    write(p.size, texts.count('groups.devices', group.count ?? 0, { n: format.number(group.count ?? 0) }));
    show(p.grip, movable);
    label(p.grip, texts.say('groups.moveOf', { group: group.name }));
    label(p.more, texts.say('groups.actionsOf', { group: group.name }));
    label(p.menu, p.more.getAttribute('aria-label'));
    show(p.up, movable);
    show(p.down, movable);
    p.up.setAttribute('aria-disabled', String(first));
    p.down.setAttribute('aria-disabled', String(last));
  }

  /** @param form in place of what the row shows; null for none */
  edit(form) {
    this.element.querySelector('.group-form')?.remove();
    this.element.toggleAttribute('data-edited', form !== null);
    if (form) this.element.append(form);
  }

  focus() {
    this.#parts.more.focus();
  }

  /** A menu of the last rows opens above its button. */
  #turn() {
    const { more, menu } = this.#parts;
    const height = [...menu.children].filter((item) => !item.hidden).length * 46;
    menu.toggleAttribute('data-above', more.getBoundingClientRect().bottom + height > this.#context.room());
  }
}

function label(element, text) {
  if (element.getAttribute('aria-label') !== text) element.setAttribute('aria-label', text);
}
