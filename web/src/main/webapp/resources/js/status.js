import { Announcer } from './announcer.js';
import { asked } from './address.js';
import { apiUrl, getJson, keepWhenShut, leaveIfShut, ofThisClient, polled } from './api.js';
import { paintAxis } from './axis.js';
import { paintSoon } from './beat.js';
import { Clock } from './clock.js';
import { dayAgo, DAYS } from './days.js';
import { Fleet } from './fleet.js';
import { BUCKETS } from './dayTally.js';
import { DeviceLook } from './deviceLook.js';
import { DeviceList } from './devices.js';
import { DeviceWays } from './deviceWays.js';
import { Filters } from './filters.js';
import { FleetVerdict } from './fleetVerdict.js';
import { BucketSource } from './bucketSource.js';
import { Follow } from './follow.js';
import { Format } from './format.js';
import { Groups } from './groups.js';
import { dropOnGroups } from './groupDrop.js';
import { Grouping } from './grouping.js';
import { headsIn } from './groupHeadsInput.js';
import { GroupMenu } from './groupMenu.js';
import { GroupMoves } from './groupMoves.js';
import { GroupDrawer } from './groupDrawer.js';
import { GroupPicker } from './groupPicker.js';
import { IssuesStrip } from './issuesStrip.js';
import { JobReport } from './jobReport.js';
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
import { Standing } from './standing.js';
import { pageTexts } from './texts.js';
import { Toasts } from './toasts.js';
import { UsageCards } from './usage.js';
import { Wall } from './wall.js';
import { turnsOf } from './wallTurns.js';

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
const groups = new Groups({ may: byId('group-drawer').dataset.may === 'true' });
/** Somebody has changed them, or they could not be read: at most once a second, and again until they are there. */
const groupsRead = new Sparing(async (poll) => {
  await groups.read(poll);
  if (groups.trouble) throw groups.trouble;
}, 1_000, heardOf);
const grouping = new Grouping((wish, undo) => {
  look.wish(wish);
  if ('grouped' in wish) regroup();
  else fold(undo);
});
const context = {
  groups, grouping, readGroups: () => groupsRead.soon(), headTemplate: byId('group-head'), sumTemplate: byId('group-sum'),
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
  if (name === 'nomatch') nothingFound(byId('nomatch'), { words: list.query, had: list.had, filters, groups: groupMenu.names(filters.groups), total: standing.all?.total }, texts, format);
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
const sayFound = () => wall?.on || announcer.say(byId('sum').querySelector('h2').textContent);

const search = new Search(byId('search'), async (words) => {
  standing.look({ q: words });
  pulseCard.search(words);
  grouping.search(words);
  list.begin(narrowing());
  const read = list.open(words);
  // Before the answer: what is heard meanwhile may not be in it.
  follow.settle();
  await read;
  sayFound();
});

/** Made last: a page that begins as a wall turns to what all the others show. */
let wall = null;
/** On the wall the groups take turns. */
const onWall = () => asked('wall') === '1';
const grouped = () => grouping.on && !onWall();
/** What the list asks the server. */
const narrowing = () => ({ ...filters.query, ...(grouped() ? grouping.query : {}) });

const filters = new Filters(() => (grouped() ? 'worst' : 'name'), async (poll) => {
  paintStanding();
  paintGrouping();
  standing.look({ group: filters.groups.join() });
  const read = list.narrow(narrowing(), poll);
  follow.settle();
  await read;
  sayFound();
});

/** The list stands together otherwise. */
async function regroup() {
  paintGrouping();
  const read = list.narrow(narrowing());
  follow.settle();
  await read;
}

/** Groups are opened and closed: the place on the page and the focus stay. */
async function fold(undo) {
  follow.settle();
  try {
    await list.fold(narrowing());
  } catch (trouble) {
    look.wish(undo());
    list.begin(narrowing());
    toasts.fail(trouble);
  }
}

function paintGrouping() {
  section.toggleAttribute('data-grouped', grouped());
  sort.paint(filters.order);
  groupMenu.paint();
}
keyHelpIn(byId('keys'), byId('keys-open'));
const sort = new SortMenu(byId('sort'), (order) => filters.sort(order));
const groupMenu = new GroupMenu(byId('group-menu'), { texts, format, groups, grouping, filters, itemTemplate: byId('group-item'), chip: byId('group-chip') });
const strip = new IssuesStrip(byId('strip'), {
  texts, format, template: byId('chip'), filters, clear: byId('strip-clear'),
  // The chips count all devices: of a slice they would promise more than it has. It belongs to the same step.
  onChosen: () => filters.byState && slice.choose(''),
});
const look = new DeviceLook(section, {
  columns: byId('columns'), density: byId('density'), texts, format, announcer,
  onChange: () => popover.close(false),
  onRead: ({ grouped: on, closed }) => grouping.take(on, closed) && regroup(),
});

/** Whether the portal is there, as far as the page knows: nothing is asked of one that is away but for its line. */
function heardOf() {
  return !['reconnecting', 'stale', 'over'].includes(pulse.state);
}

/** The popover gives way: the focus comes back to what had opened it when the report is closed. */
function showReport(job) {
  popover.close(true);
  report.open(job);
}

/** The words and groups of the last answer; null before the first. */
let stoodFor = null;
const standing = new Standing(({ found, all }) => {
  paintStanding();
  pulseCard.compare(all?.needing);
  // The first answer for these words is as old as the list that they have found.
  const wanted = JSON.stringify([list.query, filters.groups]);
  if (found && stoodFor !== wanted) {
    stoodFor = wanted;
    follow.settle();
  } else follow.look();
}, heardOf);

/** The list shows what the verdict counts, all of it and nothing else. */
const showsIssues = () => filters.issues && filters.groups.length === 0 && !list.query && !slice.chosen;

const verdict = new FleetVerdict(byId('verdict'), {
  texts, format, clock,
  onAct: () => {
    const all = showsIssues();
    slice.choose('');
    search.look('');
    filters.allIssues(!all);
  },
  onLook: (device) => ways.look(device),
  onRetry: () => standing.read(),
});

const toasts = new Toasts(byId('toasts'), byId('toast'), texts);

const groupPicker = new GroupPicker(byId('group-picker'), { groups, texts, template: byId('group-option') });
new GroupDrawer(byId('group-drawer'), {
  groups, texts, format, toasts, backdrop: byId('group-backdrop'), button: byId('groups-open'), kept: [byId('toasts'), byId('announce')],
  rowTemplate: byId('group-row'), formTemplate: byId('group-form'), choiceTemplate: byId('group-choice'),
});

const pulseCard = new PulseCard(byId('pulse'), {
  texts, format, clock, fleet, announcer, toasts, ready: heardOf, words: search.words,
  onClear: () => search.clear(),
  onEvidence: (job) => ways.showEvidence(job),
  onDevice: (device) => ways.look(device),
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
  wall?.paint();
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

const ways = new DeviceWays({ list, slice, filters, search }, { ...context, toasts });

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
    const byState = filters.any || grouped() || !/name$/.test(filters.order);
    return JSON.stringify([fleet.doubts, byState && fleet.turns, found && (byState ? [found.counts, found.snoozed] : unheard(found)), usage.mark]);
  },
  // What belongs to a row must not lose it.
  busy: () => Boolean(popover.source?.deviceId) || drop.dragging(),
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

/** Somebody has made, changed or filled a group: names come first, so that no head is without. */
function groupsChanged(t) {
  groupsRead.soon();
  list.reloadSoon(500);
  if (filters.groups.length > 0) standing.soon(t);
}

/** List, cards and verdict are told. */
function hear(message) {
  const result = list.apply(message);
  usage.hear(message, result);
  pulseCard.hear(message);
  report.hear(message);
  if (message.kind === 'groups') groupsChanged(message.t);
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
      groupsRead.soon();
    }
  }
  lookAgain(message.scope);
});
document.addEventListener('submit', () => pulse.stop());
pulse.addEventListener('state', () => {
  if (!heardOf()) return;
  standing.resume();
  pulseCard.resume();
  groupsRead.resume();
});
pulse.addEventListener('shut', ({ detail: status }) => leaveIfShut(status));

