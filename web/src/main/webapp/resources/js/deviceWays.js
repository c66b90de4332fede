import { JobsSource } from './jobsSource.js';
import { phrase } from './searchedWords.js';

/** Brings the reader to a device that something else on the page names, or that Find has named in the address. */
export class DeviceWays {
  #parts;
  #context;

  /**
   * @param parts {list, slice, filters, search} of the page
   * @param context what a `JobsSource` takes, with {fleet, popover, toasts, texts}
   */
  constructor(parts, context) {
    this.#parts = parts;
    this.#context = context;
    addEventListener('hashchange', () => this.arrive());
  }

  /** Only that device is listed, and others of its name. */
  look({ name }) {
    this.#widen();
    return this.#parts.search.look(phrase(name));
  }

  /** Opens what the bar of a device shows of a job; a device that is not on the page is looked for first. */
  async showEvidence(job) {
    const { list } = this.#parts;
    const { fleet, popover, toasts, texts } = this.#context;
    if (!list.row(job.device_id)) await (this.look({ name: job.device_name }) ?? list.open(phrase(job.device_name)));
    const device = fleet.devices.get(job.device_id);
    const row = list.row(job.device_id);
    if (!device || !row) {
      toasts.say(texts.say('incident.away', { device: job.device_name }), 'warning');
      return;
    }
    row.element.scrollIntoView({ block: 'center' });
    popover.open(row.bar, new JobsSource(device, job.id, this.#context));
  }

  /** Whoever has found a device elsewhere comes to its row: #device=…, once. */
  async arrive() {
    const id = new URLSearchParams(location.hash.slice(1)).get('device');
    if (id === null) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    const row = await this.#parts.list.reveal(id);
    if (!row) {
      const { toasts, texts } = this.#context;
      toasts.say(texts.say('find.away'), 'warning');
      return;
    }
    row.element.scrollIntoView({ block: 'center' });
    row.focus();
  }

  #widen() {
    this.#parts.slice.choose('');
    this.#parts.filters.clear();
  }
}
