import { Announcer } from './announcer.js';
import { apiUrl, getJson, keepWhenShut, leaveIfShut, ofThisClient, polled } from './api.js';
import { paintAxis } from './axis.js';
import { paintSoon } from './beat.js';
import { Clock } from './clock.js';
import { dayAgo, DAYS } from './days.js';
import { Fleet } from './fleet.js';
import { BUCKETS } from './dayTally.js';
import { DeviceLook } from './deviceLook.js';
import { DeviceList } from './devices.js';
import { Filters } from './filters.js';
import { FleetVerdict } from './fleetVerdict.js';
import { BucketSource } from './bucketSource.js';
import { Follow } from './follow.js';
import { Format } from './format.js';
import { IssuesStrip } from './issuesStrip.js';
import { JobReport } from './jobReport.js';
import { JobsSource } from './jobsSource.js';
import { LiveMark } from './liveMark.js';
import { Popover } from './popover.js';
import { printNote } from './printNote.js';
import { Pulse } from './pulse.js';
import { PulseCard } from './pulseCard.js';
import { Search } from './search.js';
import { Counts } from './counts.js';
import { keyHelpIn } from './keyHelp.js';
import { nothingFound } from './nothingFound.js';
import { openWhereAsked } from './rowInput.js';
import { PickBar } from './pickBar.js';
import { pickIn } from './pickInput.js';
import { Selection } from './selection.js';
import { Slice } from './slice.js';
import { SortMenu } from './sortMenu.js';
import { Sparing } from './sparing.js';
import { ISSUES } from './states.js';
import { Standing } from './standing.js';
import { pageTexts } from './texts.js';
import { Toasts } from './toasts.js';
import { UsageCards } from './usage.js';
import { Wall } from './wall.js';

/** The page "Backup status": puts its parts together. */

const byId = (id) => document.getElementById(id);
const texts = pageTexts();
const format = new Format(texts, document.documentElement.lang, Intl.DateTimeFormat().resolvedOptions().timeZone);

const clock = new Clock();
const fleet = new Fleet();
const popover = new Popover(byId('popover'));
const announcer = new Announcer(byId('announce'), texts);
const selection = new Selection(() => {
  list.pick();
  picking.paint();
  pickBar.tell();
});
const context = {
  fleet, texts, format, clock, popover, announcer, selection,
  popoverBox: byId('popover'), onReport: showReport,
  rowTemplate: byId('device-row'), faultTemplate: byId('chunk-fault'),
  template: byId('job-line'), dayTemplate: byId('day-line'), itemTemplate: byId('item-line'), itemStates: byId('item-states'),
  row: (id) => list.row(id),
};

const section = byId('devices');
const views = { wait: byId('wait'), list: byId('rows'), empty: byId('empty'), nomatch: byId('nomatch'), error: byId('error') };
const counts = new Counts(byId('sum'), { fleet, texts, format });

function show(name, detail) {
  for (const [key, element] of Object.entries(views)) element.hidden = key !== name;
  section.hidden = name !== 'wait' && name !== 'list';
  byId('sum').hidden = name === 'empty' || name === 'error';
  for (const part of [byId('strip'), byId('tools'), byId('tools').parentElement]) part.hidden = name === 'empty' || (name === 'error' && !list.narrowed);
  if (name === 'list' || name === 'nomatch') counts.matched(list.narrowed, detail);
  if (name === 'list') picking.paint();
  if (name === 'empty') counts.none();
  if (name === 'nomatch') nothingFound(byId('nomatch'), { words: list.query, had: list.had, filters, total: standing.all?.total }, texts, format);
  if (name === 'error') {
    byId('error-detail').textContent = detail.detail || texts.say('error.detail');
    byId('error-ref').hidden = !detail.reference;
    byId('error-ref-value').textContent = detail.reference ?? '';
    counts.unknown();
  }
}

const list = new DeviceList(views.list, context, show);
printNote(byId('printed'), list, texts, format);

/** Says how many devices were found, when somebody has asked for others. */
const sayFound = () => wall.on || announcer.say(byId('sum').querySelector('h2').textContent);

const search = new Search(byId('search'), async (words) => {
  standing.search(words);
  pulseCard.search(words);
  const read = list.open(words);
  // Before the answer: what is heard meanwhile may not be in it.
  follow.settle();
  await read;
  sayFound();
});

const filters = new Filters(async (poll) => {
  paintStanding();
  sort.paint(filters.order);
  const read = list.narrow(filters.query, poll);
  follow.settle();
  await read;
  sayFound();
});
keyHelpIn(byId('keys'), byId('keys-open'));
const sort = new SortMenu(byId('sort'), (order) => filters.sort(order));
const strip = new IssuesStrip(byId('strip'), {
  texts, format, template: byId('chip'), filters, clear: byId('strip-clear'),
  // The chips count all devices: of a slice they would promise more than it has. It belongs to the same step.
  onChosen: () => filters.any && slice.choose(''),
});
const look = new DeviceLook(section, {
  columns: byId('columns'), density: byId('density'), texts, format, announcer,
  onChange: () => popover.close(false),
});