const picking = pickIn({
  selection, list, toasts, rows: views.list, all: byId('pick-all'),
  free: () => !wall?.on && !popover.source && !document.querySelector('dialog[open], .side.is-open, .drawer:not([hidden])'),
});
openWhereAsked(views.list, context, picking.extend);
/** Whoever chose in a popover that is gone is at the box of its device. */
const boxOf = (id) => list.row(id)?.element.querySelector('.pick input') ?? byId('pick-all');
const moves = new GroupMoves({
  groups, selection, deviceOf: (id) => fleet.devices.get(id) ?? pickBar.known(id), toasts, texts, format, picker: groupPicker, rows: views.list, free: picking.free, giveBack: boxOf,
  onMove: (ids) => {
    list.touch(ids);
    list.reloadSoon(500);
  },
});
const drop = dropOnGroups(views.list, { selection, fleet, groups, moves, ghost: byId('drag-ghost'), texts, format });
headsIn(views.list, { grouping, filters, list, selection, toasts });
groups.watch(({ kind }) => {
  if (kind !== 'groups') return;
  if (groups.known && !groups.trouble) grouping.forgetBut(groups.all.map((group) => group.id));
  list.paintGroups();
});
const pickBar = new PickBar(byId('picked'), {
  selection, fleet, texts, format, clock, toasts, said: byId('picked-said'),
  onSnooze: (...wish) => pulseCard.snoozeDevices(...wish),
  onPickAll: picking.pickAll,
  onGroup: groups.may ? (button, ids) => moves.ask(button, ids) : null,
  giveBack: (id) => boxOf(id).focus({ preventScroll: true }),
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
paintGrouping();
paintStanding();
standing.look({ q: search.words, group: filters.groups.join() });
standing.read();
tick();
setInterval(() => document.hidden || tick(), 10_000);
document.addEventListener('visibilitychange', () => document.hidden || tick());

live.paint();
grouping.search(search.words);
list.begin(narrowing());
const listed = list.choose(slice.chosen, search.words).then(() => follow.settle());
usage.read();
groupsRead.now(false);
// The look may show it by group, and without some columns.
Promise.allSettled([listed, look.read()]).then(() => ways.arrive());
pulse.start();
wall = new Wall(byId('wall'), byId('wall-bar'), { filters, search, slice, texts, format, announcer, turns: () => turnsOf({ groups, standing, format }), nameOf: groupMenu.names, standing, reshape: () => grouping.on && regroup(), ready: heardOf });
keepWhenShut(() => wall.shut());
