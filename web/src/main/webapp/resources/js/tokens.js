import { send } from './api.js';
import { partsOf, show, title, write } from './dom.js';
import { KeyMaking } from './keyMaking.js';
import { polledPage } from './polledPage.js';
import { PolledTable } from './polledTable.js';

/** The page "Keys for programs". */

const EVERY = 10_000;
const page = polledPage('/tokens', EVERY);
const { byId, texts, format, clock, toasts, confirm, poll, act } = page;
const wordOf = (scope) => (texts.has(`tokens.scope.${scope}`) ? texts.say(`tokens.scope.${scope}`) : scope);
const making = new KeyMaking(byId('make'), { texts, clock, template: byId('scope-choice'), wordOf, toasts, onMade: () => poll.soon() });

class KeyRow {
  #key;

  constructor() {
    this.elements = [...byId('token-row').content.cloneNode(true).children];
    this.parts = partsOf(...this.elements);
    this.parts.revoke.addEventListener('click', () => this.#revoke());
  }

  paint(key) {
    this.#key = key;
    const p = this.parts;
    const now = clock.now();
    this.elements[0].dataset.id = key.id;
    write(p.name, key.name);
    write(p.beginning, `${key.beginning}…`);
    write(p.scope, key.scope.map(wordOf).join(', '));
    write(p.made, format.dayLong(key.made));
    title(p.made, format.full(key.made));
    write(p.by, key.made_by);
    write(p.expires, format.full(key.expires));
    show(p.expired, key.state === 'expired');
    write(p.used, key.used === null ? texts.say('tokens.never') : texts.say('account.ago', { span: format.age(now - key.used) }));
    title(p.used, key.used === null ? '' : format.full(key.used));
    write(p.from, key.used_from);
    p.revoke.setAttribute('aria-label', texts.say('tokens.revokeOf', { name: key.name }));
  }

  async #revoke() {
    const key = this.#key;
    const sure = await confirm({
      title: texts.say('tokens.revoke.title', { name: key.name }),
      text: texts.say('tokens.revoke.text'),
      action: texts.say('tokens.revoke.yes'),
      danger: true,
    });
    if (!sure) return;
    await act(this.parts.revoke, async () => {
      await send('DELETE', `/tokens/${key.id}`);
      toasts.say(texts.say('tokens.revoked', { name: key.name }), 'success');
    });
  }
}

byId('new').addEventListener('click', () => making.open());
poll.addEventListener('answer', ({ detail }) => making.hear(detail));
new PolledTable(byId('tokens'), { poll, texts, make: () => new KeyRow(), emptyText: () => texts.say('tokens.none') });

page.start();
