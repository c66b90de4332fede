import { show } from './dom.js';

/** The line over the list: how many devices, how many online, how many backups at work. */
export class Counts {
  #title;
  #facts;
  #online;
  #offline;
  #running;
  #wait;
  #context;
  #total = null;
  #narrowed = false;
  #matched = 0;

  constructor(root, context) {
    const part = (name) => root.querySelector(`[data-part="${name}"]`);
    this.#title = root.querySelector('h2');
    this.#facts = part('facts');
    this.#online = part('online');
    this.#offline = part('offline');
    this.#running = part('running');
    this.#wait = part('wait');
    this.#context = context;
  }

  /** What the whole client has, whatever is searched for. */
  take(total, online) {
    const { texts, format } = this.#context;
    this.#total = total;
    fill(this.#online, texts.count('sum.online', online, { n: format.number(online) }));
    fill(this.#offline, texts.count('sum.offline', total - online, { n: format.number(total - online) }));
    this.#facts.hidden = total === 0;
    this.#paint();
  }

  /** How many the list has; narrowed: of them only some are asked for. */
  matched(narrowed, total) {
    this.#narrowed = narrowed;
    this.#matched = total;
    if (!narrowed) this.#total = total;
    this.#paint();
  }

  none() {
    this.take(0, 0);
    this.matched(false, 0);
  }

  unknown() {
    this.#wait.hidden = true;
  }

  running() {
    const { fleet, texts, format } = this.#context;
    const n = fleet.running.size;
    show(this.#running, n > 0);
    if (n) fill(this.#running, texts.count('sum.running', n, { n: format.atLeast(n, fleet.runningCut) }));
  }

  #paint() {
    const { texts, format } = this.#context;
    if (this.#total === null) return;
    this.#wait.hidden = true;
    this.#title.hidden = false;
    const text = this.#narrowed
      ? texts.count('sum.matched', this.#total, { n: format.number(this.#matched), total: format.number(this.#total) })
      : texts.count('sum.devices', this.#total, { n: format.number(this.#total) });
    if (this.#title.textContent !== text) this.#title.textContent = text;
  }
}

function fill(item, text) {
  const place = item.querySelector('[data-part="text"]');
  if (place.textContent !== text) place.textContent = text;
}
