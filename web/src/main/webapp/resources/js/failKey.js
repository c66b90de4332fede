const BY_STATUS = { 0: 'ops.fail.silent', 403: 'ops.fail.forbidden', 404: 'ops.fail.gone', 503: 'ops.fail.database' };

/**
 * Which sentence says why something was not done, or that nobody knows whether it was.
 *
 * @param own sentences of this place, by status
 */
export function failKey(trouble, own = {}) {
  if (trouble.code === 'end-unknown') return 'ops.fail.unknown';
  return own[trouble.status] ?? BY_STATUS[trouble.status] ?? 'ops.fail.ours';
}
