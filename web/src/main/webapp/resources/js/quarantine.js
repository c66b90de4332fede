import { getJson, send } from './api.js';
import { colour, partsOf, show, title, write } from './dom.js';
import { PagedTable } from './pagedTable.js';

const SIZE = 10;
/** As much of a frame as shows what it is about, without opening it. */
const PEEK = 80;
const STATES = ['open', 'replayed', 'discarded'];

/** The quarantine: look, read again, throw away. State and page are in the address. */
export class Quarantine {
  #table;
  #buttons;
  #state = 'open';
  #context;
  #heading;
  #replayAll;
  #replayAllWord;
  #heard = '';

  /** @param context {texts, format, clock, template, nameOf, confirm, toasts, onChanged} */
  constructor(section, context) {
    this.#context = context;
    this.#heading = section.querySelector('h2');
    ({ replayAll: this.#replayAll, replayAllWord: this.#replayAllWord } = partsOf(section));
    this.#replayAll.addEventListener('click', () => this.#all());
    this.#buttons = [...section.querySelectorAll('.segmented button')];
    this.#table = new PagedTable(section, {
      ...context,
      read: (page, poll) => getJson('/admin/operations/quarantine', { state: this.#state, page, size: SIZE }, { poll }),
      make: () => new FrameRow(context, this),
      emptyText: () => context.texts.say(`ops.empty.${this.#state}`),
      onPage: () => this.#keep(),
    });
    for (const button of this.#buttons) button.addEventListener('click', () => this.#choose(button.value));
  }

  start() {
    const address = new URLSearchParams(location.search);
    const page = Number(address.get('page'));
    this.#state = STATES.includes(address.get('state')) ? address.get('state') : 'open';
    this.#paintChoice();
    return this.#table.open(Number.isInteger(page) && page > 0 ? page : 1);
  }

  /** How many wait and how many ever came, from the status: when one of them changes, the list has. */
  hear(open, streams) {
    const { texts, format } = this.#context;
    show(this.#replayAll, open > 1);
    write(this.#replayAllWord, texts.say('ops.replay.all', { n: format.number(open ?? 0) }));
    write(this.#buttons[0].querySelector('b'), open ? format.number(open) : '');
    const came = streams.reduce((sum, { counts }) => sum + counts.unreadable + counts.refused, 0);
    const news = `${open} ${came}`;
    if (this.#heard && this.#heard !== news && open !== null) this.#table.reload(true);
    this.#heard = news;
  }

  async replay(frame, row) {
    const { texts, toasts, onChanged } = this.#context;
    const { outcome, done } = await send('POST', `/admin/operations/quarantine/${frame.id}/replay`);
    const sentence = texts.say(`ops.outcome.${outcome}`);
    toasts.say(sentence, done ? 'success' : 'warning');
    if (!done) {
      row.tell(sentence);
      return;
    }
    await this.#leave(row);
    onChanged();
  }

  async #all() {
    const { texts, format, toasts, onChanged } = this.#context;
    const button = this.#replayAll;
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      const { done, left } = await send('POST', '/admin/operations/quarantine/replay');
      toasts.say(texts.say('ops.replayed', { done: format.number(done), left: format.number(left) }), left ? 'warning' : 'success');
      await this.#table.reload();
      onChanged();
      if (document.activeElement === document.body) this.#heading.focus();
    } catch (trouble) {
      toasts.fail(trouble);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  async discard(frame, row) {
    const { texts, toasts, confirm, onChanged, nameOf } = this.#context;
    const sure = await confirm({
      title: texts.say('ops.discard.title'),
      text: texts.say('ops.discard.text', { server: nameOf(frame.profile), reason: frame.reason }),
      action: texts.say('ops.discard.yes'),
      danger: true,
    });
    if (!sure) return;
    await send('DELETE', `/admin/operations/quarantine/${frame.id}`);
    toasts.say(texts.say('ops.discard.done'), 'success');
    await this.#leave(row);
    onChanged();
  }

  /** A row goes: the focus goes to the next one, or to the list's heading. */
  async #leave(row) {
    const all = this.#table.rows;
    const at = all.indexOf(row);
    const next = all[at + 1] ?? all[at - 1];
    const had = row.elements.some((element) => element.contains(document.activeElement)) || document.activeElement === document.body;
    await this.#table.reload();
    if (had) (next?.elements[0].isConnected ? next.button : this.#heading).focus();
  }

  #choose(state) {
    this.#state = state;
    this.#table.page = 1;
    this.#keep();
    this.#paintChoice();
    this.#table.open();
  }

  #paintChoice() {
    for (const button of this.#buttons) button.setAttribute('aria-pressed', String(button.value === this.#state));
  }

  #keep() {
    const address = new URL(location.href);
    const keep = (name, value, byDefault) => (value === byDefault ? address.searchParams.delete(name) : address.searchParams.set(name, value));
    keep('state', this.#state, 'open');
    keep('page', this.#table.page, 1);
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  }
}

/** The event's own name where it says one, else how it begins. */
function aboutOf(text) {
  return /"TypeString"\s*:\s*"(?:SEVT_)?(\w+)"/.exec(text)?.[1] ?? text.slice(0, PEEK);
}

/** One frame: a row, and under it the beginning of its text when somebody wants to see it. */
class FrameRow {
  #parts;
  #context;
  #sub;
  #frame;

  constructor(context, quarantine) {
    this.#context = context;
    this.elements = [...context.template.content.cloneNode(true).children];
    this.#sub = this.elements[1];
    this.#parts = partsOf(...this.elements);
    const p = this.#parts;
    p.view.addEventListener('click', () => this.#toggle());
    p.replay.addEventListener('click', () => this.#act(p.replay, () => quarantine.replay(this.#frame, this)));
    p.discard.addEventListener('click', () => this.#act(p.discard, () => quarantine.discard(this.#frame, this)));
  }

  /** Where the focus goes when the row before has left. */
  get button() {
    return this.#parts.replay.hidden ? this.#parts.view : this.#parts.replay;
  }

  paint(frame) {
    this.#frame = frame;
    const { texts, format, clock, nameOf } = this.#context;
    const p = this.#parts;
    const now = clock.now();
    const last = format.exact(frame.last, now);
    this.elements[0].dataset.id = frame.id;
    write(p.last, last);
    title(p.last, format.full(frame.last));
    write(p.first, frame.first === frame.last ? '' : texts.say('ops.first', { time: format.exact(frame.first, now) }));
    title(p.first, format.full(frame.first));
    write(p.server, nameOf(frame.profile));
    write(p.reason, frame.reason);
    write(p.peek, aboutOf(frame.beginning));
    write(p.times, format.number(frame.times));
    write(p.size, texts.count('ops.size', frame.size, { n: format.number(frame.size) }));
    write(p.text, frame.beginning);
    write(p.note, frame.beginning.length < frame.size ? texts.say('ops.frame.beginning') : texts.say('ops.frame.whole'));
    p.text.setAttribute('aria-label', texts.say('ops.frame.label', { server: nameOf(frame.profile), time: last }));
    for (const [button, key] of [[p.view, 'ops.of.view'], [p.replay, 'ops.of.replay'], [p.discard, 'ops.of.discard']]) {
      button.setAttribute('aria-label', texts.say(key, { server: nameOf(frame.profile), time: last }));
    }
    show(p.replay, frame.state !== 'replayed');
    show(p.discard, frame.state === 'open');
  }

  /** What came of a replay that has not helped. */
  tell(sentence) {
    const p = this.#parts;
    colour(p.outcome, 'warning');
    write(p.sentence, sentence);
    show(p.outcome, true);
  }

  #toggle() {
    const open = this.#sub.hidden;
    show(this.#sub, open);
    this.elements[0].classList.toggle('has-sub', open);
    this.#parts.view.setAttribute('aria-expanded', String(open));
  }

  /** Once at a time; a disabled button would lose the focus, so it is only deaf meanwhile. */
  async #act(button, work) {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      await work();
    } catch (trouble) {
      this.#context.toasts.fail(trouble);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
}
