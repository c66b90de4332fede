/** Calls of the portal's own JSON interface. */

/** An answer that was not what was asked for. `detail` is fit for a customer; `reference` is in the log too. */
export class ApiError extends Error {
  constructor(status, problem = {}) {
    super(problem.detail || `HTTP ${status}`);
    this.status = status;
    this.code = problem.code ?? '';
    this.detail = problem.detail ?? '';
    this.reference = problem.reference ?? '';
  }
}

/** Which client this page was made for: when another tab has chosen another, the server refuses instead of mixing the two. */
export function ofThisClient(headers) {
  const client = document.documentElement.dataset.client;
  return client ? { ...headers, 'X-EB-Client': client } : headers;
}

const root = () => document.documentElement.dataset.context ?? '';

export function apiUrl(path, query = {}) {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
  return `${root()}/api${path}${search.size ? `?${search}` : ''}`;
}

/** Signed out meanwhile: to the door, and back here afterwards. No client chosen, or another one in another tab: to the chooser. Anything else is the caller's. */
export function leaveIfShut(status) {
  const here = location.pathname.slice(root().length) + location.search;
  if (status === 401) location.assign(`${root()}/signin?ended=1&next=${encodeURIComponent(here)}`);
  else if (status === 409) location.assign(`${root()}/choose`);
  else return false;
  return true;
}

export async function getJson(path, query, { signal } = {}) {
  let answer;
  try {
    answer = await fetch(apiUrl(path, query), { signal, headers: ofThisClient({ Accept: 'application/json' }), credentials: 'same-origin', cache: 'no-store' });
  } catch (trouble) {
    if (trouble.name === 'AbortError') throw trouble;
    throw new ApiError(0);
  }
  if (answer.ok) return answer.json();
  leaveIfShut(answer.status);
  throw new ApiError(answer.status, await answer.json().catch(() => ({})));
}

let csrf;

/** What a write must repeat; asked for once. */
function token() {
  csrf ??= getJson('/session').then(
    (session) => session.csrf,
    (trouble) => {
      csrf = undefined;
      throw trouble;
    },
  );
  return csrf;
}

/** A write without a body. @returns the answer's JSON, or null when it has none */
export async function send(method, path) {
  const headers = ofThisClient({ Accept: 'application/json', 'X-EB-CSRF': await token() });
  let answer;
  try {
    answer = await fetch(apiUrl(path), { method, headers, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw new ApiError(0);
  }
  if (answer.ok) return answer.status === 200 ? answer.json() : null;
  // Perhaps signed in anew in another tab: the next write asks again.
  if (answer.status === 403) csrf = undefined;
  leaveIfShut(answer.status);
  throw new ApiError(answer.status, await answer.json().catch(() => ({})));
}
