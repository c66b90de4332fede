import { barJobs, place } from './fleet.js';
import { dress, look, tally } from './states.js';

/** Paints a device's jobs on its bar: slivers are kept and moved, so that a running one settles instead of being replaced. */
export function paintBar(bar, note, slivers, device, now, texts, grace) {
  const jobs = barJobs(device, now, grace);
  const seen = new Set();
  for (const job of jobs) {
    seen.add(job.id);
    let sliver = slivers.get(job.id);
    if (!sliver) {
      sliver = bar.ownerDocument.createElement('i');
      sliver.className = 'sliver';
      slivers.set(job.id, sliver);
      bar.append(sliver);
    }
    dress(sliver, job.state);
    const { at, length } = place(job, now);
    setShare(sliver, '--at', at);
    setShare(sliver, '--for', length);
  }
  for (const [id, sliver] of slivers) {
    if (seen.has(id)) continue;
    sliver.remove();
    slivers.delete(id);
  }
  const label = barLabel(device, jobs, texts);
  if (bar.getAttribute('aria-label') !== label) bar.setAttribute('aria-label', label);
  const empty = jobs.length === 0;
  if (bar.disabled !== empty) bar.disabled = empty;
  const says = empty ? texts.say('bar.none') : '';
  if (note.textContent !== says) note.textContent = says;
}

function setShare(element, name, value) {
  const text = value.toFixed(4);
  if (element.style.getPropertyValue(name) !== text) element.style.setProperty(name, text);
}

/** "MRD-SQL02, last 24 hours: 3 error, 19 success" */
function barLabel(device, jobs, texts) {
  if (jobs.length === 0) return texts.say('bar.labelNone', { device: device.name });
  const counts = tally(jobs).map(([state, n]) => texts.say('bar.count', { n, state: texts.say(`state.${look(state)}`).toLocaleLowerCase() }));
  return texts.say('bar.label', { device: device.name, counts: counts.join(', ') });
}

/** The job whose sliver is nearest to a point of the bar. */
export function jobAt(jobs, share, now) {
  let best = -1;
  let nearest = Infinity;
  jobs.forEach((job, index) => {
    const { at, length } = place(job, now);
    const from = job.ended_at ? at : 1 - Math.max(length, 0.02);
    const distance = share < from ? from - share : share > from + length ? share - from - length : 0;
    if (distance <= nearest) {
      nearest = distance;
      best = index;
    }
  });
  return best;
}
