import { failKey } from './failKey.js';

const BY_CODE = {
  'whmcs-unavailable': 'service.fail.whmcs',
  'commit-pending': 'service.fail.pending',
  'undo-conflict': 'service.fail.undo',
  'not-renewing': 'service.fail.notRenewing',
  'amount-not-taken': 'service.fail.notTaken',
};

/**
 * Why something about a service was not done, in the reader's language, and what the log knows it by.
 *
 * @param then what it means for the reader
 */
export function troubleWords(texts, trouble, then = '') {
  const key = BY_CODE[trouble.code] ?? failKey(trouble);
  const own = trouble.status >= 400 && trouble.status < 500 && key === 'ops.fail.ours' && trouble.detail;
  const words = [own || texts.say(key), then];
  if (trouble.reference) words.push(texts.say('ops.fail.reference', { reference: trouble.reference }));
  return words.filter(Boolean).join(' ');
}

/** Why one of several things was refused. A code that is newer than this page has the server's own sentence. */
export function refusalWords(texts, { code, detail }) {
  const key = `service.refused.${code}`;
  return texts.has(key) ? texts.say(key) : detail;
}
