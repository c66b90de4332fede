import { arrange, colour, icon, partsOf, title, write } from './dom.js';

const COUNTS = ['checked', 'fresh', 'waiting', 'struck', 'cancelled', 'abandoned', 'finished', 'errors'];

/** The monitor's last run on each Comet Server, in a line of counts. */
export class RunLines {
  #root;
  #context;
  #lines = new Map();

  /** @param context {texts, format, clock, nameOf, template} */
  constructor(root, context) {
    this.#root = root;
    this.#context = context;
  }

  paint(runs) {
    arrange(this.#root, runs.map((run) => this.#line(run)));
  }

  #line(run) {
    if (!this.#lines.has(run.profile)) this.#lines.set(run.profile, this.#context.template.content.firstElementChild.cloneNode(true));
    const line = this.#lines.get(run.profile);
    const { texts, format, clock, nameOf } = this.#context;
    const p = partsOf(line);
    const now = clock.now();
    const never = !run.began;
    const look = never ? 'unknown' : run.outcome === 'failed' ? 'error' : run.errors ? 'warning' : 'success';
    line.dataset.profile = run.profile;
    colour(p.status, look);
    icon(p.icon, look);
    write(p.when, never ? texts.say('ops.run.never', { server: nameOf(run.profile) }) : texts.say(run.dry_run ? 'ops.run.dry' : 'ops.run.last', { server: nameOf(run.profile), time: format.exact(run.began, now) }));
    if (!never) title(p.when, format.full(run.began));
    const said = never ? [] : COUNTS.filter((name) => run[name] > 0 || name === 'checked').map((name) => texts.count(`ops.run.${name}`, run[name], { n: format.number(run[name]) }));
    if (!never && run.actions) said.push(texts.say('ops.run.actions', { n: format.number(run.actions), most: format.number(run.action_limit) }));
    write(p.counts, said.join(' · '));
    const mode = run.mode === 'enforce' ? '' : texts.say(`ops.run.mode.${run.mode}`);
    const next = run.next ? texts.say('ops.run.next', { time: format.moment(run.next, now) }) : '';
    write(p.note, [run.error, mode, next].filter(Boolean).join(' · '));
    return line;
  }
}
