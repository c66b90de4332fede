/** So much work in one go, ms. */
const TURN = 8;

/**
 * Reads server-sent events from a streamed answer.
 *
 * Not the browser's EventSource: that hides comment lines, which are the sign that the line is alive, and the status of a refused
 * answer, which tells "signed out" from "server away"; and it cannot send Last-Event-ID on a connection of our choosing.
 */
export class EventParser {
  #rest = '';
  #data = [];
  #id = null;
  #onEvent;

  constructor(onEvent) {
    this.#onEvent = onEvent;
  }

  /** Takes the next piece of text, wherever it was cut. */
  push(text) {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    for (const line of lines) this.#line(line);
  }

  #line(line) {
    if (line === '') {
      if (this.#data.length) this.#onEvent({ data: this.#data.join('\n'), id: this.#id });
      this.#data = [];
      this.#id = null;
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.#data.push(value);
    else if (name === 'id') this.#id = value;
  }
}

/**
 * Opens the stream and reads it to its end.
 *
 * @param options.headers more headers of the request
 * @param options.onOpen called once when the server has said yes
 * @param options.onBytes called for every piece that arrives, comments too
 * @param options.onEvent called with {data, id}
 * @returns the HTTP status; 0 when the server could not be reached or the line broke
 */
export async function readEvents(url, { signal, lastId, headers: more, onOpen, onBytes, onEvent, fetcher = fetch }) {
  let answer;
  try {
    const headers = { ...more, Accept: 'text/event-stream' };
    if (lastId) headers['Last-Event-ID'] = lastId;
    answer = await fetcher(url, { headers, signal, credentials: 'same-origin', cache: 'no-store' });
    if (!answer.ok || !answer.body) return answer.status;
    onOpen();
    const come = [];
    const parser = new EventParser((event) => come.push(event));
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return answer.status;
      onBytes();
      parser.push(value);
      await tell(come, onEvent, signal);
    }
  } catch {
    return 0;
  }
}

/** In their order, and with pauses: one piece may hold hundreds, and whoever presses a key meanwhile must not wait for all of them. */
async function tell(events, onEvent, signal) {
  let from = performance.now();
  for (const event of events.splice(0)) {
    if (signal?.aborted) return;
    onEvent(event);
    if (performance.now() - from < TURN) continue;
    await pause();
    from = performance.now();
  }
}

/** Lets the browser do what waits; unlike a timer, also at once where nothing does. */
function pause() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), done());
    port2.postMessage(null);
  });
}
