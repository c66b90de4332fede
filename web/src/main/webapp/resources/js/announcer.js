/** Says important changes to screen readers: politely, and never more often than every few seconds. */
const APART = 6_000;

export class Announcer {
  #region;
  #texts;
  #waiting = [];
  #timer = 0;
  #last = -Infinity;

  constructor(region, texts) {
    this.#region = region;
    this.#texts = texts;
  }

  /** A sentence that replaces whatever waits. */
  say(text) {
    this.#waiting = [];
    this.#speak(text);
  }

  /** A backup that ended badly. Several become one sentence. */
  failed(device, state) {
    this.#waiting.push({ device, state });
    if (this.#timer) return;
    this.#timer = setTimeout(() => this.#flush(), Math.max(800, this.#last + APART - performance.now()));
  }

  #flush() {
    this.#timer = 0;
    const names = [...new Set(this.#waiting.map((one) => one.device))];
    if (names.length === 1) {
      this.#speak(this.#texts.say('say.failed', { device: names[0], state: this.#texts.say(`state.${this.#waiting.at(-1).state}`) }));
    } else if (names.length > 1) {
      this.#speak(this.#texts.say('say.failedMany', { n: names.length, devices: names.slice(0, 3).join(', ') }));
    }
    this.#waiting = [];
  }

  #speak(text) {
    this.#last = performance.now();
    this.#region.textContent = text;
  }
}
