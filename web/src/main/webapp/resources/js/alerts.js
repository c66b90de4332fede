import { send } from './api.js';
import { arrange, partsOf, show, title, write } from './dom.js';

/** What wants somebody and is still so: since when, and what to do. One strip for each, made once and repainted in place. */
export class Alerts {
  #root;
  #context;
  #strips = new Map();
  #begun = false;

  /** @param context {texts, format, clock, announcer, toasts, confirm, nameOf, template, onChanged} */
  constructor(root, context) {
    this.#root = root;
    this.#context = context;
  }

  /** @param alerts as the portal tells them; null while it does not know: then what is shown stays */
  paint(alerts, streams) {
    if (!alerts) return;
    const shown = alerts.map((alert) => this.#strip(alert, streams));
    const keys = new Set(alerts.map(keyOf));
    for (const key of [...this.#strips.keys()]) if (!keys.has(key)) this.#strips.delete(key);
    arrange(this.#root, shown);
    show(this.#root, shown.length > 0);
    this.#begun = true;
  }

  #strip(alert, streams) {
    const { texts, format, clock, announcer, template } = this.#context;
    const key = keyOf(alert);
    const known = texts.has(`ops.alert.${alert.kind}.what`);
    const what = whatOf(alert, this.#context);
    if (!this.#strips.has(key)) {
      const made = template.content.firstElementChild.cloneNode(true);
      const { dismiss } = partsOf(made);
      dismiss.addEventListener('click', () => this.#dismiss(Number(made.dataset.id), dismiss));
      this.#strips.set(key, made);
      // What was so before the page was opened is read there, not called out.
      if (this.#begun) announcer.say(what);
    }
    const strip = this.#strips.get(key);
    const p = partsOf(strip);
    strip.dataset.id = alert.id;
    strip.dataset.kind = alert.kind;
    strip.dataset.profile = alert.profile;
    write(p.what, what);
    const since = texts.say('ops.alert.since', { time: format.moment(alert.since, clock.now()) });
    write(p.since, alert.mailed && alert.mailed >= alert.since ? texts.say('ops.alert.mailed', { since, time: format.moment(alert.mailed, clock.now()) }) : since);
    title(p.since, format.full(alert.since));
    const codes = streams.find((stream) => stream.profile === alert.profile)?.codes;
    const counted = alert.kind === 'unknown-codes' && codes?.unknown;
    const more = counted ? texts.say(`ops.alert.${alert.kind}.more`, { n: format.number(codes.unknown), frames: format.number(codes.frames), code: codes.last }) : known ? alert.sentence : '';
    write(p.more, more);
    show(p.more, more !== '');
    write(p.do, known ? texts.say(`ops.alert.${alert.kind}.do`) : '');
    p.dismiss.setAttribute('aria-label', texts.say('ops.alert.dismiss.of', { what }));
    return strip;
  }

  async #dismiss(id, button) {
    const { texts, toasts, confirm, onChanged } = this.#context;
    if (button.getAttribute('aria-busy') === 'true') return;
    if (!(await confirm({ title: texts.say('ops.alert.dismiss.title'), text: texts.say('ops.alert.dismiss.text'), action: texts.say('ops.alert.dismiss.yes') }))) return;
    button.setAttribute('aria-busy', 'true');
    try {
      await send('POST', `/admin/operations/alerts/${id}/dismiss`);
      toasts.say(texts.say('ops.alert.dismissed'), 'success');
      onChanged();
    } catch (trouble) {
      toasts.fail(trouble);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
}

/** What an alert is about, in a sentence without its full stop. */
export function whatOf(alert, { texts, nameOf }) {
  const server = alert.profile === 'all' ? texts.say('ops.alert.all') : nameOf(alert.profile);
  const key = `ops.alert.${alert.kind}.what`;
  return texts.has(key) ? texts.say(key, { server }) : texts.say('ops.alert.what', { server, sentence: alert.sentence });
}

const keyOf = (alert) => `${alert.kind} ${alert.profile}`;
