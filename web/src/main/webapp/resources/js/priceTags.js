import { colour, icon, partsOf, title, write } from './dom.js';
import { cents } from './money.js';

/** What is to be said beside a price: {look, icon, word, title?}, the most telling first. */
export function tagsOf(draft, { texts, money, floor }) {
  const { option, began } = draft;
  const { cents: value, flaw } = draft.price;
  const tags = [];
  if (draft.priceChanged && flaw === null) {
    if (began === null) tags.push({ look: 'running', icon: 'plus', word: texts.say('service.tag.new') });
    else if (value === null) tags.push({ look: 'running', icon: 'minus', word: texts.say('service.tag.removed') });
    else tags.push({ look: 'running', icon: 'retry', word: texts.say('service.tag.changed', { price: money.show(began) }) });
  }
  if (option.gone) tags.push({ look: 'warning', icon: 'unlink', word: texts.say('service.tag.gone'), title: texts.say('service.tag.goneWhy') });
  if (value !== null && option.list_changed && !draft.priceChanged) {
    const when = cents(option.list_price_when_saved);
    tags.push({ look: 'warning', icon: 'warning', word: texts.say('service.tag.list'), title: when === null ? '' : texts.say('service.tag.listWhy', { price: money.show(when) }) });
  }
  if (draft.below(floor)) tags.push({ look: 'warning', icon: 'warning', word: texts.say('service.tag.below'), title: texts.say('service.tag.belowWhy', { percent: floor }) });
  if (tags.length === 0 && value !== null && flaw === null) tags.push(saved(option, texts));
  return tags;
}

function saved(option, texts) {
  return { look: 'success', icon: 'check', word: texts.say('service.tag.saved'), by: option.saved };
}

/** Puts the tags in place; those that stand there are kept, so that nothing is read out twice. */
export function paintTags(box, tags, { template, texts, format }) {
  while (box.children.length > tags.length) box.lastElementChild.remove();
  tags.forEach((tag, i) => {
    const element = box.children[i] ?? box.appendChild(template.content.firstElementChild.cloneNode(true));
    const parts = partsOf(element);
    colour(element, tag.look);
    icon(parts.icon, tag.icon);
    write(parts.word, tag.word);
    title(element, tag.by ? texts.say('service.tag.by', { who: tag.by.by, time: format.full(tag.by.at / 1000) }) : (tag.title ?? ''));
  });
}
