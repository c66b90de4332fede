import { DAYS } from './days.js';
import { DaysSource } from './daysSource.js';
import { jobAt } from './dayBar.js';
import { barJobs } from './fleet.js';
import { hoverOpens } from './hover.js';
import { ItemsSource } from './itemsSource.js';
import { JobsSource } from './jobsSource.js';

/**
 * What a list does when its bars, its dots and the words of the latest and the last good backup are pressed: Enter, Space and the pointer open the popover where they point; arrows to the side
 * open it where the news is, arrows up and down go to the same button, or box, of the next row. A mouse that rests on a bar or a dot sees the same.
 *
 * @param onExtend told when Shift was held on the way from one device to another
 */
export function openWhereAsked(list, context, onExtend) {
  const { fleet, clock, popover } = context;
  list.addEventListener('click', (event) => {
    const button = event.target.closest('.day-bar, .days, .latest, .good');
    const device = button && fleet.devices.get(button.closest('.device').dataset.id);
    if (!device) return;
    if (button.matches('.latest, .good')) {
      popover.open(button, new ItemsSource(device, button.dataset.part, context));
      return;
    }
    popover.open(button, sourceOf(button, device, event.detail > 0 ? shareOf(button, event) : undefined));
  });
  hoverOpens(list, {
    popover,
    box: context.popoverBox,
    find: (event) => {
      const button = event.target.closest('.day-bar:enabled, .days');
      const id = button && idOf(button);
      if (!button || !fleet.devices.has(id)) return null;
      const share = shareOf(button, event);
      return button.matches('.days') ? `${id} day ${Math.floor(share * DAYS)}` : `${id} job ${jobUnder(fleet.devices.get(id), share)?.id}`;
    },
    open: (event) => {
      const button = event.target.closest('.day-bar:enabled, .days');
      const device = button?.isConnected && fleet.devices.get(idOf(button));
      if (device) popover.open(button, sourceOf(button, device, shareOf(button, event)), true);
    },
  });
  list.addEventListener('keydown', (event) => {
    if (!event.key.startsWith('Arrow') || !event.target.matches('.day-bar, .days, .latest, .good, .pick input')) return;
    event.preventDefault();
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const next = nextRow(event.target, event.key === 'ArrowDown' ? 1 : -1);
      if (next && event.shiftKey) onExtend(idOf(event.target), idOf(next));
    } else if (!event.target.matches('.pick input')) event.target.click();
  });

  function days(device, at) {
    const day = at === undefined ? undefined : Math.max(0, Math.min(DAYS - 1, Math.floor(at * DAYS)));
    return new DaysSource(device, day, context);
  }

  /** Where along it the pointer is: 0 to 1. */
  function shareOf(button, event) {
    const box = button.getBoundingClientRect();
    return (event.clientX - box.left) / box.width;
  }

  function sourceOf(button, device, at) {
    return button.matches('.days') ? days(device, at) : new JobsSource(device, at === undefined ? undefined : jobUnder(device, at)?.id, context);
  }

  function jobUnder(device, at) {
    const now = clock.now();
    const shown = barJobs(device, now, fleet.grace);
    return shown[jobAt(shown, at, now)];
  }

  function nextRow(button, by) {
    const kind = ['.days', '.day-bar:enabled', '.latest', '.good', '.pick input'].find((one) => button.matches(one));
    const all = [...list.querySelectorAll(kind)];
    const next = all[all.indexOf(button) + by];
    next?.focus();
    return next;
  }

  function idOf(button) {
    return button.closest('.device').dataset.id;
  }
}
