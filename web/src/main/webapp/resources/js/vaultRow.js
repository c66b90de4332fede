import { colour, icon, show, title, write } from './dom.js';

const LOOKS = {
  full: ['error', 'error'],
  nearly_full: ['warning', 'warning'],
  filling: ['warning', 'warning'],
  room: ['success', 'success'],
  empty: ['never', 'never'],
  locked: ['unknown', 'key'],
};
/** Below the first a meter is green, below the second amber, then red. */
const AMBER_FROM = 70;
const RED_FROM = 90;
const TEBIBYTE = 2 ** 40;

/** One line of the list of vaults. @param context {texts, format, now: the server's, Unix seconds, brand} */
export function paintVault(p, vault, { texts, format, now, brand }) {
  for (const [part, text] of [[p.username, vault.username], [p.name, vault.name], [p.type, vault.type_name]]) {
    write(part, text || '–');
    title(part, text);
  }
  write(p.stored, format.size(vault.stored_bytes));
  measured(p.measured, vault.measured_at, { texts, format, now });
  write(p.quota, vault.quota_bytes === null ? texts.say(vault.shared_quota ? 'vaults.quota.shared' : 'vaults.quota.none') : format.size(vault.quota_bytes));
  p.quota.classList.toggle('muted', vault.quota_bytes === null);
  usage(p, vault.percent, { texts, format });
  write(p.tier, vault.billing === 'tier' ? format.sizeIn(vault.billing_tier_tib, TEBIBYTE) : texts.say(`vaults.billing.${vault.billing}`));
  p.tier.classList.toggle('muted', vault.billing !== 'tier');
  const [look, drawing] = LOOKS[vault.state] ?? ['unknown', 'unknown'];
  colour(p.status, look);
  icon(p.icon, drawing);
  write(p.state, texts.say(`vaults.state.${vault.state}`));
  const note = vault.state === 'room' && vault.quota_bytes === null ? (vault.shared_quota ? 'vaults.note.shared' : 'vaults.note.unlimited') : `vaults.note.${vault.state}`;
  write(p.note, texts.has(note) ? texts.say(note, { brand }) : '');
}

function measured(element, at, { texts, format, now }) {
  write(element, at === null ? texts.say('vaults.measured.never') : texts.say('vaults.measured.ago', { age: format.age(now - at) }));
  title(element, at === null ? '' : format.full(at));
}

function usage(p, percent, { texts, format }) {
  show(p.usage, percent !== null);
  show(p.noUsage, percent === null);
  write(p.noUsageWords, texts.say('vaults.usage.none'));
  if (percent === null) return;
  colour(p.meter, percent < AMBER_FROM ? 'success' : percent < RED_FROM ? 'warning' : 'error');
  p.meter.style.setProperty('--share', Math.min(1, percent / 100).toFixed(2));
  write(p.percent, format.percent(percent / 100));
}
