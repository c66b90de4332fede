import { fill, partsOf, show, write } from './dom.js';
import { ListPage } from './listPage.js';
import { ListVerdict } from './listVerdict.js';
import { cents, Money } from './money.js';
import { cycleWord } from './cycles.js';
import { bold, sentence } from './sentence.js';
import { paintService } from './servicesRow.js';

/** The page "Services": puts its parts together. */
const byId = (id) => document.getElementById(id);
const money = new Money(document.documentElement.lang);
const verdict = new ListVerdict(byId('verdict'));
const chips = [...byId('filters').querySelectorAll('[data-filter]')];
const page = new ListPage({
  name: 'services',
  path: '/admin/services',
  sort: 'client',
  filters: ['filter'],
  asks: () => paintChips(),
  key: (service) => service.id,
  paint: (parts, service) => paintService(parts, service, { texts: page.texts, format: page.format, money, flag: byId('flag') }),
  answer: (answer) => paint(answer),
  none: () => verdict.none(),
});
const { texts, format } = page;

for (const chip of chips) chip.addEventListener('click', () => choose(chip.dataset.filter));

/** Words are looked for among all services, so that those with discounts are shown without any. */
function choose(filter) {
  if (filter === 'discounted') page.choose({ filter: '', q: '' });
  else page.choose({ filter });
}

/** Whoever looks for words and has chosen no filter looks among all services. */
const chosen = () => page.get('filter') || (page.get('q') ? 'all' : 'discounted');

function paintChips() {
  for (const chip of chips) chip.setAttribute('aria-pressed', String(chip.dataset.filter === chosen()));
}

function paint({ counts, savings, as_of: at }) {
  for (const chip of chips) {
    const count = counts[chip.dataset.filter.replace('-', '_')];
    write(chip.querySelector('b'), count === undefined ? '' : format.number(count));
  }
  fill(byId('sums'), savings.map(saved));
  if (at) {
    write(partsOf(byId('as-of')).word, texts.say('service.asOf', { time: format.time(at / 1000) }));
    show(byId('as-of'), true);
  }
  paintVerdict(counts);
}

function saved({ currency, cycle, saving }) {
  const element = document.createElement('span');
  element.append(...sentence(texts, 'services.saved', { cycle: cycleWord(texts, cycle).toLowerCase() }, 'amount', bold(`${money.show(cents(saving))} ${currency}`)));
  return element;
}

/** The worst first: what is used and not billed, then amounts that do not fit. */
function paintVerdict({ discounted, differs, unbilled }) {
  const n = { total: format.number(discounted) };
  const to = (filter, key) => (chosen() === filter ? undefined : { text: texts.say(key), run: () => page.choose({ filter, q: '' }) });
  if (unbilled > 0) {
    const detail = differs > 0 ? [texts.count('services.verdict.differs', differs, { ...n, n: format.number(differs) })] : [];
    verdict.paint({ look: 'warning', icon: 'warning', title: texts.count('services.verdict.unbilled', unbilled, { ...n, n: format.number(unbilled) }), detail, act: to('unbilled', 'services.verdict.show') });
  } else if (differs > 0) {
    verdict.paint({ look: 'warning', icon: 'warning', title: texts.count('services.verdict.differs', differs, { ...n, n: format.number(differs) }), detail: [], act: to('differs', 'services.verdict.show') });
  } else if (discounted > 0) {
    verdict.paint({ look: 'success', icon: 'success', title: texts.say('services.verdict.fits'), detail: [texts.count('services.verdict.fitsDetail', discounted, n)] });
  } else {
    verdict.paint({ look: '', icon: 'price', title: texts.say('services.verdict.none'), detail: [texts.say('services.verdict.noneDetail')] });
  }
}

page.start();
