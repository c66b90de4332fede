import { colour, icon, partsOf, show, write } from './dom.js';
import { away, standing, troubled } from './streamState.js';

/** The page in one sentence: is ingestion well, and if not, what now? */
export class Verdict {
  #root;
  #parts;
  #title;
  #context;
  #first = null;

  /** @param context {texts, format, clock, onAct} */
  constructor(root, context) {
    this.#root = root;
    this.#parts = partsOf(root);
    this.#title = root.querySelector('h2');
    this.#context = context;
    this.#parts.act.addEventListener('click', () => this.#first && context.onAct(this.#first, this.#parts.act));
  }

  paint(streams, open, jobs) {
    const { texts, format } = this.#context;
    const p = this.#parts;
    const down = streams.filter(away);
    const waiting = streams.filter((stream) => stream.state === 'connecting');
    const slow = streams.filter(troubled);
    const broken = jobs.filter((job) => !job.running && ['failed', 'suspicious'].includes(job.last?.outcome));
    const level = down.length ? 'down' : slow.length ? 'slow' : broken.length ? 'jobs' : waiting.length ? 'connecting' : 'well';
    const look = { down: ['error', 'error'], slow: ['warning', 'warning'], jobs: ['warning', 'warning'], connecting: ['running', 'running'], well: ['success', 'success'] }[level];
    colour(p.mark, look[0]);
    icon(p.icon, look[1]);
    const n = { down, slow, jobs: broken, connecting: waiting, well: streams }[level].length;
    write(this.#title, texts.count(`ops.verdict.${level}`, level === 'jobs' ? n : streams.length, { n: format.number(n), total: format.number(streams.length) }));
    write(p.detail, this.#detail(streams, down, open, broken));
    show(p.wait, false);
    show(this.#title, true);
    show(p.detail, true);
    this.#first = down[0] ?? null;
    show(p.act, down.length > 0);
    if (down.length) write(p.act, texts.say('ops.verdict.act', { server: down[0].name }));
  }

  #detail(streams, down, open, broken) {
    const { texts, format, clock } = this.#context;
    const sentences = down.map((stream) => texts.say(`ops.detail.${stream.state}`, { server: stream.name, time: stream.since ? format.moment(stream.since, clock.now()) : '' }));
    for (const stream of streams) {
      if (standing(stream) === 'reading') sentences.push(texts.say('ops.detail.reading', { server: stream.name }));
      else if (troubled(stream)) sentences.push(texts.say('ops.detail.slow', { server: stream.name }));
    }
    for (const job of broken) sentences.push(texts.say(`ops.detail.job.${job.last.outcome}`, { job: job.name, time: format.moment(job.last.began, clock.now()) }));
    if (!sentences.length && streams.length) sentences.push(texts.say('ops.detail.well'));
    if (open === null) sentences.push(texts.say('ops.detail.database'));
    else if (open > 0) sentences.push(texts.count('ops.detail.open', open, { n: format.number(open) }));
    return sentences.join(' ');
  }
}
