import { colour, icon, show, title, write } from './dom.js';

const REPORTS = { on: ['success', 'mail'], off: ['unknown', 'off'] };
/** From this share of its quota on a user has little left. */
const LITTLE_LEFT = 0.9;

/** One line of the list of users. */
export function paintUser(p, user, { texts, format }) {
  write(p.username, user.username);
  title(p.username, user.username);
  name(p.account, user.account_name);
  addresses(p.email, user.emails);
  reports(p, user.email_reports, texts);
  for (const count of ['devices', 'items', 'vaults']) number(p[count], user[count], format);
  number(p.hyperv, user.hyperv_guests, format);
  number(p.vmware, user.vmware_guests, format);
  number(p.proxmox, user.proxmox_guests, format);
  write(p.storage, format.size(user.storage_bytes));
  office(p, user, texts, format);
}

function name(element, text) {
  write(element, text || '–');
  title(element, text);
  element.classList.toggle('muted', !text);
}

/** Each on a line of its own: neither a keyboard nor a finger reaches a tooltip. */
function addresses(element, emails) {
  const many = emails.length > 1;
  element.classList.toggle('addresses', many);
  if (!many) {
    name(element, emails[0] ?? '');
    return;
  }
  element.replaceChildren(
    ...emails.map((email) => {
      const line = document.createElement('span');
      line.textContent = email;
      return line;
    }),
  );
}

function number(element, value, format) {
  write(element, format.number(value));
  element.classList.toggle('muted', value === 0);
}

function reports(p, state, texts) {
  const [look, drawing] = REPORTS[state] ?? ['', ''];
  colour(p.status, look);
  p.status.classList.toggle('muted', !look);
  p.icon.parentElement.toggleAttribute('hidden', !drawing);
  if (drawing) icon(p.icon, drawing);
  write(p.reports, texts.say(`users.reports.${state}`));
}

/** What is used, and of how many. A quota of 0 is none; null is one that nobody knows yet. */
function office(p, user, texts, format) {
  const { m365_accounts: used, m365_quota: quota, m365_over: over } = user;
  const limited = quota !== null && quota > 0;
  show(p.meter, limited);
  p.over.toggleAttribute('hidden', !over);
  p.quota.classList.toggle('quota--over', over);
  write(p.overWords, over ? texts.say('users.over') : '');
  show(p.accounts, limited || used > 0);
  if (!limited && used === 0) write(p.of, texts.say('users.m365.none'));
  else if (limited) write(p.of, texts.say('users.m365.of', { quota: format.number(quota) }));
  else write(p.of, texts.say(quota === null ? 'users.m365.unknown' : 'users.m365.unlimited'));
  write(p.accounts, format.number(used));
  if (!limited) return;
  const share = used / quota;
  colour(p.meter, over ? 'error' : share >= LITTLE_LEFT ? 'warning' : 'success');
  p.meter.style.setProperty('--share', Math.min(1, share).toFixed(3));
}
