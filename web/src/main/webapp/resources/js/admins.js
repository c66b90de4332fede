import { Announcer } from './announcer.js';
import { getJson, send } from './api.js';
import { confirmIn } from './confirm.js';
import { arrange, colour, icon, partsOf, show, write } from './dom.js';
import { Format } from './format.js';
import { LiveMark } from './liveMark.js';
import { Poll } from './poll.js';
import { Toasts } from './toasts.js';
import { pageTexts } from './texts.js';

/** The page "Administrators": who there is, who is invited, and what may be done about it. */

const EVERY = 4_000;
const byId = (id) => document.getElementById(id);
const texts = pageTexts();
const format = new Format(texts, document.documentElement.lang, Intl.DateTimeFormat().resolvedOptions().timeZone);
const announcer = new Announcer(byId('announce'), texts);
const toasts = new Toasts(byId('toasts'), byId('toast'), texts);
const confirm = confirmIn(byId('confirm'));
const poll = new Poll((signal) => getJson('/admin/admins', {}, { signal, poll: true }), EVERY);
const live = new LiveMark(document, poll, { texts, format, announcer, title: 'admins.live' });
const admins = new Map();
const invites = new Map();
const roleWord = (role) => (['support', 'billing', 'operations', 'super'].includes(role) ? texts.say(`admins.role.${role}`) : role);

/** Does something, says so, and looks at once what came of it. What cannot be done is said in the portal's own sentence. */
async function act(work, said) {
  try {
    const answer = await work();
    if (said) toasts.say(said, 'success');
    poll.soon();
    return answer;
  } catch (trouble) {
    if (trouble.status === 409 && trouble.detail) toasts.say(trouble.detail, 'error');
    else toasts.fail(trouble);
    return null;
  }
}

function status(element, use, word, state, name, text) {
  colour(element, state);
  icon(use, name);
  write(word, text);
}

function rowOf(rows, template, id, bind) {
  if (!rows.has(id)) {
    const element = byId(template).content.firstElementChild.cloneNode(true);
    const row = { element, parts: partsOf(element), item: null };
    bind(row);
    rows.set(id, row);
  }
  return rows.get(id);
}

function paintAdmin(admin) {
  const row = rowOf(admins, 'admin-row', admin.id, (made) => made.parts.manage.addEventListener('click', () => manage(made.item)));
  row.item = admin;
  const p = row.parts;
  row.element.dataset.email = admin.email;
  write(p.name, admin.name);
  write(p.email, admin.email);
  write(p.role, roleWord(admin.role));
  const on = admin.second_factor;
  status(p.factor, p.factorIcon, p.factorWord, on ? 'success' : 'unknown', on ? 'success' : 'skipped', texts.say(on ? 'admins.factor.on' : 'admins.factor.off'));
  write(p.seen, admin.seen ? format.full(admin.seen) : texts.say('admins.never'));
  const look = admin.disabled ? 'disabled' : admin.must_change ? 'first' : 'active';
  status(p.state, p.stateIcon, p.stateWord, { disabled: 'error', first: 'warning', active: 'success' }[look], { disabled: 'cancelled', first: 'warning', active: 'success' }[look], texts.say(`admins.state.${look}`));
  p.manage.setAttribute('aria-label', texts.say('admins.manageOf', { name: admin.name }));
  show(p.manage, !admin.self);
  show(p.self, admin.self);
  return row.element;
}

const dialog = byId('manage');
let managed = null;
dialog.querySelector('[data-part="close"]').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());

function manage(admin) {
  managed = admin;
  write(byId('manage-title'), `${admin.name} · ${admin.email}`);
  byId('manage-role').value = admin.role;
  const button = (name) => dialog.querySelector(`[data-act="${name}"]`);
  show(button('disable'), !admin.disabled);
  show(button('enable'), admin.disabled);
  show(button('reset-second-factor'), admin.second_factor);
  dialog.showModal();
}

for (const button of dialog.querySelectorAll('[data-act]')) button.addEventListener('click', () => change(managed, button.dataset.act, byId('manage-role').value));

async function change(admin, what, role) {
  dialog.close();
  const names = { name: admin.name, role: roleWord(role) };
  const sure = await confirm({
    title: texts.say(`admins.ask.${what}`, names),
    text: texts.say(what === 'enable' ? 'admins.ask.enableText' : 'admins.ask.text', names),
    action: texts.say(`admins.yes.${what}`),
    danger: what === 'disable',
  });
  if (!sure) return;
  const path = `/admin/admins/${admin.id}`;
  await act(() => (what === 'role' ? send('PUT', `${path}/role`, { role }) : send('POST', `${path}/${what}`)), texts.say(`admins.done.${what}`, names));
}

