import { typing } from './dom.js';

/** The group that a device is in as far as this page knows: where it is on its way to, else where it was when it was read; null for none. */
export function groupOf(device, groups) {
  const way = groups.moving(device.id);
  return way === undefined ? (device.group_id ?? null) : way;
}

/** Moves devices to groups, says what came of it, and takes it back. */
export class GroupMoves {
  #context;

  /** @param context {groups, deviceOf(id): as far as the page knows it, picker, toasts, texts, format, rows: the element with the devices, selection, free: whether no other thing wants the keys, giveBack(id): what has the focus when the pill of a device is gone, onMove(ids): told when they are shown elsewhere} */
  constructor(context) {
    this.#context = context;
    const { groups, deviceOf, rows, onMove } = context;
    groups.watch(({ kind, devices, group }) => {
      if (!devices) return;
      for (const device of kind === 'moved' ? devices.map(deviceOf) : []) if (device) device.group_id = group;
      onMove(devices);
    });
    rows.addEventListener('click', (event) => {
      const pill = event.target.closest('.pill');
      if (pill && groups.may) this.ask(pill, [pill.closest('.device').dataset.id]);
    });
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Asks which group they go to. */
  ask(anchor, ids) {
    const { picker, texts, format, deviceOf, groups, giveBack } = this.#context;
    const known = ids.map(deviceOf);
    const now = new Set(known.map((device) => device && groupOf(device, groups)));
    const title = ids.length === 1 && known[0] ? texts.say('groups.moveOne', { device: known[0].name }) : texts.count('groups.moveMany', ids.length, { n: format.number(ids.length) });
    picker.open(anchor, { title, current: now.size === 1 ? [...now][0] : undefined, onChoose: (group) => this.move(ids, group), giveBack: () => giveBack(ids[0]).focus({ preventScroll: true }) });
  }

  /** @param group its id; null for none */
  async move(ids, group) {
    const { groups, deviceOf, toasts, texts, format } = this.#context;
    const from = new Map();
    const moved = ids.filter((id) => {
      const device = deviceOf(id);
      const was = device && groupOf(device, groups);
      if (was === group) return false;
      from.set(was, [...(from.get(was) ?? []), id]);
      return true;
    });
    if (moved.length === 0) return;
    const names = { n: format.number(moved.length), device: deviceOf(moved[0])?.name ?? '', group: group === null ? texts.say('groups.none') : (groups.of(group)?.name ?? '') };
    try {
      await groups.assign(moved, group);
    } catch (trouble) {
      toasts.fail(trouble);
      return;
    }
    const said = moved.length === 1 && names.device ? texts.say('groups.movedOne', names) : texts.count('groups.moved', moved.length, names);
    // Where one of them was before is not known of a device that the page has not read.
    const back = from.has(undefined) ? null : { word: texts.say('groups.undo'), run: () => this.#back(from) };
    toasts.say(said, 'success', back);
  }

  async #back(from) {
    const { groups, toasts, texts } = this.#context;
    const troubles = [];
    for (const [group, ids] of from) {
      try {
        await groups.assign(ids, group);
      } catch (trouble) {
        troubles.push(trouble);
      }
    }
    const [first] = troubles;
    if (!first) toasts.say(texts.say('groups.undone'), 'success');
    else if (troubles.length < from.size) toasts.say(texts.say('groups.undoneSome'), 'warning');
    else toasts.fail(first);
  }

  /** G on a device: it, or all that are chosen when it is one of them. */
  #key(event) {
    const { groups, selection, free } = this.#context;
    if (event.key.toLowerCase() !== 'g' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !groups.may || !free()) return;
    const row = event.target.closest?.('.device');
    const id = row?.dataset.id;
    if (!id && selection.size === 0) return;
    event.preventDefault();
    const anchor = id ? event.target : document.getElementById('picked').querySelector('[data-part="group"]');
    this.ask(anchor, !id || selection.has(id) ? selection.ids : [id]);
  }
}
