import { ColumnMenu } from './columnMenu.js';
import { densityIn } from './density.js';
import { Looks } from './looks.js';

/** Besides the device itself, which stays. When its backup last ended well is for those who ask for it: the latest tells most of it. */
const COLUMNS = ['device', 'system', 'latest', 'last_good', 'hours', 'days'];
const HIDDEN = ['last_good'];

/** How this person likes the device list: its columns and how close its rows stand, kept on the server. Which columns are hidden is the stylesheet's to obey. */
export class DeviceLook {
  #looks;
  #columns;
  #density;

  /** The rest of the look, which is another's to show: told what is kept when it has been read. */
  #onRead;

  /**
   * @param section the list, told in data-hides what it does not show
   * @param context {columns, density: where they are chosen, texts, format, announcer, onChange: told when rows have another shape, onRead: told {grouped, closed}, null for what is not kept}
   */
  constructor(section, { columns, density, texts, format, announcer, onChange, onRead }) {
    this.#onRead = onRead;
    this.#looks = new Looks('devices', () => announcer.say(texts.say('list.notKept')));
    this.#columns = new ColumnMenu(
      columns,
      COLUMNS.map((name) => ({ name, label: texts.say(`devices.col.${name}`), fixed: name === COLUMNS[0] })),
      {
        texts,
        format,
        byDefault: HIDDEN,
        paint: () => (section.dataset.hides = this.#columns.hidden.join(' ')),
        onChange: (hidden) => {
          onChange();
          this.#looks.wish({ hidden });
        },
      },
    );
    this.#density = densityIn(density, (chosen) => {
      onChange();
      this.#looks.wish({ density: chosen });
    });
    this.#columns.show(null);
  }

  /** The list need not wait for it: without it the list is as it is by itself. */
  async read() {
    await this.#looks.read();
    if (!this.#looks.known) return;
    this.#columns.show(this.#looks.hidden);
    this.#density.show(this.#looks.density);
    this.#onRead({ grouped: this.#looks.grouped, closed: this.#looks.closed });
  }

  /** @param wish {grouped?, closed?} */
  wish(wish) {
    if (Object.keys(wish).length > 0) this.#looks.wish(wish);
  }
}
