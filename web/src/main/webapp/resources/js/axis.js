const DAY = 86_400;

/** Full hours 0, 6, 12 and 18 of the reader's clock within the last 24 hours: [{at: share, time: Unix seconds}], oldest first. */
export function ticks(format, now) {
  const parts = Object.fromEntries(format.hourOf.formatToParts(now * 1000).map(({ type, value }) => [type, Number(value)]));
  let at = now - parts.minute * 60 - parts.second;
  const found = [];
  for (; at > now - DAY; at -= 3600) {
    const hour = Number(format.hourOf.formatToParts(at * 1000).find(({ type }) => type === 'hour').value);
    if (hour % 6 === 0) found.unshift({ at: (at - (now - DAY)) / DAY, time: at });
  }
  return found.slice(-4);
}

/** Writes the axis above the bars and moves the hour lines behind them. */
export function paintAxis(fleet, format, now) {
  const marks = ticks(format, now);
  const hours = fleet.querySelector('.hours');
  // The words at the left end are longer in some languages than in others.
  const free = Math.max(0.2, hours.querySelector('.first').offsetWidth / (hours.offsetWidth || 1) + 0.08);
  const labels = [...fleet.querySelectorAll('.hours .tick')];
  for (let i = 0; i < 4; i += 1) {
    const mark = marks[i];
    fleet.style.setProperty(`--g${i + 1}`, mark ? mark.at.toFixed(4) : '-1');
    const label = labels[i];
    // Too near to the words at the ends: they would lie on each other.
    label.hidden = !mark || mark.at < free || mark.at > 0.88;
    if (label.hidden) continue;
    label.textContent = format.time(mark.time);
    label.style.setProperty('--at', mark.at.toFixed(4));
  }
}
