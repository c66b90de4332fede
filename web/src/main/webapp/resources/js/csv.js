const STARTS = '=+\\-@\uff1d\uff0b\uff0d\uff20';
const UNSEEN = '[\\p{Cc}\\p{Cf}\\p{Z}]*';
const FORMULA = new RegExp(`^(?=${UNSEEN}[${STARTS}]|[\\t\\r\\n])`, 'u');
const LATER = new RegExp(`(;${UNSEEN})(?=[${STARTS}])`, 'gu');
const CONTROL = /\r\n|\p{Cc}|[\u2028\u2029]/gu;

/** A cell that is read and never computed, by the same rules as the server's files. */
export function csvText(text) {
  const guarded = text.replace(FORMULA, "'").replace(LATER, "$1'").replace(CONTROL, ' ');
  return `"${guarded.replaceAll('"', '""')}"`;
}

let last = '';

/** @param rows of cells that are numbers as the API writes them, or made by csvText */
export function saveCsv(name, rows) {
  URL.revokeObjectURL(last);
  last = URL.createObjectURL(new Blob([`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`], { type: 'text/csv;charset=UTF-8' }));
  const link = document.createElement('a');
  link.href = last;
  link.download = name;
  link.click();
}
