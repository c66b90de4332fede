import { paintBar } from './dayBar.js';
import { paintDays } from './days.js';
import { groupOf } from './groupMoves.js';
import { markGroup } from './groupLooks.js';
import { latestWords } from './latestWords.js';
import { dress, look } from './states.js';

/** One device's row. It is made once and repainted in place: focus, selection and an open popover stay. */
export class Row {
  #parts;
  #slivers = new Map();

  constructor(template) {
    this.element = template.content.firstElementChild.cloneNode(true);
    const part = (name) => this.element.querySelector(`[data-part="${name}"]`);
    this.#parts = {
      presence: part('presence'), name: part('name'), user: part('user'), version: part('version'), os: part('os'), seen: part('seen'),
      latest: part('latest'), status: part('status'), icon: part('icon'), word: part('word'), since: part('since'), bar: part('bar'), note: part('note'), days: part('days'), good: part('good'), pick: part('pick'),
      pill: part('pill'), mark: part('mark'), group: part('group'),
    };
  }

  get bar() {
    return this.#parts.bar;
  }

  get days() {
    return this.#parts.days;
  }

  /** The first of its parts that takes the focus: columns may be hidden, and a bar without jobs takes none. */
  focus() {
    const { latest, bar, days, pick } = this.#parts;
    [latest, bar, days, pick].find((part) => !part.disabled && part.checkVisibility())?.focus({ preventScroll: true });
  }

  /** What opens the protected items: by how the device stands, or by when it was last backed up well. */
  opener(part) {
    return this.#parts[part];
  }

  sliver(jobId) {
    return this.#slivers.get(jobId);
  }

  /** Whether it is one of the chosen. */
  pick(chosen) {
    if (this.#parts.pick.checked !== chosen) this.#parts.pick.checked = chosen;
    this.element.toggleAttribute('data-picked', chosen);
  }

  paint(device, now, context) {
    const { texts, format, fleet } = context;
    const p = this.#parts;
    this.element.dataset.id = device.id;
    write(p.name, device.name);
    title(p.name, device.name);
    write(p.user, device.username);
    write(p.version, device.version ?? '');
    write(p.os, device.os || device.platform_os || '');
    p.presence.classList.toggle('presence--off', !device.online);
    this.element.toggleAttribute('data-away', !device.online);
    const presence = texts.say(device.online ? 'device.online' : 'device.offline');
    if (p.presence.title !== presence) {
      p.presence.title = presence;
      p.presence.setAttribute('aria-label', presence);
    }
    write(p.seen, seenText(device, now, texts, format));
    if (!device.online && device.offline_since) title(p.seen, format.full(device.offline_since));
    this.#paintGroup(device, context);
    this.#paintLatest(device, now, context);
    this.#paintGood(device, now, texts, format);
    label(p.pick, texts.say('pick.device', { device: device.name }));
    this.pick(context.selection.has(device.id));
    paintBar(p.bar, p.note, this.#slivers, device, now, texts, fleet.grace);
    paintDays(p.days, device, texts);
  }

  /** While a client has no groups, nothing is said of them. */
  #paintGroup(device, { texts, groups, grouping }) {
    const { pill, mark, group } = this.#parts;
    const shown = groups.all.length > 0;
    if (pill.hidden === shown) pill.hidden = !shown;
    const draggable = shown && grouping.on && groups.may;
    if (this.element.draggable !== draggable) this.element.draggable = draggable;
    if (!shown) return;
    const its = groups.of(groupOf(device, groups));
    const name = its?.name ?? texts.say('groups.none');
    write(group, name);
    markGroup(mark, its);
    mark.toggleAttribute('data-none', !its);
    if (pill.disabled === groups.may) pill.disabled = !groups.may;
    const words = texts.say(groups.may ? 'groups.change' : 'groups.in', { device: device.name, group: name });
    label(pill, words);
    title(pill, name);
  }

  #paintGood(device, now, texts, format) {
    const { good } = this.#parts;
    const at = device.standing?.last_good_at;
    write(good, at ? texts.say('latest.ago', { age: format.age(now - at) }) : texts.say('devices.noGood'));
    title(good, at ? format.full(at) : '');
    label(good, texts.say('items.openGood', { device: device.name, good: good.textContent }));
  }

  #paintLatest(device, now, context) {
    const p = this.#parts;
    const words = latestWords(device, now, context);
    dress(p.status, words.state);
    const icon = `#i-${look(words.state)}`;
    if (p.icon.getAttribute('href') !== icon) p.icon.setAttribute('href', icon);
    write(p.word, words.word);
    write(p.since, words.since);
    title(p.since, words.title);
    label(p.latest, context.texts.say('items.open', { device: device.name, state: words.word, since: words.since }));
    this.element.toggleAttribute('data-snoozed', words.snoozed);
  }
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function title(element, text) {
  if (element.title !== text) element.title = text;
}

function label(element, text) {
  if (element.getAttribute('aria-label') !== text) element.setAttribute('aria-label', text);
}

function seenText(device, now, texts, format) {
  if (device.online) return '';
  return device.offline_since ? texts.say('device.seen', { age: format.age(now - device.offline_since) }) : texts.say('device.offline');
}
