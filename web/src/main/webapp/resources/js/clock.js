/** The server's clock: this machine's may be wrong, and pages speak of minutes. Unix seconds. */
export class Clock {
  #ahead = 0;

  now() {
    return Date.now() / 1000 + this.#ahead;
  }

  /** What the server has just said. A small difference is the way here. */
  hear(t) {
    const ahead = t - Date.now() / 1000;
    this.#ahead = Math.abs(ahead) > 5 ? ahead : 0;
  }
}
