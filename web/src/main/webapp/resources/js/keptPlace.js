const KINDS = ['.days', '.day-bar', '.latest', '.good', '.pill', '.pick input'];

/** @returns what brings the focus back when its row leaves the list: to the row that has come to its place; undefined when it is not in the list */
export function keptPlace(list) {
  const had = document.activeElement;
  // The head of a group stays the same, and may stand elsewhere.
  if (had?.closest?.('.group-head') && list.contains(had)) {
    return () => {
      const there = had.isConnected ? had : list.querySelector('.group-head .toggle');
      if (there && document.activeElement !== there) there.focus({ preventScroll: true });
    };
  }
  const row = had?.closest?.('.device');
  if (!row || !list.contains(row)) return undefined;
  const rows = () => [...list.querySelectorAll('.device')];
  const at = rows().indexOf(row);
  const kind = KINDS.find((one) => had.matches(one)) ?? KINDS.at(-1);
  return () => {
    if (had.isConnected) {
      // A row that is moved to another place loses it, too.
      if (document.activeElement !== had) had.focus({ preventScroll: true });
      return;
    }
    const next = rows().at(Math.min(at, rows().length - 1));
    next?.querySelector(`${kind}:enabled, .days`)?.focus({ preventScroll: true });
  };
}
