import { progressText } from './latestWords.js';
import { jobTitle, look, word } from './states.js';

/**
 * A job in the popover: how it came out, what it was of and when. It opens the job's report; keys do so by the list's own choice, so that
 * a hundred lines are no hundred stops.
 *
 * @param context {texts, format, clock, template, onReport, chosen: whether the arrows have reached it, named: whether the device's name is wanted}
 */
export function jobLine(job, { texts, format, clock, template, onReport, chosen, named = false }) {
  const line = template.content.firstElementChild.cloneNode(true);
  const part = (name) => line.querySelector(`[data-part="${name}"]`);
  const title = named ? texts.say('had.line', { device: job.device_name || '–', job: jobTitle(texts, job) }) : jobTitle(texts, job);
  line.classList.add(`is-${look(job.state)}`);
  line.setAttribute('aria-current', String(chosen));
  part('icon').setAttribute('href', `#i-${look(job.state)}`);
  part('title').textContent = title;
  part('title').title = title;
  part('word').textContent = word(texts, job.state, job.status_code);
  part('time').textContent = named ? shortTime(job, texts, format, clock) : fullTime(job, texts, format, clock);
  const open = part('open');
  open.setAttribute('aria-label', texts.say('report.open', { job: title, state: part('word').textContent, time: part('time').textContent }));
  open.addEventListener('click', () => onReport(job));
  return line;
}

function fullTime(job, texts, format, clock) {
  const lasted = format.duration((job.ended_at || clock.now()) - job.started_at);
  const times = job.ended_at
    ? texts.say('job.times', { from: format.time(job.started_at), to: format.time(job.ended_at), lasted })
    : texts.say('job.running', { from: format.time(job.started_at), lasted });
  const done = job.ended_at ? (job.bytes_done ? format.size(job.bytes_done) : '') : progressText(job, format);
  return done ? texts.say('job.timesDone', { times, done }) : times;
}

function shortTime(job, texts, format, clock) {
  return job.ended_at ? format.moment(job.ended_at, clock.now()) : texts.say('job.running', { from: format.time(job.started_at), lasted: format.duration(clock.now() - job.started_at) });
}
