import { Announcer } from './announcer.js';
import { apiUrl, getJson, leaveIfShut, ofThisClient } from './api.js';
import { paintAxis } from './axis.js';
import { Clock } from './clock.js';
import { dayAgo, DAYS } from './days.js';
import { barJobs, Fleet } from './fleet.js';
import { DaysSource } from './daysSource.js';
import { DeviceList } from './devices.js';
import { Format } from './format.js';
import { jobAt } from './dayBar.js';
import { JobsSource } from './jobsSource.js';
import { LiveMark } from './liveMark.js';
import { Popover } from './popover.js';
import { Pulse } from './pulse.js';
import { Search } from './search.js';
import { Counts } from './counts.js';
import { pageTexts } from './texts.js';

/** The page "Backup status": puts its parts together. */

const byId = (id) => document.getElementById(id);
const texts = pageTexts();
const format = new Format(texts, document.documentElement.lang, Intl.DateTimeFormat().resolvedOptions().timeZone);

const clock = new Clock();
const fleet = new Fleet();
const popover = new Popover(byId('popover'));
const announcer = new Announcer(byId('announce'), texts);
const context = {
  fleet, texts, format, clock, popover, announcer,
  rowTemplate: byId('device-row'), faultTemplate: byId('chunk-fault'),
  template: byId('job-line'), dayTemplate: byId('day-line'),
  row: (id) => list.row(id),
};

const section = byId('devices');
const views = { wait: byId('wait'), list: byId('rows'), empty: byId('empty'), nomatch: byId('nomatch'), error: byId('error') };
const counts = new Counts(byId('sum'), { fleet, texts, format });

function show(name, detail) {
  for (const [key, element] of Object.entries(views)) element.hidden = key !== name;
  section.hidden = name !== 'wait' && name !== 'list';
  byId('sum').hidden = name === 'empty' || name === 'error';
  if (name === 'list' || name === 'nomatch') counts.matched(list.query, detail);
  if (name === 'empty') counts.none();
  if (name === 'nomatch') byId('nomatch-title').textContent = texts.say('nomatch.title', { words: list.query });
  if (name === 'error') {
    byId('error-detail').textContent = detail.detail || texts.say('error.detail');
    byId('error-ref').hidden = !detail.reference;
    byId('error-ref-value').textContent = detail.reference ?? '';
    counts.unknown();
  }
}

const list = new DeviceList(views.list, context, show);

const search = new Search(byId('search'), async (words) => {
  await list.open(words);
  announcer.say(byId('sum').querySelector('h2').textContent);
});

async function readCounts() {
  const [all, online] = await Promise.all([getJson('/devices', { size: 1 }), getJson('/devices', { size: 1, online: true })]);
  counts.take(all.total, online.total);
}

let countTimer = 0;
function countSoon(ms = 3_000) {
  clearTimeout(countTimer);
  countTimer = setTimeout(() => readCounts().catch(() => {}), ms);
}

const pulse = new Pulse({ events: apiUrl('/pulse/events'), snapshot: apiUrl('/pulse/snapshot'), headers: ofThisClient({}) });
const live = new LiveMark(document, pulse, { texts, format, announcer });
let snapshots = 0;
/** What this client may see, as the server last named it. */
let scope = '';

/** A service that moved to another client, ended or was renamed takes its rows from this page at once. */
function lookAgain(now) {
  if (now === undefined || now === scope) return;
  if (scope) {
    popover.close(false);
    list.reloadSoon(0);
    countSoon(0);
    getJson('/pulse/snapshot').then((jobs) => list.apply({ kind: 'snapshot', ...jobs })).then(() => counts.running(), () => {});
  }
  scope = now;
}

pulse.addEventListener('message', ({ detail: message }) => {
  if (message.t) clock.hear(message.t);
  live.hear(message);
  const result = list.apply(message);
  if (result.online !== undefined || result.added || result.removed) countSoon();
  if (message.kind === 'snapshot') {
    snapshots += 1;
    // The first one belongs to a list that has just been read. A later one stands for a gap; while polling, every third is enough.
    if (snapshots > 1 && (!message.polled || snapshots % 3 === 0)) {
      list.reloadSoon(300);
      countSoon(300);
    }
  }
  lookAgain(message.scope);
  counts.running();
});
document.addEventListener('submit', () => pulse.stop());
pulse.addEventListener('shut', ({ detail: status }) => leaveIfShut(status));

/** Enter, Space and the pointer open the popover where they point; the arrows open it where the news is. */
views.list.addEventListener('click', (event) => {
  const button = event.target.closest('.day-bar, .days');
  const device = button && fleet.devices.get(button.closest('.device').dataset.id);
  if (!device) return;
  const pointed = event.detail > 0;
  if (button.classList.contains('days')) {
    const box = button.getBoundingClientRect();
    const day = pointed ? Math.max(0, Math.min(DAYS - 1, Math.floor(((event.clientX - box.left) / box.width) * DAYS))) : undefined;
    popover.open(button, new DaysSource(device, day, context));
  } else {
    const box = button.getBoundingClientRect();
    const now = clock.now();
    const jobs = barJobs(device, now);
    const job = pointed ? jobs[jobAt(jobs, (event.clientX - box.left) / box.width, now)] : undefined;
    popover.open(button, new JobsSource(device, job?.id, context));
  }
});
views.list.addEventListener('keydown', (event) => {
  if (!event.key.startsWith('Arrow') || !event.target.matches('.day-bar, .days')) return;
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    event.preventDefault();
    nextRow(event.target, event.key === 'ArrowDown' ? 1 : -1);
    return;
  }
  event.preventDefault();
  event.target.click();
});

/** Up and down go to the same button of the next row. */
function nextRow(button, by) {
  const kind = button.classList.contains('days') ? '.days' : '.day-bar:enabled';
  const all = [...views.list.querySelectorAll(kind)];
  all[all.indexOf(button) + by]?.focus();
}

byId('retry').addEventListener('click', () => {
  show('wait');
  list.open(list.query);
  countSoon(0);
});
byId('nomatch-clear').addEventListener('click', () => search.clear());

let today = '';
function tick() {
  const now = clock.now();
  paintAxis(section, format, now);
  if (format.day(now) !== today) {
    if (today) list.reloadSoon(0);
    today = format.day(now);
    byId('days-from').textContent = format.dayMonth(dayAgo(format, now, DAYS));
    byId('days-to').textContent = format.dayMonth(dayAgo(format, now, 1));
    byId('legend').textContent = texts.say('list.legend', { from: byId('days-from').textContent, to: byId('days-to').textContent });
  }
  list.tick();
}
tick();
setInterval(() => document.hidden || tick(), 10_000);
document.addEventListener('visibilitychange', () => document.hidden || tick());

live.paint();
list.open(search.words);
readCounts().catch(() => {});
pulse.start();