/** What needs somebody now, for the turns of the screen on the wall. */
const inNeed = () => ISSUES.filter((state) => standing.all?.counts[state] > 0);

/** Whether the portal is there, as far as the page knows: nothing is asked of one that is away but for its line. */
function heardOf() {
  return !['reconnecting', 'stale', 'over'].includes(pulse.state);
}

/** The popover gives way: the focus comes back to what had opened it when the report is closed. */
function showReport(job) {
  popover.close(true);
  report.open(job);
}

/** The words of the last answer; null before the first. */
let stoodFor = null;
const standing = new Standing(({ found, all }) => {
  paintStanding();
  pulseCard.compare(all?.needing);
  // The first answer for these words is as old as the list that they have found.
  if (found && stoodFor !== list.query) {
    stoodFor = list.query;
    follow.settle();
  } else follow.look();
}, heardOf);

/** The list shows what the verdict counts, all of it and nothing else. */
const showsIssues = () => filters.issues && !list.query && !slice.chosen;

const verdict = new FleetVerdict(byId('verdict'), {
  texts, format, clock,
  onAct: () => {
    const all = showsIssues();
    slice.choose('');
    search.look('');
    filters.onlyIssues(!all);
  },
  onLook: lookAt,
  onRetry: () => standing.read(),
});

const toasts = new Toasts(byId('toasts'), byId('toast'), texts);

function lookAt(device) {
  slice.choose('');
  filters.clear();
  search.look(device.name);
}

/** Opens what the bar of a device shows of a job; a device that is not on the page is looked for first. */
async function showEvidence(job) {
  if (!list.row(job.device_id)) {
    slice.choose('');
    filters.clear();
    await (search.look(job.device_name) ?? list.open(job.device_name));
  }
  const device = fleet.devices.get(job.device_id);
  const row = list.row(job.device_id);
  if (!device || !row) {
    toasts.say(texts.say('incident.away', { device: job.device_name }), 'warning');
    return;
  }
  row.element.scrollIntoView({ block: 'center' });
  popover.open(row.bar, new JobsSource(device, job.id, context));
}

const pulseCard = new PulseCard(byId('pulse'), {
  texts, format, clock, fleet, announcer, toasts, ready: heardOf, words: search.words,
  onClear: () => search.clear(),
  onEvidence: showEvidence,
  onDevice: lookAt,
  onState: (state) => {
    slice.choose('');
    search.look('');
    filters.show(state);
  },
  onSnoozed: () => {
    standing.soon(clock.now());
    list.reloadSoon(0);
  },
});

function paintStanding() {
  verdict.paint({ answer: standing.all, trouble: standing.trouble, live: byId('live').dataset.state === 'live', issues: showsIssues() });
  strip.paint(standing.found?.counts, filters);
}
new MutationObserver(paintStanding).observe(byId('live'), { attributes: true, attributeFilter: ['data-state'] });

const slice = new Slice(byId('had'), {
  texts,
  known: BUCKETS,
  onReturn: (bucket) => usage.focus(bucket),
  onChange: async (bucket) => {
    usage.choose(bucket);
    const read = list.choose(bucket);
    follow.settle();
    await read;
    paintStanding();
    sayFound();
  },
});

const usage = new UsageCards(byId('usage'), {
  fleet, texts, format, clock, announcer, mark: byId('live'), legendTemplate: byId('legend-line'), shareTemplate: byId('share-line'),
  onChoose: (bucket, button) => {
    slice.choose(bucket);
    if (bucket) popover.open(button, new BucketSource(bucket, button, context));
  },
  onDevices: (total, online) => counts.take(total, online),
  live: () => pulse.state === 'live',
});

/** Of what is counted, what becomes another without any news of a device: time has passed, or somebody has snoozed. */
const unheard = ({ counts, snoozed }) => [counts.overdue, counts.never, counts.none, snoozed];

/**
 * Which devices are listed, or where, depends on all that happens only with a slice, a filter or an order by state. Else the rows hear for
 * themselves, but for what nobody sends word of, and for what only the server can tell: no row may say what the counts do not.
 */
const follow = new Follow(views.list, {
  mark: () => {
    const { found } = standing;
    const byState = filters.any || !/name$/.test(filters.order);
    return JSON.stringify([fleet.doubts, byState && fleet.turns, found && (byState ? [found.counts, found.snoozed] : unheard(found)), usage.mark]);
  },
  // What belongs to a row must not lose it.
  busy: () => Boolean(popover.source?.deviceId),
  read: () => list.reload(),
});

