import { colour, icon, partsOf, show, write } from './dom.js';
import { cycleWord, stateLook, stateWord } from './cycles.js';
import { initials } from './initials.js';
import { cents } from './money.js';
import { ServiceVerdict } from './serviceVerdict.js';

/** Whose service it is and what it costs now; and, in one sentence, what is the matter with it. */
export class ServiceHead {
  #p;
  #context;
  #verdict;

  /** @param context {texts, format, money, draft, asOf, onBillUsed()} */
  constructor(root, context) {
    this.#p = partsOf(root);
    this.#context = context;
    this.#verdict = new ServiceVerdict(this.#p, context);
  }

  paint() {
    const { texts, format, money, draft, asOf } = this.#context;
    const { service, as_of: at, pending } = draft.answer;
    const p = this.#p;
    const { client } = service;
    show(p.head, true);
    show(p.crumb, true);
    write(p.crumbClient, client.name);
    p.crumbClient.href = `services?${new URLSearchParams({ q: client.name })}`;
    write(p.initials, initials(client.name));
    write(p.client, client.name);
    const { look, icon: drawing } = stateLook(service.status);
    colour(p.statusTag, look);
    icon(p.statusIcon, drawing);
    write(p.status, stateWord(texts, service.status));
    write(p.account, texts.say(service.profile ? 'service.account' : 'service.accountAlone', { account: service.account || '–', profile: service.profile ?? '', client: client.id }));
    write(p.product, service.product.name);
    write(p.cycle, cycleWord(texts, service.cycle));
    write(p.currency, service.currency.code);
    write(p.nextDue, service.next_due ? format.calendarDate(service.next_due) : '–');
    write(p.amount, money.show(cents(service.amount)));
    write(p.code, service.currency.code);
    write(partsOf(asOf).word, texts.say('service.asOf', { time: format.time(at / 1000) }));
    show(asOf, true);
    show(p.pending, pending !== null);
    if (pending) write(p.pendingThen, texts.say('service.pendingThen', { who: pending.by, time: format.moment(pending.at / 1000, Date.now() / 1000) }));
    this.#verdict.paint();
  }
}
