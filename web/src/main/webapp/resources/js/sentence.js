/** Where the element goes. No value has it: names come from elsewhere and may look like a slot themselves. */
const PLACE = '\u0001';

/** A text of the page, one of whose {names} is an element. */
export function sentence(texts, key, values, slot, element) {
  return around(texts.say(key, placed(values, slot)), element);
}

/** The same, as the language counts. */
export function countedSentence(texts, key, count, values, slot, element) {
  return around(texts.count(key, count, placed(values, slot)), element);
}

function placed(values, slot) {
  const clean = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll(PLACE, '') : value]);
  return { ...Object.fromEntries(clean), [slot]: PLACE };
}

function around(text, element) {
  const [before, after = ''] = text.split(PLACE);
  return [before, element, after];
}

/** A number that stands out of its sentence. */
export function bold(text) {
  const element = document.createElement('b');
  element.textContent = text;
  return element;
}

/** "14 users": one of the sums over a list. */
export function sum(texts, key, count, shown) {
  const element = document.createElement('span');
  element.append(...countedSentence(texts, key, count, {}, 'n', bold(shown)));
  return element;
}