const pulse = new Pulse({ events: apiUrl('/pulse/events'), snapshot: apiUrl('/pulse/snapshot'), headers: polled(ofThisClient({})) });
/** The jobs of a slice that somebody looks at. */
const jobsShown = new Sparing(async () => popover.source?.stale?.(), 2_000, heardOf);
const report = new JobReport(byId('report'), { texts, format, clock, ready: heardOf, entryTemplate: byId('log-entry') });
const live = new LiveMark(document, pulse, { texts, format, announcer });
let snapshots = 0;
/** What this client may see, as the server last named it. */
let scope = '';

/** A service that moved to another client, ended or was renamed takes its rows from this page at once. */
function lookAgain(now) {
  if (now === undefined || now === scope) return;
  if (scope) {
    popover.close(false);
    selection.clear();
    list.reloadSoon(0);
    usage.read();
    standing.soon();
    getJson('/pulse/snapshot', {}, { poll: true }).then((jobs) => hear({ kind: 'snapshot', ...jobs }), () => {});
  }
  scope = now;
}

/** After these a device may stand otherwise than before. */
const CHANGES_STANDING = new Set(['job:start', 'job:end', 'device:new', 'device:removed', 'device:online', 'device:offline']);

/** List, cards and verdict are told. */
function hear(message) {
  const result = list.apply(message);
  usage.hear(message, result);
  pulseCard.hear(message);
  report.hear(message);
  if (message.kind === 'job:start' || message.kind === 'job:end' || message.kind === 'snapshot') jobsShown.soon();
  if (CHANGES_STANDING.has(message.kind) || (message.kind === 'snapshot' && snapshots > 0)) standing.soon(message.t);
  paintSoon(paintNews);
}

/** What all devices together make: looked through once for however many messages. */
function paintNews() {
  counts.running();
  pickBar.paint();
  follow.look();
}

pulse.addEventListener('message', ({ detail: message }) => {
  if (message.t) clock.hear(message.t);
  live.hear(message);
  if (scope && message.scope !== undefined && message.scope !== scope) pulseCard.forget();
  hear(message);
  if (message.kind === 'snapshot') {
    snapshots += 1;
    // The first one belongs to a list that has just been read. A later one stands for a gap; while polling, every third is enough.
    if (snapshots > 1 && (!message.polled || snapshots % 3 === 0)) {
      list.reloadSoon(300);
      usage.readSoon(300);
    }
  }
  lookAgain(message.scope);
});
document.addEventListener('submit', () => pulse.stop());
pulse.addEventListener('state', () => {
  if (!heardOf()) return;
  standing.resume();
  pulseCard.resume();
});
pulse.addEventListener('shut', ({ detail: status }) => leaveIfShut(status));

const picking = pickIn({
  selection, list, toasts, rows: views.list, all: byId('pick-all'),
  free: () => !wall.on && !popover.source && !document.querySelector('dialog[open], .side.is-open'),
});
openWhereAsked(views.list, context, picking.extend);
const pickBar = new PickBar(byId('picked'), {
  selection, fleet, texts, format, clock, toasts, said: byId('picked-said'),
  onSnooze: (...wish) => pulseCard.snoozeDevices(...wish),
  onPickAll: picking.pickAll,
  giveBack: (id) => (list.row(id)?.element.querySelector('.pick input') ?? byId('pick-all')).focus({ preventScroll: true }),
});
byId('retry').addEventListener('click', () => {
  show('wait');
  list.open(list.query);
  usage.read(false);
  standing.read();
});
byId('nomatch-clear').addEventListener('click', () => search.clear());
byId('nomatch-all').addEventListener('click', () => {
  slice.choose('');
  filters.clear();
  byId('strip').querySelector('[role="switch"]').focus();
});

let today = '';
function tick() {
  const now = clock.now();
  paintAxis(section, format, now);
  if (format.day(now) !== today) {
    if (today) {
      list.reloadSoon(0);
      // Without news the verdict speaks of then, which is yesterday now.
      paintStanding();
    }
    today = format.day(now);
    byId('days-from').textContent = format.dayMonth(dayAgo(format, now, DAYS));
    byId('days-to').textContent = format.dayMonth(dayAgo(format, now, 1));
    byId('legend').textContent = texts.say('list.legend', { from: byId('days-from').textContent, to: byId('days-to').textContent });
  }
  list.tick();
  picking.paint();
  pickBar.paint();
  usage.paint();
  // Without its line the page asks for nothing but that; where snapshots stand in for it, they bring this too.
  if (pulse.state === 'live') standing.tick();
  pulseCard.tick();
  report.tick();
  follow.look();
}
usage.choose(slice.chosen);
sort.paint(filters.order);
paintStanding();
standing.search(search.words);
standing.read();
tick();
setInterval(() => document.hidden || tick(), 10_000);
document.addEventListener('visibilitychange', () => document.hidden || tick());

live.paint();
list.begin(filters.query);
list.choose(slice.chosen, search.words).then(() => follow.settle());
usage.read();
look.read();
pulse.start();
const wall = new Wall(byId('wall'), byId('wall-bar'), { filters, search, slice, texts, format, announcer, states: inNeed, ready: heardOf });
keepWhenShut(() => wall.shut());
