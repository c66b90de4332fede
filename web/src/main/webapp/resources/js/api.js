/** Calls of the portal's own JSON interface. */

/** An answer that was not what was asked for. `detail` is fit for a customer; `reference` is in the log too. */
export class ApiError extends Error {
  constructor(status, problem = {}) {
    super(problem.detail || `HTTP ${status}`);
    this.status = status;
    this.code = problem.code ?? '';
    this.detail = problem.detail ?? '';
    this.reference = problem.reference ?? '';
    /** All that the server has said about it. */
    this.problem = problem;
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

/** While it is decided where the page goes: resolves when it stays after all. */
let going = null;
let stay = null;
/** Ends the reads that are on their way when the page leaves. */
let reads = new AbortController();

/**
 * From now on the page asks for nothing more, what it has asked for is not waited for, and what is refused leads nowhere: whoever calls
 * this knows where the page goes. With false the page stays after all, and what was asked for meanwhile is asked now.
 */
export function bind(decided) {
  if (decided === Boolean(going)) return;
  if (decided) {
    going = new Promise((resolve) => (stay = resolve));
    reads.abort();
    return;
  }
  going = null;
  reads = new AbortController();
  stay();
}

/** Where somebody signs in again, to come back here. */
export function door() {
  const here = location.pathname.slice(root().length) + location.search;
  return `${root()}/signin?ended=1&next=${encodeURIComponent(here)}`;
}

let keeps = () => false;

/** @param keeper told when the session is over. @returns whether the page stays all the same, with what it shows */
export function keepWhenShut(keeper) {
  keeps = keeper;
}

/** Signed out meanwhile: to the door, and back here afterwards. No client chosen, or another one in another tab: to the chooser. Anything else is the caller's. */
export function leaveIfShut(status) {
  if (going) return true;
  if (status === 401 && keeps()) bind(true);
  else if (status === 401) location.assign(door());
  else if (status === 409) location.assign(`${root()}/choose`);
  else return false;
  return true;
}

/** Marks what a timer or the server's news asks for and no person: it does not keep the session alive. */
export function polled(headers) {
  return { ...headers, 'X-EB-Poll': '1' };
}

/**
 * @param options.poll whether nobody has asked for this but the page itself
 * @param options.leaving whether the page needs it in order to leave
 */
export async function getJson(path, query, { signal, poll = false, leaving = false } = {}) {
  const accept = ofThisClient({ Accept: 'application/json' });
  const ask = { headers: poll ? polled(accept) : accept, credentials: 'same-origin', cache: 'no-store' };
  for (;;) {
    if (!leaving) await going;
    const ended = leaving ? undefined : reads.signal;
    try {
      return await answerOf(await fetch(apiUrl(path, query), { ...ask, signal: signal && ended ? AbortSignal.any([signal, ended]) : (signal ?? ended) }));
    } catch (trouble) {
      if (ended?.aborted && !signal?.aborted) continue;
      if (trouble instanceof ApiError || trouble.name === 'AbortError') throw trouble;
      throw new ApiError(0);
    }
  }
}

async function answerOf(answer) {
  if (answer.ok) return answer.json();
  leaveIfShut(answer.status);
  throw new ApiError(answer.status, await answer.json().catch(() => ({})));
}

let csrf;

/** What a write must repeat; asked for once. */
function token() {
  csrf ??= getJson('/session', {}, { leaving: true }).then(
    (session) => session.csrf,
    (trouble) => {
      csrf = undefined;
      throw trouble;
    },
  );
  return csrf;
}

/**
 * A write.
 *
 * @param body what is sent as JSON; nothing when it is left out
 * @param stays whether a conflict is the caller's to tell, and no reason to leave
 * @returns the answer's JSON, or null when it has none
 */
export async function send(method, path, body, { stays = false } = {}) {
  const headers = ofThisClient({ Accept: 'application/json', 'X-EB-CSRF': await token() });
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(apiUrl(path), { method, headers, body: body && JSON.stringify(body), credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw new ApiError(0);
  }
  if (answer.ok) return answer.headers.get('Content-Type')?.includes('json') ? answer.json() : null;
  // Perhaps signed in anew in another tab: the next write asks again.
  if (answer.status === 403) csrf = undefined;
  if (!(stays && answer.status === 409)) leaveIfShut(answer.status);
  throw new ApiError(answer.status, await answer.json().catch(() => ({})));
}
