import { arrange, colour, icon, partsOf, show, title, write } from './dom.js';
import { putRight } from './catchUps.js';
import { drawSpark } from './spark.js';
import { away, breakerLooks, full, fullness, late, looks, standing } from './streamState.js';

const REASONS = 4;

/** One Comet Server's intake. The card is made once and repainted in place: focus and what is open stay. */
export class StreamCard {
  #parts;
  #counts;
  #tags = new Map();
  #context;
  #standing = '';

  /** @param context {texts, format, clock, announcer, template, tagTemplate, onConnect, onAgain} */
  constructor(context) {
    this.#context = context;
    this.element = context.template.content.firstElementChild.cloneNode(true);
    this.#parts = partsOf(this.element);
    this.#counts = this.element.querySelectorAll('[data-count]');
    this.#parts.connect.addEventListener('click', () => context.onConnect(this.stream, this.#parts.connect));
    this.#parts.again.addEventListener('click', () => context.onAgain(this.stream, this.#parts.again));
  }

  focus() {
    const { connect, again } = this.#parts;
    (connect.hidden ? again : connect).focus();
  }

  paint(stream) {
    this.stream = stream;
    const { texts, format } = this.#context;
    const p = this.#parts;
    this.element.dataset.profile = stream.profile;
    write(p.name, stream.name);
    write(p.sub, stream.name === stream.profile ? '' : stream.profile);
    this.#paintState(stream);
    this.#paintQueue(stream);
    write(p.rate, format.number(stream.lag.events_of_last_minute));
    this.#paintHour(stream);
    this.#paintFacts(stream);
    this.#paintTrouble(stream);
    this.#paintCatchUp(stream.last_catch_up);
    this.#paintEnds(stream);
    for (const place of this.#counts) write(place, format.number(stream.counts[place.dataset.count]));
    write(p.full, format.number(stream.queue.full_times));
    show(p.connect, stream.state !== 'live');
    // Two buttons of the same name are told apart by their server's.
    p.connect.setAttribute('aria-label', `${p.connect.textContent.trim()}: ${stream.name}`);
    p.again.setAttribute('aria-label', `${p.again.textContent.trim()}: ${stream.name}`);
    p.again.disabled = stream.queue.held;
  }

  #paintState(stream) {
    const { texts, format, clock, announcer } = this.#context;
    const p = this.#parts;
    const name = standing(stream);
    const look = looks(name);
    colour(p.status, look.colour);
    colour(this.element, away(stream) ? 'error' : '');
    icon(p.icon, look.icon);
    const word = texts.say(`ops.state.${name}`);
    write(p.state, stream.since ? texts.say('ops.since', { state: word, time: format.moment(stream.since, clock.now()) }) : word);
    if (stream.since) title(p.status, format.full(stream.since));
    if (this.#standing && this.#standing !== name) announcer.say(texts.say('ops.say', { server: stream.name, state: word }));
    this.#standing = name;
  }

  #paintQueue(stream) {
    const { texts, format } = this.#context;
    const p = this.#parts;
    const { frames, capacity, oldest_ms: oldest, held } = stream.queue;
    write(p.queue, texts.say('ops.queue.of', { n: format.number(frames), capacity: format.number(capacity) }));
    colour(p.meter, full(stream) ? 'error' : late(oldest) ? 'warning' : 'running');
    const share = fullness(stream).toFixed(3);
    if (p.meter.firstElementChild.style.getPropertyValue('--share') !== share) p.meter.firstElementChild.style.setProperty('--share', share);
    if (held) write(p.waits, texts.say('ops.queue.held'));
    else write(p.waits, frames ? texts.say('ops.queue.waits', { age: format.millis(oldest) }) : texts.say('ops.queue.empty'));
  }

