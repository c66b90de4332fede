import { arrange, keepFocus, partsOf, show, write } from './dom.js';
import { Drawer } from './drawer.js';
import { GroupForm } from './groupForm.js';
import { fold } from './groupName.js';
import { GroupRemoval } from './groupRemoval.js';
import { GroupRow } from './groupRow.js';
import { Reorder } from './reorder.js';

/**
 * The client's groups of devices, over the page: make, rename, colour, put in order, delete. The drawer stands in the address as #groups.
 *
 * What others change meanwhile shows at once; neither the focus nor what is typed is lost. Escape goes one step back: the question before a
 * group is deleted, what is typed, the search, the drawer.
 */
export class GroupDrawer {
  #drawer;
  #parts;
  #context;
  #rows = new Map();
  #reorder;
  #removal;
  /** What is written into: {form, row: of a group that is there, else null}. */
  #edit = null;
  /** The last order that was asked for: a promise. */
  #ordering = null;

  /** @param context {groups, texts, format, toasts, backdrop, button: opens it, kept: [what stays within reach], rowTemplate, formTemplate, choiceTemplate} */
  constructor(root, context) {
    this.#parts = partsOf(root);
    this.#context = context;
    const { groups } = context;
    const p = this.#parts;
    this.#reorder = new Reorder(p.list, p.body, (ids, id) => this.#moved(ids, id));
    this.#removal = new GroupRemoval(p.ask, { ...context, onDone: () => this.#focusNear(), onKept: (group) => this.#focusOn(group) });
    this.#drawer = new Drawer(root, {
      ...context,
      hash: '#groups',
      back: () => this.#back(),
      onOpen: () => {
        groups.read(false);
        this.#paint();
      },
      onClose: () => this.#leave(),
    });
    for (const add of [p.add, p.first]) add.addEventListener('click', () => this.#create());
    for (const again of [p.retry, p.again]) again.addEventListener('click', () => groups.read(false));
    p.words.addEventListener('input', () => this.#paint());
    groups.watch(({ kind }) => kind === 'groups' && this.#heard());
    this.#drawer.follow();
  }

  /** Nothing that was begun is there when it is opened again. */
  #leave() {
    this.#reorder.cancel();
    this.#removal.close();
    this.#endEdit();
    this.#parts.words.value = '';
  }

  #heard() {
    if (!this.#drawer.isOpen) return;
    const { groups, texts, toasts } = this.#context;
    if (this.#edit?.row && !groups.of(this.#edit.row.group.id)) {
      this.#endEdit();
      toasts.say(texts.say('groups.gone'), 'warning');
    }
    this.#removal.paint();
    this.#paint();
  }

  #paint() {
    // Not under the hand that drags: it is painted when it lets go.
    if (!this.#drawer.isOpen || this.#reorder.dragging) return;
    const { groups, texts, format } = this.#context;
    const { all, known, trouble, may } = groups;
    const p = this.#parts;
    const words = fold(p.words.value);
    const found = all.filter((group) => fold(group.name).includes(words));
    const empty = known && all.length === 0 && !this.#edit;
    show(p.wait, !known && !trouble);
    show(p.error, !known && trouble !== null);
    show(p.old, known && trouble !== null);
    show(p.empty, empty);
    show(p.first, may);
    const making = this.#edit !== null && !this.#edit.row;
    show(p.add, may && known && !empty && !making);
    show(p.words.parentElement, all.length > 0);
    show(p.tools, all.length > 0);
    show(p.none, known && all.length > 0 && found.length === 0);
    write(p.none, texts.say('groups.noMatch', { words: p.words.value.trim() }));
    show(p.list, found.length > 0);
    show(p.foot, known);
    write(p.foot, texts.count('groups.foot', groups.ungrouped, { n: format.number(groups.ungrouped) }));
    if (trouble) this.#paintTrouble(trouble);
    const movable = may && !words && all.length > 1;
    for (const id of this.#rows.keys()) if (!groups.of(id)) this.#rows.delete(id);
    const rows = found.map((group) => this.#row(group, { movable, first: group === all[0], last: group === all.at(-1) }));
    keepFocus(p.list, () => arrange(p.list, rows));
    this.#drawer.keepFocus();
  }

  #paintTrouble({ detail, reference }) {
    const p = this.#parts;
    write(document.getElementById('group-error'), detail || this.#context.texts.say('error.detail'));
    show(p.ref, Boolean(reference));
    write(p.reference, reference ?? '');
  }

  #row(group, place) {
    if (!this.#rows.has(group.id)) {
      const { groups, texts, format, rowTemplate } = this.#context;
      const room = () => this.#parts.body.getBoundingClientRect().bottom;
      this.#rows.set(group.id, new GroupRow({ texts, format, rowTemplate, may: groups.may, room, onAct: (row, act) => this.#act(row, act) }));
    }
    const row = this.#rows.get(group.id);
    row.paint(group, place);
    return row.element;
  }

  #act(row, act) {
    if (act === 'edit') this.#begin(row);
    else if (act === 'remove') {
      this.#endEdit();
      this.#removal.about(row.group, this.#context.kept);
    } else this.#reorder.move(row.group.id, act === 'up' ? -1 : 1);
  }

  #create() {
    this.#begin(null);
    // Whatever was looked for, the new one is to be seen.
    this.#parts.words.value = '';
    this.#paint();
  }

  /** @param row of the group; null for a new one */
  #begin(row) {
    this.#endEdit();
    const form = new GroupForm(row?.group ?? null, {
      ...this.#context,
      onDone: (group) => this.#done(group, row),
      onCancel: () => this.#stop(),
      onGone: () => this.#context.groups.read(),
    });
    this.#edit = { form, row };
    if (row) row.edit(form.element);
    else {
      this.#parts.form.replaceChildren(form.element);
      show(this.#parts.form, true);
    }
    this.#paint();
    form.focus();
  }

  #done(group, row) {
    const { texts, toasts } = this.#context;
    toasts.say(texts.say(row ? 'groups.changed' : 'groups.created'), 'success');
    this.#stop();
    this.#rows.get(group.id)?.element.scrollIntoView({ block: 'nearest' });
  }

  /** Nothing is written into any more, and the focus is where that began. */
  #stop() {
    const row = this.#edit?.row;
    this.#endEdit();
    this.#paint();
    if (row?.element.isConnected) row.focus();
    else this.#focusNear();
  }

  #endEdit() {
    this.#edit?.row?.edit(null);
    this.#parts.form.replaceChildren();
    show(this.#parts.form, false);
    this.#edit = null;
  }

  async #moved(ids, id) {
    const { groups, texts, toasts } = this.#context;
    if (!ids) {
      this.#paint();
      return;
    }
    const done = groups.order(ids);
    this.#paint();
    write(this.#parts.said, texts.say('groups.at', { group: groups.of(id)?.name ?? '', at: ids.indexOf(id) + 1, of: ids.length }));
    // Several moves may wait for one answer.
    if (done === this.#ordering) return;
    this.#ordering = done;
    try {
      await done;
    } catch (trouble) {
      groups.read();
      if (trouble.status === 400) toasts.say(texts.say('groups.reorder.fail'), 'error');
      else toasts.fail(trouble);
    }
  }

  #focusOn(group) {
    const row = this.#rows.get(group.id);
    if (row?.element.isConnected) row.focus();
    else this.#focusNear();
  }

  /** A button that is there, whatever has gone. */
  #focusNear() {
    const { add, first } = this.#parts;
    const there = [add, first].find((button) => button.checkVisibility());
    if (there) there.focus({ preventScroll: true });
    else this.#drawer.keepFocus();
  }

  #back() {
    const { words } = this.#parts;
    if (this.#reorder.cancel()) return true;
    if (this.#removal.open) this.#removal.close();
    else if (this.#edit) this.#stop();
    else if (words.value) {
      words.value = '';
      this.#paint();
    } else return false;
    return true;
  }
}
