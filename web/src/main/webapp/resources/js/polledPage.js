import { Announcer } from './announcer.js';
import { getJson } from './api.js';
import { Clock } from './clock.js';
import { confirmIn } from './confirm.js';
import { Format } from './format.js';
import { LiveMark } from './liveMark.js';
import { Poll } from './poll.js';
import { pageTexts } from './texts.js';
import { Toasts } from './toasts.js';

/** What a page is made of whose list is asked for every few seconds: words, clock, notices, questions, and how live it is. */
export function polledPage(path, every) {
  const byId = (id) => document.getElementById(id);
  const texts = pageTexts();
  const format = new Format(texts, document.documentElement.lang, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const clock = new Clock();
  const announcer = new Announcer(byId('announce'), texts);
  const toasts = new Toasts(byId('toasts'), byId('toast'), texts);
  const poll = new Poll((signal) => getJson(path, {}, { signal, poll: true }), every);
  const live = new LiveMark(document, poll, { texts, format, announcer, title: 'account.live' });
  poll.addEventListener('answer', ({ detail }) => clock.hear(detail.t));

  /** Does something once at a time; a disabled button would lose the focus, so it is only deaf meanwhile. */
  async function act(button, work) {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      await work();
    } catch (trouble) {
      toasts.fail(trouble);
    } finally {
      button.removeAttribute('aria-busy');
      poll.soon();
    }
  }

  return {
    byId,
    texts,
    format,
    clock,
    toasts,
    confirm: confirmIn(byId('confirm')),
    poll,
    act,
    start() {
      live.paint();
      poll.start();
    },
  };
}
