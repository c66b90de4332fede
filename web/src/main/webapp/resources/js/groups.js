import { getJson, send } from './api.js';
import { fold } from './groupName.js';

const PATH = '/device-groups';

/** As the server lists them. */
const byOrder = (a, b) => a.sort_order - b.sort_order || a.name.localeCompare(b.name);

/**
 * The client's groups of devices: the one place of the page that knows them. It knows nothing of what shows them.
 *
 * An order and a move of devices show at once and are taken back when the server refuses; all else shows when the server has done it. Writes
 * go to the server one behind the other, so that it ends with what was wished last. An answer that was on its way while something was
 * written is thrown away and asked for anew.
 */
export class Groups {
  /** In their order; with what is wished and not yet answered. */
  all = [];
  /** How many devices are in no group. */
  ungrouped = 0;
  /** Whether they have been read at all. */
  known = false;
  /** Why the last reading failed; null when it has not. */
  trouble = null;
  /** Whether this person may change them. */
  may;
  /** As the server has last said. */
  #said = [];
  /** An order that the server has not confirmed: {ids, begun, done}. */
  #orders = [];
  /** By device: {group, times} of moves that the server has not confirmed, the last one wished. */
  #moving = new Map();
  #listeners = new Set();
  #behind = Promise.resolve();
  /** Grows with each write, when it ends. */
  #written = 0;
  #writing = 0;
  #reading = null;
  #again = false;

  constructor({ may = false } = {}) {
    this.may = may;
  }

  /**
   * @param listener told of {kind}: "groups" when the list, a count or `trouble` is another; "moving", "moved" and "back" with
   *     {devices, group} when devices are on their way to a group (null: none), have come there, or are where they were; "back" has the
   *     `trouble`, too
   * @returns how to listen no more
   */
  watch(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  of(id) {
    return this.all.find((group) => group.id === id);
  }

  /** The group with that name, however it is spaced and written. @param except the id of one that may have it */
  named(name, except = undefined) {
    return this.all.find((group) => group.id !== except && fold(group.name) === fold(name));
  }

  /** Where a device is on its way to: the group's id, null for none; undefined when nothing is on its way. */
  moving(device) {
    return this.#moving.get(device)?.group;
  }

  /**
   * Asks the server; what it says tells the listeners. Never rejects: see `trouble`.
   *
   * @param poll whether nobody has asked for this but the page itself
   */
  read(poll = true) {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = this.#readAll(poll).finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** @returns promise of the group; rejects with the ApiError, 409 when the name is another's */
  async create(looks) {
    const { group } = await this.#write('POST', PATH, looks);
    this.#put(group);
    return group;
  }

  /** @param changes of name, color and icon. @returns promise of the group; rejects with the ApiError, 409 when the name is another's */
  async change(id, changes) {
    const { group } = await this.#write('PATCH', `${PATH}/${id}`, changes);
    this.#put(group);
    return group;
  }

  /** @returns promise of how many devices are in no group now because of it; rejects with the ApiError */
  async remove(id) {
    const { moved } = await this.#write('DELETE', `${PATH}/${id}`);
    this.#said = this.#said.filter((group) => group.id !== id);
    this.ungrouped += moved;
    this.#show();
    return moved;
  }

  /** Shows at once. One that has not gone to the server yet gives way to the next. @param ids all of them. @returns promise; rejects with the ApiError, and all is as it was */
  order(ids) {
    const waits = this.#orders.find((order) => !order.begun);
    if (waits) {
      waits.ids = ids;
      this.#show();
      return waits.done;
    }
    const order = { ids, begun: false };
    this.#orders.push(order);
    order.done = this.#sendOrder(order);
    this.#show();
    return order.done;
  }

  async #sendOrder(order) {
    try {
      await this.#write('PUT', `${PATH}/order`, () => {
        order.begun = true;
        return { order: order.ids };
      });
      const at = new Map(order.ids.map((id, i) => [id, i]));
      this.#said = this.#said.map((group) => ({ ...group, sort_order: at.get(group.id) ?? group.sort_order }));
    } finally {
      this.#orders = this.#orders.filter((one) => one !== order);
      this.#show();
    }
  }

  /** Shows at once. @param group its id; null for none. @returns promise; rejects with the ApiError, and the devices are where they were */
  async assign(devices, group) {
    for (const device of devices) this.#moving.set(device, { group, times: (this.#moving.get(device)?.times ?? 0) + 1 });
    this.#tell({ kind: 'moving', devices, group });
    try {
      await this.#write('PUT', `${PATH}/assignments`, { device_ids: devices, group_id: group });
    } catch (trouble) {
      this.#arrived(devices);
      this.#tell({ kind: 'back', devices, group, trouble });
      throw trouble;
    }
    // Whoever shows the device takes its new group before the way there is forgotten.
    this.#tell({ kind: 'moved', devices, group });
    this.#arrived(devices);
    this.read();
  }

  #arrived(devices) {
    for (const device of devices) {
      const way = this.#moving.get(device);
      way.times -= 1;
      if (way.times === 0) this.#moving.delete(device);
    }
  }

  /** @param body or what gives it when its turn has come */
  #write(method, path, body) {
    this.#writing += 1;
    const turn = this.#behind.then(() => send(method, path, typeof body === 'function' ? body() : body, { stays: true }));
    const done = turn.finally(() => {
      this.#writing -= 1;
      this.#written += 1;
    });
    // Another client may have been chosen in another tab: whoever reads is told so, and leaves.
    this.#behind = done.catch((trouble) => void (trouble.status === 409 && this.read(false)));
    return done;
  }

  async #readAll(poll) {
    do {
      this.#again = false;
      const before = this.#written;
      try {
        const answer = await getJson(PATH, { assignments: 'false' }, { poll });
        if (this.#written !== before || this.#writing > 0) {
          await this.#behind;
          this.#again = true;
          continue;
        }
        this.#said = answer.groups;
        this.ungrouped = answer.ungrouped;
        this.known = true;
        this.trouble = null;
      } catch (trouble) {
        this.trouble = trouble;
      }
      this.#show();
    } while (this.#again);
  }

  #put(group) {
    const had = this.#said.find((one) => one.id === group.id);
    // Whatever it is called now, it keeps its place: after an order was kept, only a reading knows the server's numbers.
    const has = { ...had, ...group, sort_order: had?.sort_order ?? group.sort_order };
    this.#said = [...this.#said.filter((one) => one !== had), has];
    this.#show();
  }

  #show() {
    const order = this.#orders.at(-1)?.ids;
    const wished = (group) => (order?.includes(group.id) ? order.indexOf(group.id) : order?.length);
    this.all = this.#said.toSorted((a, b) => (order ? wished(a) - wished(b) : 0) || byOrder(a, b));
    this.#tell({ kind: 'groups' });
  }

  #tell(what) {
    for (const listener of [...this.#listeners]) listener(what);
  }
}
