/**
 * Times, durations, sizes and numbers as the reader's language and zone write them.
 * Instants are Unix seconds, durations seconds, sizes bytes.
 */
export class Format {
  #texts;
  #time;
  #weekday;
  #full;
  #dayMonth;
  #dayLong;
  #number;
  #decimal;
  #tenths;
  #percent;
  #hundredths;
  #calendarDay;
  #calendarNumber;
  #calendarDate;

  constructor(texts, locale, zone) {
    this.#texts = texts;
    this.zone = zone;
    const base = { timeZone: zone };
    this.#time = new Intl.DateTimeFormat(locale, { ...base, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    this.#weekday = new Intl.DateTimeFormat(locale, { ...base, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    this.#full = new Intl.DateTimeFormat(locale, { ...base, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    this.#dayMonth = new Intl.DateTimeFormat(locale, { ...base, day: 'numeric', month: 'short' });
    this.#dayLong = new Intl.DateTimeFormat(locale, { ...base, weekday: 'short', day: 'numeric', month: 'short' });
    this.#number = new Intl.NumberFormat(locale);
    this.#decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.#tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.#percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    this.#hundredths = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.#calendarDay = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
    this.#calendarNumber = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric' });
    this.#calendarDate = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
    this.dayKey = new Intl.DateTimeFormat('en-CA', { ...base, year: 'numeric', month: '2-digit', day: '2-digit' });
    this.hourOf = new Intl.DateTimeFormat('en', { ...base, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  }

  number(value) {
    return this.#number.format(value);
  }

  /** The same, or "1,000+" when there may be more than could be counted. */
  atLeast(value, more) {
    return more ? this.#texts.say('sum.atLeast', { n: this.number(value) }) : this.number(value);
  }

  percent(share) {
    return this.#percent.format(share);
  }

  time(at) {
    return this.#time.format(at * 1000);
  }

  full(at) {
    return this.#full.format(at * 1000);
  }

  dayMonth(at) {
    return this.#dayMonth.format(at * 1000);
  }

  dayLong(at) {
    return this.#dayLong.format(at * 1000);
  }

  /** 03:10 for today, "Thu 03:10" for the days before. */
  moment(at, now) {
    return this.day(at) === this.day(now) ? this.time(at) : this.#weekday.format(at * 1000);
  }

  /** The same, and the date for what lies more than six days off, when a weekday would name the wrong week. */
  when(at, now) {
    return Math.abs(now - at) < 6 * 86_400 ? this.moment(at, now) : this.dayLong(at);
  }

  /** The same to the second for today, as logs write it, for what is compared with one. */
  exact(at, now) {
    return this.day(at) === this.day(now) ? this.hourOf.format(at * 1000) : this.#weekday.format(at * 1000);
  }

  /** The calendar day in the reader's zone, as 2026-11-22. */
  day(at) {
    return this.dayKey.format(at * 1000);
  }

  /** "45 s", "12 min", "3 h 12 min", "2 d". Whole units, rounded down: a duration never says more than has passed. */
  duration(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    if (whole < 60) return this.#texts.say('span.seconds', { n: this.number(whole) });
    const minutes = Math.floor(whole / 60);
    if (minutes < 60) return this.#texts.say('span.minutes', { n: this.number(minutes) });
    const hours = Math.floor(minutes / 60);
    if (hours < 48) {
      const rest = minutes % 60;
      return rest && hours < 24
        ? this.#texts.say('span.hoursMinutes', { h: this.number(hours), m: this.number(rest) })
        : this.#texts.say('span.hours', { n: this.number(hours) });
    }
    return this.#texts.say('span.days', { n: this.number(Math.floor(hours / 24)) });
  }

  /** The same in one unit, for ages: "3 h", not "3 h 12 min". */
  age(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    if (whole >= 3600 && whole < 48 * 3600) return this.#texts.say('span.hours', { n: this.number(Math.floor(whole / 3600)) });
    return this.duration(whole);
  }

  /** "0.4 s" below ten seconds, then whole units. */
  fineAge(seconds) {
    return seconds < 10
      ? this.#texts.say('span.seconds', { n: this.#tenths.format(Math.max(0, Math.floor(seconds * 10) / 10)) })
      : this.age(seconds);
  }

  /** "120 ms" below a second, "3.4 s" below ten, then whole units. */
  millis(ms) {
    return ms < 1000 ? this.#texts.say('span.millis', { n: this.number(Math.max(0, Math.round(ms))) }) : this.fineAge(ms / 1000);
  }

  /** Bytes in steps of 1024, as the backup software counts: "1.2 GB". */
  size(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 1024 && unit < 5) {
      value /= 1024;
      unit += 1;
    }
    return this.#texts.say(`size.${unit}`, { n: unit === 0 || value >= 100 ? this.number(Math.round(value)) : this.#decimal.format(value) });
  }
  /** A size in a unit that is given, 1024 to some power: for numbers that stand in one column. */
  sizeIn(value, unit) {
    return this.#texts.say(`size.${Math.round(Math.log2(unit) / 10)}`, { n: this.#hundredths.format(value) });
  }

  /** A day of a calendar, as 2026-11-22, which is the same day everywhere: "22 Nov". */
  calendarDay(day) {
    return this.#calendarDay.format(Date.parse(day));
  }

  /** The same with its year. */
  calendarDate(day) {
    return this.#calendarDate.format(Date.parse(day));
  }

  /** The same without its month. */
  calendarNumber(day) {
    return this.#calendarNumber.format(Date.parse(day));
  }
}
