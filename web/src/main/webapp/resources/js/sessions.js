import { send } from './api.js';
import { partsOf, show, title, write } from './dom.js';
import { polledPage } from './polledPage.js';
import { PolledTable } from './polledTable.js';

/** The page "Sessions": where the reader is signed in, and how that ends. */

const EVERY = 5_000;
/** Seen is written every half minute: less is no news, s. */
const JUST = 60;
const page = polledPage('/sessions', EVERY);
const { byId, texts, format, clock, toasts, confirm, poll, act } = page;
const others = byId('end-others');

function nameOf({ browser, system }) {
  if (browser && system) return texts.say('sessions.on', { browser, system });
  return browser || system || texts.say('sessions.unknown');
}

class SessionRow {
  #session;

  constructor() {
    this.elements = [...byId('session-row').content.cloneNode(true).children];
    this.parts = partsOf(...this.elements);
    this.parts.end.addEventListener('click', () => this.#end());
  }

  paint(session) {
    this.#session = session;
    const p = this.parts;
    const now = clock.now();
    this.elements[0].dataset.id = session.id;
    write(p.where, nameOf(session));
    show(p.current, session.current);
    write(p.agent, session.agent);
    title(p.agent, session.agent);
    write(p.address, session.address);
    write(p.began, format.full(session.began));
    write(p.seen, session.current || now - session.seen < JUST ? texts.say('sessions.now') : texts.say('account.ago', { span: format.age(now - session.seen) }));
    title(p.seen, format.full(session.seen));
    write(p.by, texts.say(session.by === 'provider' ? 'sessions.byProvider' : 'sessions.byPassword'));
    show(p.end, !session.current);
    p.end.setAttribute('aria-label', texts.say('sessions.endOf', { name: nameOf(session), time: format.full(session.began) }));
  }

  async #end() {
    const session = this.#session;
    const sure = await confirm({
      title: texts.say('sessions.end.title', { name: nameOf(session) }),
      text: texts.say('sessions.end.text', { address: session.address }),
      action: texts.say('sessions.end.yes'),
      danger: true,
    });
    if (!sure) return;
    await act(this.parts.end, async () => {
      await send('DELETE', `/sessions/${encodeURIComponent(session.id)}`);
      toasts.say(texts.say('sessions.ended'), 'success');
    });
  }
}

others.addEventListener('click', async () => {
  const sure = await confirm({
    title: texts.say('sessions.others.title'),
    text: texts.say('sessions.others.text'),
    action: texts.say('sessions.others.yes'),
    danger: true,
  });
  if (!sure) return;
  await act(others, async () => {
    const { ended } = await send('DELETE', '/sessions');
    toasts.say(texts.count('sessions.othersEnded', ended, { n: format.number(ended) }), 'success');
    byId('sessions-title').focus();
  });
});

poll.addEventListener('answer', ({ detail: { items } }) => {
  show(others, items.some((session) => !session.current));
});
new PolledTable(byId('sessions'), { poll, texts, make: () => new SessionRow(), emptyText: () => texts.say('sessions.none') });

page.start();
