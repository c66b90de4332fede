import { colour, icon, partsOf, show, write } from './dom.js';
import { phrase } from './searchedWords.js';

/** Which sentence tells of the device that has stood badly for longest. */
const STORY = { error: 'failed', timeout: 'failed', cancelled: 'failed', missed: 'missed', warning: 'warned', interrupted: 'interrupted', overdue: 'overdue', never: 'never' };
/** Where the name goes, so that it can be a link in the middle of a sentence of either language. */
const NAME = '\u0001';

/** The first thing on the page: is everything safe, and if not, who needs somebody? */
export class FleetVerdict {
  #root;
  #parts;
  #title;
  #context;
  #longest = null;

  /** @param context {texts, format, clock, onAct, onLook: told the longest-standing device's name, onRetry} */
  constructor(root, context) {
    this.#root = root;
    this.#parts = partsOf(root);
    this.#title = root.querySelector('h2');
    this.#context = context;
    this.#parts.act.addEventListener('click', () => context.onAct());
    this.#parts.retry.addEventListener('click', () => context.onRetry());
    this.#parts.longest.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
      event.preventDefault();
      context.onLook(this.#longest);
    });
  }

  /**
   * @param answer of the server, null before the first
   * @param trouble why there is no newer one; null when there is
   * @param live whether the page hears what happens
   * @param issues whether the list shows exactly what the verdict counts
   */
  paint({ answer, trouble, live, issues }) {
    const p = this.#parts;
    show(this.#root, !answer || answer.total > 0);
    show(p.wait, !answer && !trouble);
    show(this.#title, Boolean(answer) || Boolean(trouble));
    show(p.detail, Boolean(answer));
    show(p.fault, Boolean(trouble));
    show(p.retry, Boolean(trouble));
    if (trouble) this.#fail(trouble, answer);
    if (answer) this.#tell(answer, live && !trouble, issues);
    else if (trouble) this.#dress('warning', 'unlink');
    show(p.act, Boolean(answer) && (answer.needing > 0 || issues) && !trouble);
  }

  #fail(trouble, answer) {
    const { texts } = this.#context;
    if (!answer) write(this.#title, texts.say('verdict.fault'));
    write(this.#parts.why, texts.say(answer ? 'verdict.faultOld' : 'verdict.faultDetail'));
    show(this.#parts.ref, Boolean(trouble.reference));
    write(this.#parts.reference, trouble.reference ?? '');
  }

  #tell(answer, live, issues) {
    const { texts, format, clock } = this.#context;
    const { needing, total } = answer;
    const kind = needing > 0 ? 'needing' : 'calm';
    const key = total === 1 ? `verdict.${kind}.single` : live ? `verdict.${kind}` : `verdict.${kind}.then`;
    const values = { n: format.number(needing), total: format.number(total), time: format.when(answer.t, clock.now()) };
    const text = total === 1 ? texts.say(live ? key : `${key}.then`, values) : texts.count(key, kind === 'calm' ? total : needing, values);
    write(this.#title, text);
    if (needing > 0) this.#dress('error', 'error');
    else this.#dress(live ? 'success' : 'unknown', live ? 'success' : 'unlink');
    this.#root.toggleAttribute('data-old', !live);
    write(this.#parts.rest, this.#rest(answer));
    this.#tellLongest(needing > 0 && total > 1 ? answer.longest : null, answer);
    write(this.#parts.act, issues ? texts.say('verdict.showAll') : texts.count('verdict.show', needing, { n: format.number(needing) }));
  }

  /** What holds of the others: only those whose last backup is over and good are called backed up. */
  #rest({ needing, total, counts, snoozed = 0 }) {
    const { texts, format } = this.#context;
    if (total === 1) return snoozed ? texts.say('verdict.rest.snoozedSingle') : '';
    const of = (state) => counts?.[state] ?? 0;
    const others = total - needing;
    const well = others - of('running') - of('skipped') - of('unknown') - of('none') - snoozed;
    const say = (key, n) => (n > 0 ? texts.count(`verdict.rest.${key}`, n, { n: format.number(n) }) : '');
    const whole = needing === 0 ? 'all' : 'others';
    const each = ['running', 'skipped', 'unknown'].map((state) => say(state, of(state)));
    return [say(well === others ? whole : 'well', well), ...each, say('quiet', of('none')), say('snoozed', snoozed)].filter(Boolean).join(' ');
  }

  #tellLongest(longest, { t }) {
    const { texts, format } = this.#context;
    const p = this.#parts;
    this.#longest = longest;
    show(p.story, Boolean(longest));
    if (!longest) return;
    const overdue = longest.state === 'overdue';
    const at = overdue && !longest.item_late ? (longest.last_good_at ?? longest.since) : longest.since;
    const values = { device: NAME, n: format.number(longest.failures), time: at ? format.when(at, t) : '', age: at ? format.age(t - at) : '' };
    const kind = overdue && longest.item_late ? 'lateItem' : overdue && !longest.last_good_at ? 'due' : (STORY[longest.state] ?? 'failed');
    const key = `verdict.longest.${kind}`;
    // Only where it is counted does the sentence differ for one.
    const story = texts.has(key) ? texts.say(key, values) : texts.count(key, Math.max(1, longest.failures ?? 1), values);
    const [before, after] = story.split(NAME);
    write(p.before, before);
    write(p.longest, longest.name);
    write(p.after, after ?? '');
    const href = `?q=${encodeURIComponent(phrase(longest.name))}`;
    if (p.longest.getAttribute('href') !== href) p.longest.setAttribute('href', href);
    p.longest.title = at ? format.full(at) : '';
  }

  #dress(state, drawing) {
    colour(this.#parts.mark, state);
    icon(this.#parts.icon, drawing);
  }
}
