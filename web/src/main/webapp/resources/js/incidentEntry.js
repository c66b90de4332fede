import { arrange, icon, partsOf, show, write } from './dom.js';
import { setUp } from './menu.js';
import { BACKUP, dress, jobTitle, word } from './states.js';

/** So old may a job be that its device's bar shows. */
const DAY = 86_400;

/** One cause: which devices, why, since when, the newest evidence; the others when somebody asks for them. */
export class IncidentEntry {
  element;
  #parts;
  #context;
  #lines = new Map();
  #group = null;
  #open = false;

  /** @param context as IncidentsPanel has it, and asOf() */
  constructor(context) {
    this.#context = context;
    this.element = context.template.content.firstElementChild.cloneNode(true);
    this.#parts = partsOf(this.element);
    this.#menu(this.#parts.anchor, () => this.#wish());
    this.#parts.expand.addEventListener('click', () => {
      this.#open = !this.#open;
      this.paint(this.#group);
    });
    this.#parts.more.addEventListener('click', () => context.onState(this.#group.state));
  }

  paint(group) {
    this.#group = group;
    const { texts, format, clock } = this.#context;
    const p = this.#parts;
    const { state, devices, newest } = group;
    dress(this.element, state);
    icon(p.icon, state);
    const n = format.number(devices);
    write(p.title, texts.say('incident.title', { state: word(texts, state, group.status_code), devices: texts.count('incident.devices', devices, { n }) }));
    write(p.why, reason(texts, group));
    write(p.vault, group.vault_name ? texts.say('incident.vault', { vault: group.vault_name }) : '');
    write(p.since, group.since ? texts.say('latest.since', { time: format.when(group.since, clock.now()) }) : '');
    // Of more devices than are named only the whole group could be hidden, with those that the search leaves out.
    show(p.anchor, !group.part || devices <= newest.length);
    p.snooze.setAttribute('aria-label', texts.say('incident.snoozeOf', { what: p.title.textContent }));
    const shown = this.#open ? newest : newest.slice(0, 1);
    arrange(p.devices, shown.map((device) => this.#line(device)));
    for (const id of this.#lines.keys()) if (!shown.some((device) => device.device_id === id)) this.#lines.delete(id);
    this.#paintExpand(newest.length - 1, p.title.textContent);
    // Without a number: the list has every device in that state, and other causes may stand for the same one.
    show(p.more, devices > newest.length && this.#open);
    write(p.more, texts.say('incident.all'));
  }

  /** Nothing is hidden that the search leaves out. */
  #wish() {
    const { key, part, newest } = this.#group;
    return { what: part ? { device_ids: newest.map((device) => device.device_id) } : { group: key }, name: newest[0].device_name };
  }

  #paintExpand(rest, what) {
    const { texts, format } = this.#context;
    const { expand } = this.#parts;
    show(expand, rest > 0);
    expand.setAttribute('aria-expanded', String(this.#open));
    const n = format.number(rest);
    write(expand, texts.say(this.#open ? 'incident.fold' : 'incident.expand', { n }));
    if (this.#open) expand.removeAttribute('aria-label');
    else expand.setAttribute('aria-label', texts.say('incident.expandOf', { n, what }));
  }

  /** What comes while somebody chooses a time was not seen, and is not hidden. */
  #menu(anchor, wish) {
    let seen = 0;
    setUp(anchor, () => (seen = this.#context.asOf()));
    const button = anchor.querySelector('[aria-haspopup]');
    for (const choice of anchor.querySelectorAll('[data-minutes]')) {
      choice.addEventListener('click', () => {
        button.click();
        const { what, name } = wish();
        this.#context.onSnooze(what, Number(choice.dataset.minutes), seen, name);
      });
    }
  }

  #line(device) {
    const { texts, format, clock } = this.#context;
    const line = this.#lines.get(device.device_id) ?? this.#makeLine(device);
    line.device = device;
    const at = device.ended_at || device.started_at;
    line.onBar = Boolean(device.id) && at > clock.now() - DAY;
    write(line.name, device.device_name);
    write(line.what, [device.job_id && jobTitle(texts, { item_name: device.item_name, classification: BACKUP }), !this.#group.vault_name && device.vault_name].filter(Boolean).join(' · '));
    write(line.time, at || device.since ? format.when(at || device.since, clock.now()) : '');
    // The group's own does the same.
    show(line.anchor, this.#group.devices > 1 && this.#open);
    line.snooze.setAttribute('aria-label', texts.say('incident.snoozeDevice', { device: device.device_name }));
    write(line.evidence, texts.say(line.onBar ? 'incident.evidence' : 'incident.device'));
    line.evidence.setAttribute('aria-label', texts.say(line.onBar ? 'incident.evidenceOf' : 'incident.deviceOf', { device: device.device_name }));
    return line.element;
  }

  #makeLine(device) {
    const { lineTemplate, onEvidence, onDevice } = this.#context;
    const element = lineTemplate.content.firstElementChild.cloneNode(true);
    const line = { element, device, onBar: false, ...partsOf(element) };
    line.evidence.addEventListener('click', () => (line.onBar ? onEvidence(line.device) : onDevice({ name: line.device.device_name })));
    this.#menu(line.anchor, () => ({ what: { device_ids: [line.device.device_id] }, name: line.device.device_name }));
    this.#lines.set(device.device_id, line);
    return line;
  }
}

/** Why it is an incident: the rule, not a guess at what broke. */
export function reason(texts, { state, status_code: code }) {
  const key = `incident.why.${code || state}`;
  return texts.say(texts.has(key) ? key : 'incident.why.code', { code });
}