  #paintFacts(stream) {
    const { texts, format } = this.#context;
    const p = this.#parts;
    const age = stream.last_frame_age_ms;
    write(p.frame, age === null ? texts.say('ops.none') : texts.say('latest.ago', { age: format.fineAge(age / 1000) }));
    p.frame.classList.toggle('is-dead', away(stream));
    write(p.lag, format.millis(stream.lag.last_ms));
    write(p.worst, format.millis(stream.lag.worst_of_last_minute_ms));
    p.lag.classList.toggle('is-late', late(stream.lag.last_ms));
    p.worst.classList.toggle('is-late', late(stream.lag.worst_of_last_minute_ms));
    write(p.connects, format.number(stream.connected));
    // Null while the database does not answer: not known is not none.
    write(p.jobsRunning, stream.jobs ? format.number(stream.jobs.running) : texts.say('ops.notKnown'));
    write(p.jobsInterrupted, stream.jobs ? format.number(stream.jobs.interrupted) : texts.say('ops.notKnown'));
  }

  #paintHour(stream) {
    const { texts, format, clock } = this.#context;
    const p = this.#parts;
    const now = clock.now();
    colour(p.spark, away(stream) ? 'unknown' : standing(stream) === 'reading' ? 'running' : 'success');
    drawSpark(p, stream.minutes, away(stream) && stream.since ? (now - stream.since) / 60 : 0);
    const whole = stream.minutes.slice(0, -1);
    p.spark.setAttribute('aria-label', texts.say('ops.hour', { least: format.number(Math.min(...whole)), most: format.number(Math.max(...whole)) }));
    write(p.hourAgo, format.time(now - 3600));
    write(p.halfAgo, format.time(now - 1800));
    const breaker = stream.api?.breaker ?? 'unknown';
    const [look, sign] = breakerLooks(breaker);
    colour(p.api, look);
    icon(p.apiIcon, sign);
    write(p.apiWord, texts.say(`ops.api.${breaker}`, { n: format.number(stream.api?.unanswered ?? 0), calls: format.number(stream.api?.calls ?? 0) }));
  }

  #paintTrouble(stream) {
    const { texts } = this.#context;
    const p = this.#parts;
    show(p.trouble, away(stream));
    if (!away(stream)) return;
    write(p.why, stream.reason || texts.say('ops.none'));
    write(p.do, texts.say(`ops.do.${stream.state}`, { server: stream.name }));
  }

  #paintCatchUp(run) {
    const { texts, format, clock } = this.#context;
    const place = this.#parts.catchup;
    place.classList.toggle('is-failed', run?.outcome === 'failed');
    if (!run) {
      write(place, texts.say('ops.catchup.none'));
      return;
    }
    const values = {
      time: format.moment(run.began, clock.now()),
      gap: run.gap_s === null ? texts.say('ops.gap.first') : texts.say('ops.gap', { span: format.duration(run.gap_s) }),
      took: format.millis(run.took_ms),
      right: putRight(run, texts, format),
      error: run.error,
    };
    write(place, run.outcome === 'failed' ? texts.say('ops.catchup.failed', values) : texts.say('ops.catchup.ok', values));
    title(place, run.details);
  }

  /** The reasons of the last ends, each once with its number. */
  #paintEnds(stream) {
    const { texts, format, clock } = this.#context;
    const p = this.#parts;
    const times = new Map();
    for (const end of stream.ends) times.set(end.reason, (times.get(end.reason) ?? 0) + 1);
    const last = stream.ends[0];
    write(p.ends, last ? texts.say('ops.ends.last', { time: format.moment(last.at, clock.now()) }) : texts.say('ops.ends.none'));
    const shown = [...times].slice(0, REASONS);
    for (const reason of [...this.#tags.keys()]) if (!shown.some(([name]) => name === reason)) this.#tags.delete(reason);
    arrange(p.reasons, shown.map(([reason, count]) => this.#tag(reason, count > 1 ? `×\u2009${format.number(count)}` : '')));
  }

  #tag(reason, count) {
    let tag = this.#tags.get(reason);
    if (!tag) {
      tag = this.#context.tagTemplate.content.firstElementChild.cloneNode(true);
      this.#tags.set(reason, tag);
    }
    const parts = partsOf(tag);
    write(parts.reason, reason);
    write(parts.times, count);
    return tag;
  }
}
