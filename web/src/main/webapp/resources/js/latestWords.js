import { shown } from './fleet.js';
import { word } from './states.js';

/** Of these the row says since when it is so; of the others how long ago the backup was. */
const LASTING = new Set(['error', 'timeout', 'missed', 'cancelled']);

/**
 * What a row says of its device's latest backup: that it failed, since when; that it runs, how far; that there should have been one.
 *
 * @param context {texts, format, fleet}
 * @returns {state, word, since, title, snoozed}: state is what it looks like, title the moment in full, snoozed whether nobody wants to hear of it now
 */
export function latestWords(device, now, { texts, format, fleet }) {
  const latest = device.latest && shown(device.latest, device, now, fleet.grace);
  const state = stateNow(device, latest);
  const words = { state, word: word(texts, state, latest?.status_code), ...sinceWords(state, device, latest, now, texts, format) };
  const until = device.standing?.snoozed_until;
  if (!until || until <= now) return { ...words, snoozed: false };
  return { ...words, since: texts.say('latest.snoozed', { time: format.when(until, now) }), title: `${words.since} · ${words.title}`, snoozed: true };
}

/** Whether a job is at work, and whether its device has been away for too long, is known here by the second. */
function stateNow(device, latest) {
  const said = device.standing?.state;
  if (latest && !latest.ended_at) return latest.state;
  if (said && said !== 'none' && said !== 'running' && said !== 'interrupted') return said;
  return latest?.state ?? 'never';
}

function sinceWords(state, device, latest, now, texts, format) {
  const { since, failures, last_good_at: good } = device.standing ?? {};
  const full = (at) => (at ? format.full(at) : '');
  if (state === 'interrupted') return { since: texts.say('latest.offline', { time: format.when(device.offline_since, now) }), title: full(device.offline_since) };
  if (state === 'overdue' && device.late_item) return lateItem(device.late_item, now, texts, format);
  if (state === 'overdue') {
    return { since: good ? texts.say('latest.good', { age: format.age(now - good) }) : texts.say('latest.noGood'), title: full(good ?? since) };
  }
  // Nothing today looks like nothing ever, and is not called so.
  if (device.standing?.state === 'never' && state === 'never' && since) return { since: texts.say('latest.added', { age: format.age(now - since) }), title: full(since) };
  if (LASTING.has(state) && since) {
    const title = failures > 1 ? texts.count('latest.inARow', failures, { n: format.number(failures), time: full(since) }) : full(since);
    return { since: texts.say('latest.since', { time: format.when(since, now) }), title };
  }
  if (latest && state !== 'never') return { since: sinceText(latest, now, texts, format), title: full(latest.ended_at || latest.started_at) };
  return { ...noneWords(device, now, texts, format), title: full(device.registered_at) };
}

/** One item of several is late: which, and by how much. What matters most stands first, for the line is short. */
function lateItem(late, now, texts, format) {
  const values = { item: late.name, age: format.age(now - late.due_at), n: format.number(late.more) };
  return {
    since: late.more > 0 ? texts.count('latest.lateItems', late.more, values) : texts.say('latest.lateItem', values),
    title: texts.say('latest.lateTitle', { item: late.name, time: format.full(late.due_at) }),
  };
}

/** No backup in 24 hours: when the last one was, as far as is known. */
function noneWords(device, now, texts, format) {
  const good = device.standing?.last_good_at;
  if (good) return { word: texts.say('latest.none'), since: texts.say('latest.good', { age: format.age(now - good) }) };
  const days = device.days ?? [];
  const last = days.findLastIndex((state) => state && state !== 'none');
  if (last >= 0) {
    const ago = days.length - last;
    return { word: texts.say('latest.none'), since: texts.count('latest.lastDays', ago, { n: format.number(ago) }) };
  }
  const age = device.registered_at ? now - device.registered_at : Infinity;
  if (age < 13 * 86_400) return { since: texts.say('latest.added', { age: format.age(age) }) };
  return { word: texts.say('latest.none'), since: texts.say('latest.noneIn13') };
}

/** "64 % · 41 min" while it runs, "4 h ago" afterwards. */
export function sinceText(job, now, texts, format) {
  if (job.ended_at) return now - job.ended_at < 5 ? texts.say('latest.now') : texts.say('latest.ago', { age: format.age(now - job.ended_at) });
  const lasted = format.duration(now - job.started_at);
  const done = progressText(job, format);
  if (done) return texts.say('latest.progress', { done, lasted });
  return now - job.started_at < 60 ? texts.say('latest.starting', { lasted }) : lasted;
}

export function progressText(job, format) {
  if (job.total_bytes > 0 && job.bytes_done > 0) return format.percent(Math.min(0.99, job.bytes_done / job.total_bytes));
  return job.bytes_done > 0 ? format.size(job.bytes_done) : '';
}
