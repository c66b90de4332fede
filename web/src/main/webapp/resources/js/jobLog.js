import { getJson } from './api.js';
import { csvText, saveCsv } from './csv.js';
import { icon, partsOf, show, write } from './dom.js';

/** So many entries are shown at first, and with each wish for more. */
const STEP = 500;
/** What a severity is called and looks like. The backup server may know others. */
const SEVERITIES = { E: 'error', W: 'warning', I: 'info', D: 'debug' };

/** The log of one job: all of it, or its warnings and errors, or what has some words in it; and as a file. */
export class JobLog {
  #parts;
  #context;
  #id = '';
  /** {t, entries, more, gone}; null before the first answer. */
  #answer = null;
  #trouble = null;
  #only = '';
  #words = '';
  #most = STEP;

  /** @param context {texts, format, clock, onRetry} */
  constructor(root, context) {
    this.#parts = partsOf(root);
    this.#context = context;
    const p = this.#parts;
    for (const button of [p.all, p.warnings, p.errors]) {
      button.addEventListener('click', () => {
        this.#only = button.dataset.only;
        this.#most = STEP;
        this.#paint();
      });
    }
    p.search.addEventListener('input', () => {
      this.#words = p.search.value.trim().toLocaleLowerCase();
      this.#most = STEP;
      this.#paint();
    });
    // The first Escape empties the field, the next closes the report.
    p.search.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !p.search.value) return;
      event.preventDefault();
      event.stopPropagation();
      p.search.value = '';
      p.search.dispatchEvent(new Event('input'));
    });
    p.more.addEventListener('click', () => {
      const from = p.entries.children.length;
      this.#most += STEP;
      this.#paint();
      p.entries.children[from]?.scrollIntoView({ block: 'nearest' });
      if (p.more.hidden) p.entries.focus({ preventScroll: true });
    });
    p.save.addEventListener('click', () => this.#save());
    p.logRetry.addEventListener('click', () => context.onRetry());
  }

  /** Another job's. */
  begin() {
    Object.assign(this.#parts.search, { value: '' });
    this.#answer = null;
    this.#trouble = null;
    this.#only = '';
    this.#words = '';
    this.#most = STEP;
    this.#parts.entries.replaceChildren();
    this.#paint();
  }

  async read(id, poll) {
    if (!id) return;
    this.#id = id;
    try {
      const answer = await getJson(`/jobs/${encodeURIComponent(id)}/log`, {}, { poll });
      if (id !== this.#id) return;
      this.#answer = answer;
      this.#trouble = null;
    } catch (trouble) {
      if (id !== this.#id) return;
      this.#trouble = trouble;
      this.#paint();
      // Told once by the report itself; and a server that does not answer is asked again by whoever reads.
      if (trouble.status === 404) return;
      throw trouble;
    }
    this.#paint();
  }

  #counts() {
    const counts = { W: 0, E: 0 };
    for (const { severity } of this.#answer?.entries ?? []) if (severity in counts) counts[severity] += 1;
    return counts;
  }

  #shown() {
    const words = this.#words;
    return (this.#answer?.entries ?? []).filter((entry) => (!this.#only || entry.severity === this.#only) && (!words || entry.message.toLocaleLowerCase().includes(words)));
  }

  #paint() {
    const { texts, format } = this.#context;
    const p = this.#parts;
    const answer = this.#answer;
    const all = answer?.entries.length ?? 0;
    const counts = this.#counts();
    const shown = this.#shown();
    show(p.logWait, !answer && !this.#trouble);
    show(p.logFault, Boolean(this.#trouble));
    if (this.#trouble) {
      write(p.logFaultWord, this.#trouble.detail || texts.say('report.log.fault'));
      write(p.logReference, this.#trouble.reference);
    }
    write(p.entriesOf, answer ? texts.count('report.log.entries', all + answer.more, { n: format.number(all + answer.more), zone: format.zone }) : '');
    this.#choice(p.all, texts.say('report.log.all', { n: format.number(all) }), '', all);
    this.#choice(p.warnings, texts.say('report.log.warnings', { n: format.number(counts.W) }), 'W', counts.W);
    this.#choice(p.errors, texts.say('report.log.errors', { n: format.number(counts.E) }), 'E', counts.E);
    for (const part of [p.tools, p.save]) show(part, all > 0);
    write(p.found, this.#words ? texts.say('report.log.found', { n: format.number(shown.length) }) : '');
    const none = answer && shown.length === 0;
    show(p.logNone, Boolean(none));
    if (none) write(p.logNone, texts.say(all > 0 ? 'report.log.nothingFound' : answer.gone ? 'report.log.gone' : 'report.log.empty'));
    show(p.older, Boolean(answer?.more));
    if (answer?.more) write(p.older, texts.count('report.log.older', answer.more, { n: format.number(answer.more) }));
    show(p.entries, shown.length > 0);
    this.#fill(shown.slice(0, this.#most));
    const rest = shown.length - this.#most;
    show(p.more, rest > 0);
    if (rest > 0) write(p.more, texts.count('report.log.rest', rest, { n: format.number(Math.min(rest, STEP)), all: format.number(rest) }));
  }

  #choice(button, text, only, n) {
    write(button.querySelector('span'), text);
    button.setAttribute('aria-pressed', String(this.#only === only));
    button.disabled = n === 0 && this.#only !== only;
  }

  /** Entries never change: a line that stands where it belongs is left alone, so that nothing jumps while the log grows. */
  #fill(entries) {
    const list = this.#parts.entries;
    entries.forEach((entry, index) => {
      const key = `${this.#words}|${entry.time}|${entry.severity}|${entry.message}`;
      const there = list.children[index];
      if (there?.entryKey === key) return;
      const line = this.#line(entry);
      line.entryKey = key;
      if (there) there.replaceWith(line);
      else list.append(line);
    });
    while (list.children.length > entries.length) list.lastElementChild.remove();
  }

  #line({ time, severity, message }) {
    const { texts, format, clock, entryTemplate } = this.#context;
    const line = entryTemplate.content.firstElementChild.cloneNode(true);
    const part = partsOf(line);
    const look = SEVERITIES[severity] ?? '';
    const bad = look === 'error' || look === 'warning';
    if (bad) line.classList.add(`is-${look}`);
    write(part.time, format.exact(time, clock.now()));
    part.time.dateTime = new Date(time * 1000).toISOString();
    part.time.title = format.full(time);
    part.mark.toggleAttribute('hidden', !bad);
    if (bad) icon(part.icon, look);
    write(part.severity, look ? texts.say(`report.log.${look}`) : severity);
    part.message.append(...marked(message, this.#words));
    return line;
  }

  #save() {
    const { texts } = this.#context;
    const head = ['time', 'severity', 'message'].map((name) => csvText(texts.say(`report.csv.${name}`)));
    const rows = this.#shown().map(({ time, severity, message }) => [csvText(new Date(time * 1000).toISOString()), csvText(SEVERITIES[severity] ? texts.say(`report.log.${SEVERITIES[severity]}`) : severity), csvText(message)]);
    saveCsv(`job-${this.#id.split(':').at(-1).slice(0, 8)}-log.csv`, [head, ...rows]);
  }
}

/** A text with what was looked for in marks. */
function marked(text, words) {
  if (!words) return [text];
  const pieces = [];
  const plain = text.toLocaleLowerCase();
  // A letter that is another number of letters in lower case would put the marks in the wrong place.
  if (plain.length !== text.length) return [text];
  let from = 0;
  for (let at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, from)) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(at, at + words.length);
    pieces.push(text.slice(from, at), mark);
    from = at + words.length;
  }
  return [...pieces, text.slice(from)];
}
