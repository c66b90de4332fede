/**
 * How many devices the client has and how many of them are online: what the server has counted, moved by what the page hears anyway.
 *
 * Guarantee: the same news twice counts once. Limit: what cannot be told from the news alone (a device that was never heard of leaves) asks
 * for a count of the server.
 */
export class DeviceTally {
  total = null;
  online = 0;
  #heard = new Map();

  take(total, online) {
    this.total = total;
    this.online = online;
    this.#heard.clear();
  }

  /**
   * @param result what the fleet made of the message
   * @returns whether the server had better be asked
   */
  hear(message, result) {
    if (this.total === null) return false;
    const id = message.device?.id;
    if (message.kind === 'device:online' || message.kind === 'device:offline') this.#presence(id, message.kind === 'device:online', result);
    else if (result.added) this.#came(id, Boolean(message.device.is_active));
    else if (result.removed) return this.#left(id, result.wasOnline ?? this.#heard.get(id));
    return false;
  }

  #presence(id, online, result) {
    if (result.online === undefined || this.#heard.get(id) === online) return;
    this.#heard.set(id, online);
    this.#move(0, online ? 1 : -1);
  }

  #came(id, online) {
    if (this.#heard.has(id)) return;
    this.#heard.set(id, online);
    this.#move(1, online ? 1 : 0);
  }

  #left(id, online) {
    this.#heard.delete(id);
    this.#move(-1, online ? -1 : 0);
    return online === undefined;
  }

  #move(total, online) {
    this.total = Math.max(0, this.total + total);
    this.online = Math.max(0, Math.min(this.total, this.online + online));
  }
}
