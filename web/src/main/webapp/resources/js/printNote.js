import { show, write } from './dom.js';

/** Paper has the rows that are on the page, which of a long list are not all: the note over them says how many. */
export function printNote(note, list, texts, format) {
  addEventListener('beforeprint', () => {
    const { n, total, first } = list.mounted;
    show(note, n < total);
    if (n < total) write(note, texts.count(first ? 'print.first' : 'print.some', total, { n: format.number(n), total: format.number(total) }));
  });
  addEventListener('afterprint', () => show(note, false));
}
