/** What one price may be at most, in cents: as many digits as billing keeps. */
export const MOST = 9_999_999_999;

/** "12.50" as 1250. Money is counted in whole cents: a sum of binary fractions is another one than billing's. @returns null for null */
export function cents(wire) {
  if (wire === null || wire === undefined) return null;
  const [, minus, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(wire) ?? [];
  if (whole === undefined) return null;
  const value = Number(whole) * 100 + Number(part.slice(0, 2).padEnd(2, '0'));
  return minus ? -value : value;
}

/** 1250 as "12.50", as the API writes it; null stays null. */
export function wire(value) {
  if (value === null) return null;
  const digits = String(Math.abs(value)).padStart(3, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Amounts in cents as the reader's language writes and types them. */
export class Money {
  #whole;
  #point;

  constructor(locale) {
    this.#whole = new Intl.NumberFormat(locale);
    this.#point = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).formatToParts(0).find((part) => part.type === 'decimal').value;
  }

  /** "1,250.00", "1 250,00"; a minus is a minus and no hyphen. */
  show(value) {
    const [whole, part] = wire(Math.abs(value)).split('.');
    return `${value < 0 ? '− ' : ''}${this.#whole.format(Number(whole))}${this.#point}${part}`;
  }

  /** The same as a difference: with its sign. */
  change(value) {
    return value > 0 ? `+ ${this.show(value)}` : this.show(value);
  }

  /** As it stands in a field: nothing that has to be deleted before typing. */
  field(value) {
    return value === null ? '' : wire(value).replace('.', this.#point);
  }

  /**
   * What somebody has typed as a price. A comma is a decimal point only where the language has it as one: elsewhere nobody knows what it is.
   *
   * @returns {cents, flaw}: cents is null for nothing; flaw is number, negative, decimals or large
   */
  read(text) {
    const typed = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
    if (typed === '') return { cents: null, flaw: null };
    const plain = this.#point === ',' ? typed.replace(',', '.') : typed;
    if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return { cents: null, flaw: 'number' };
    if (plain.startsWith('-')) return { cents: null, flaw: 'negative' };
    const [whole, part = ''] = plain.split('.');
    if (part.length > 2) return { cents: null, flaw: 'decimals' };
    const value = whole.length > 9 ? MOST + 1 : cents(`${whole || '0'}.${part.padEnd(2, '0')}`);
    return value > MOST ? { cents: null, flaw: 'large' } : { cents: value, flaw: null };
  }
}