function paintInvite(invite) {
  const row = rowOf(invites, 'invite-row', invite.id, (made) => {
    made.parts.again.addEventListener('click', () => again(made.item));
    made.parts.revoke.addEventListener('click', () => revoke(made.item));
  });
  row.item = invite;
  const p = row.parts;
  row.element.dataset.email = invite.email;
  write(p.email, invite.email);
  write(p.role, roleWord(invite.role));
  write(p.by, invite.by);
  const time = format.full(invite.expires);
  write(p.until, invite.over ? texts.say('admins.over', { time }) : time);
  show(p.mail, invite.waits_since !== null);
  write(p.mail, invite.waits_since === null ? '' : texts.say('admins.mailWaits', { time: format.full(invite.waits_since) }));
  p.again.setAttribute('aria-label', texts.say('admins.againOf', { email: invite.email }));
  p.revoke.setAttribute('aria-label', texts.say('admins.revokeOf', { email: invite.email }));
  return row.element;
}

async function again(invite) {
  const sure = await confirm({ title: texts.say('admins.ask.again', invite), text: texts.say('admins.ask.againText'), action: texts.say('admins.yes.again') });
  if (sure) tell(await act(() => send('POST', `/admin/admins/invites/${invite.id}/resend`)));
}

async function revoke(invite) {
  const sure = await confirm({ title: texts.say('admins.ask.revoke', invite), text: texts.say('admins.ask.revokeText'), action: texts.say('admins.yes.revoke'), danger: true });
  if (!sure) return;
  await act(() => send('DELETE', `/admin/admins/invites/${invite.id}`), texts.say('admins.done.revoke', invite));
  byId('invites-title').focus();
}

/** Where the mail goes, or the link itself where none can be sent. */
const link = partsOf(byId('link'));
function tell(invited) {
  if (!invited) return;
  show(byId('link'), !invited.mailed);
  if (invited.mailed) {
    toasts.say(texts.say('admins.done.invite', { email: invited.email }), 'success');
    return;
  }
  write(link.for, invited.email);
  write(link.link, new URL(invited.link, location.origin).href);
  link.link.focus();
}
link.copy.addEventListener('click', async () => {
  await navigator.clipboard?.writeText(link.link.textContent);
  toasts.say(texts.say('admins.done.copy'), 'success');
});
link.close.addEventListener('click', () => {
  write(link.link, '');
  show(byId('link'), false);
  byId('invite-email').focus();
});

const problem = byId('invite-problem');
byId('invite').addEventListener('submit', async (event) => {
  event.preventDefault();
  const email = byId('invite-email');
  const role = byId('invite-role').value;
  show(problem, false);
  email.removeAttribute('aria-invalid');
  const sure = await confirm({ title: texts.say('admins.ask.invite', { email: email.value }), text: texts.say('admins.ask.inviteText', { role: roleWord(role) }), action: texts.say('admins.yes.invite') });
  if (!sure) return;
  try {
    tell(await send('POST', '/admin/admins/invites', { email: email.value, role }));
    email.value = '';
    poll.soon();
  } catch (trouble) {
    if (trouble.status !== 400 && trouble.status !== 409) {
      toasts.fail(trouble);
      return;
    }
    write(problem, texts.say(trouble.status === 409 ? 'admins.already' : 'admins.badAddress'));
    show(problem, true);
    email.setAttribute('aria-invalid', 'true');
    email.focus();
  }
});

function forget(rows, items) {
  const there = new Set(items.map((item) => item.id));
  for (const id of [...rows.keys()]) if (!there.has(id)) rows.delete(id);
}

poll.addEventListener('answer', ({ detail: answer }) => {
  arrange(byId('admins'), answer.admins.map(paintAdmin));
  arrange(byId('invites'), answer.invites.map(paintInvite));
  forget(admins, answer.admins);
  forget(invites, answer.invites);
  show(byId('invites-card'), answer.invites.length > 0);
  show(byId('no-mail'), answer.mail_missing.length > 0);
  if (answer.mail_missing.length) write(byId('no-mail').querySelector('[data-part="why"]'), texts.say('admins.noMail', { settings: answer.mail_missing.join(', ') }));
});

live.paint();
poll.start();
