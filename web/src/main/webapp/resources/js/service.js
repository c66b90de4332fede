import { confirmIn } from './confirm.js';
import { Format } from './format.js';
import { askBeforeLeaving } from './leaving.js';
import { Money } from './money.js';
import { quickSearch } from './quickSearch.js';
import { ServicePage } from './servicePage.js';
import { pageTexts } from './texts.js';

/** The page "Service": one service's options, their discounts and the amount that they come to. */
const byId = (id) => document.getElementById(id);
const texts = pageTexts();
const { lang } = document.documentElement;
const confirm = confirmIn(byId('confirm'));
const page = new ServicePage(byId('service'), {
  texts,
  format: new Format(texts, lang, Intl.DateTimeFormat().resolvedOptions().timeZone),
  money: new Money(lang),
  confirm,
});

quickSearch(byId('search'));
askBeforeLeaving(
  () => page.dirty,
  () => confirm({ title: texts.say('service.leave.title'), text: texts.say('service.leave.text'), action: texts.say('service.leave.yes'), danger: true }),
);
page.load();
