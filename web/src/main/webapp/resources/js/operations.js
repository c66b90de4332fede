import { Alerts } from './alerts.js';
import { Announcer } from './announcer.js';
import { getJson, send } from './api.js';
import { Beats } from './beats.js';
import { CatchUps } from './catchUps.js';
import { Clock } from './clock.js';
import { confirmIn } from './confirm.js';
import { arrange, show, write } from './dom.js';
import { Format } from './format.js';
import { Jobs } from './jobs.js';
import { LiveMark } from './liveMark.js';
import { PastAlerts } from './pastAlerts.js';
import { Poll } from './poll.js';
import { Quarantine } from './quarantine.js';
import { Stalled } from './stalled.js';
import { StreamCard } from './streamCard.js';
import { Toasts } from './toasts.js';
import { Verdict } from './verdict.js';
import { pageTexts } from './texts.js';

/** The page "Operations": puts its parts together. */

const EVERY = 2_000;
const byId = (id) => document.getElementById(id);
const texts = pageTexts();
const format = new Format(texts, document.documentElement.lang, Intl.DateTimeFormat().resolvedOptions().timeZone);
const clock = new Clock();
const announcer = new Announcer(byId('announce'), texts);
const toasts = new Toasts(byId('toasts'), byId('toast'), texts);
const confirm = confirmIn(byId('confirm'));
const cards = new Map();
const nameOf = (profile) => cards.get(profile)?.stream.name ?? profile;
const base = { texts, format, clock, announcer, toasts, confirm, nameOf };

const poll = new Poll((signal) => getJson('/admin/operations', {}, { signal, poll: true }), EVERY);
const live = new LiveMark(document, poll, { texts, format, announcer, title: 'ops.live' });
const verdict = new Verdict(byId('verdict'), { ...base, onAct: connect });
const soon = () => poll.soon();
const alerts = new Alerts(byId('alerts'), { ...base, template: byId('alert-strip'), onChanged: soon });
const pastAlerts = new PastAlerts(byId('past'), { ...base, template: byId('past-alert-row') });
const beats = new Beats(byId('beats'), { ...base, template: byId('beat-line') });
const stalled = new Stalled(byId('stalled'), { ...base, template: byId('stalled-row'), lineTemplate: byId('run-line'), onChanged: soon });
const jobs = new Jobs(byId('jobs'), { ...base, template: byId('job-row'), stepTemplate: byId('job-step'), executionTemplate: byId('job-run'), onChanged: soon });
const catchUps = new CatchUps(byId('catchups'), { ...base, template: byId('catchup-row') });
const quarantine = new Quarantine(byId('quarantine'), { ...base, template: byId('frame-row'), onChanged: soon });
const card = { ...base, template: byId('stream-card'), tagTemplate: byId('reason-tag'), onConnect: connect, onAgain: again };

/** Asks for something, says so, and looks soon what comes of it. The button is deaf meanwhile, not disabled: it would lose the focus. */
async function ask(button, path, said) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  try {
    await send('POST', path);
    toasts.say(said, 'running');
    poll.soon();
  } catch (trouble) {
    toasts.fail(trouble);
  } finally {
    button.removeAttribute('aria-busy');
  }
}

function connect(stream, button) {
  return ask(button, `/admin/operations/streams/${encodeURIComponent(stream.profile)}/connect`, texts.say('ops.connect.asked', { server: stream.name }));
}

async function again(stream, button) {
  const sure = await confirm({
    title: texts.say('ops.again.title', { server: stream.name }),
    text: texts.say('ops.again.text'),
    action: texts.say('ops.again.yes'),
  });
  if (sure) await ask(button, `/admin/operations/streams/${encodeURIComponent(stream.profile)}/catch-up`, texts.say('ops.again.asked', { server: stream.name }));
}

poll.addEventListener('answer', ({ detail: answer }) => {
  clock.hear(answer.t);
  for (const stream of answer.streams) {
    if (!cards.has(stream.profile)) cards.set(stream.profile, new StreamCard(card));
    cards.get(stream.profile).paint(stream);
  }
  arrange(byId('feeds'), answer.streams.map((stream) => cards.get(stream.profile).element));
  beats.paint(answer.heartbeat ?? []);
  stalled.hear(answer.monitor ?? []);
  jobs.paint(answer.jobs);
  alerts.paint(answer.alerts, answer.streams);
  pastAlerts.hear(answer.alerts);
  mailNote(answer.mail_needs);
  verdict.paint(answer.streams, answer.quarantine.open, answer.jobs ?? []);
  quarantine.hear(answer.quarantine.open, answer.streams);
  catchUps.hear(answer.streams);
});

/** Operators who rely on mail must know that none comes. */
function mailNote(needs) {
  const note = byId('mail-note');
  show(note, needs.length > 0);
  write(note, needs.includes('EB_ALERT_MAIL') ? texts.say('ops.mail.off') : texts.say('ops.mail.needs', { needs: needs.join(', ') }));
}

/** The tables come after the first answer: it has the servers' names. Without one they come all the same. */
let begun = false;
function begin() {
  if (begun) return;
  begun = true;
  quarantine.start();
  catchUps.open();
  stalled.open();
  pastAlerts.open();
}
poll.addEventListener('answer', begin);
poll.addEventListener('state', begin);

live.paint();
poll.start();
