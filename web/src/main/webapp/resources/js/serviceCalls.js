import { getJson, send } from './api.js';

/** What can be asked of one service. A conflict is the page's to tell: it is no reason to leave. */
export function callsOf(id) {
  const path = `/admin/services/${encodeURIComponent(id)}/discounts`;
  const write = (method, place, body) => send(method, `${path}${place}`, body, { stays: true });
  return {
    read: (poll = false) => getJson(path, {}, { poll }),
    save: (discounts) => write('PUT', '', { discounts }),
    /** Saves nothing, whatever prices are laid over the saved ones. */
    recalculate: (asked) => write('POST', '/recalculate', asked),
    commit: (body) => write('POST', '/commit', body),
    history: (page, size) => getJson(`${path}/history`, { page, size }),
    undo: (entry, expected) => write('POST', `/history/${entry}/undo`, { expected_amount: expected }),
  };
}
