import { colour, fill, icon, show, title, write } from './dom.js';

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
  officeUse(p, user, texts, format);
  officeQuota(p.quota, user.m365_quota, texts, format);
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
  const lines = emails.map((email) => {
    const line = document.createElement('span');
    line.textContent = email;
    return line;
  });
  fill(element, lines);
  title(element, '');
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

/** How many accounts are protected, and where there is a quota how much of it that is. */
function officeUse(p, { m365_accounts: used, m365_quota: quota, m365_over: over }, texts, format) {
  const limited = quota > 0;
  number(p.accounts, used, format);
  show(p.meter, limited);
  p.over.toggleAttribute('hidden', !over);
  p.use.classList.toggle('quota--over', over);
  write(p.overWords, over ? texts.say('users.over') : '');
  if (!limited) return;
  const share = used / quota;
  colour(p.meter, over ? 'error' : share >= LITTLE_LEFT ? 'warning' : 'success');
  p.meter.style.setProperty('--share', Math.min(1, share).toFixed(3));
}

/** A quota of 0 is none; null is one that nobody knows yet. */
function officeQuota(element, quota, texts, format) {
  const words = quota === null ? texts.say('users.m365.unknown') : texts.say('users.m365.unlimited');
  write(element, quota > 0 ? format.number(quota) : words);
  element.classList.toggle('muted', !quota);
}
