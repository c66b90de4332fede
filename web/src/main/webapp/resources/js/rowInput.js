import { DAYS } from './days.js';
import { DaysSource } from './daysSource.js';
import { jobAt } from './dayBar.js';
import { barJobs } from './fleet.js';
import { ItemsSource } from './itemsSource.js';
import { JobsSource } from './jobsSource.js';

/**
 * What a list does when its bars, its dots and the words of the latest and the last good backup are pressed: Enter, Space and the pointer open the popover where they point; arrows to the side
 * open it where the news is, arrows up and down go to the same button, or box, of the next row.
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
    const box = button.getBoundingClientRect();
    const at = event.detail > 0 ? (event.clientX - box.left) / box.width : undefined;
    popover.open(button, button.classList.contains('days') ? days(device, at) : jobs(device, at));
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

  function jobs(device, at) {
    const now = clock.now();
    const shown = barJobs(device, now, fleet.grace);
    const job = at === undefined ? undefined : shown[jobAt(shown, at, now)];
    return new JobsSource(device, job?.id, context);
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
