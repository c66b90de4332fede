import { arrange, icon, partsOf, write } from './dom.js';
import { UsageCard } from './usageCard.js';

const ICONS = { files: 'e-file', disk_image: 'e-disk', office_365: 'e-m365', hyper_v: 'e-hyperv', sql_server: 'e-sql', vmware: 'e-vmware', system_state: 'e-system', proxmox: 'e-proxmox' };

/** Protected items by engine, each on a bar as long as its share of the largest. */
export class ItemsCard {
  #card;
  #context;
  #lines = new Map();

  /** @param context {texts, format, shareTemplate, onRetry} */
  constructor(section, context) {
    this.#card = new UsageCard(section, 'items', context);
    this.#context = context;
  }

  paint(items) {
    const { texts, format } = this.#context;
    const total = items.reduce((all, item) => all + item.count, 0);
    this.#card.become(total > 0 ? 'ready' : 'empty');
    if (total === 0) return;
    const p = this.#card.parts;
    // What has no line of its own is the last, and no engine.
    const rest = (item) => !(item.engine in ICONS);
    const kinds = items.filter((item) => item.count > 0 && !rest(item)).length;
    write(p.total, format.number(total));
    write(p.kinds, texts.count('usage.engines', kinds, { n: format.number(kinds) }));
    const most = Math.max(...items.map((item) => item.count));
    const sorted = [...items].sort((a, b) => rest(a) - rest(b) || b.count - a.count);
    arrange(p.shares, sorted.map((item) => this.#line(item, most)));
  }

  #line(item, most) {
    const { texts, format, shareTemplate } = this.#context;
    if (!this.#lines.has(item.engine)) this.#lines.set(item.engine, shareTemplate.content.firstElementChild.cloneNode(true));
    const line = this.#lines.get(item.engine);
    const p = partsOf(line);
    line.dataset.engine = item.engine;
    line.classList.toggle('zero', item.count === 0);
    line.style.setProperty('--share', (item.count / most).toFixed(4));
    icon(p.icon, ICONS[item.engine] ?? 'e-other');
    write(p.word, texts.say(`engine.${item.engine in ICONS ? item.engine : 'rest'}`));
    write(p.n, format.number(item.count));
    return line;
  }

  fail(trouble) {
    this.#card.fail(trouble, this.#context.texts.say('usage.fault.items'));
  }

  asOf(text) {
    this.#card.asOf(text);
  }
}
