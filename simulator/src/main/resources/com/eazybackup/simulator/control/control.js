// The page of the simulated Comet Server: looks once a second, and posts what a person asks for.
const POLL_MILLIS = 1000;
const KINDS = {
  4001: 'backup', 4002: 'restore', 4003: 'retention', 4004: 'unlock', 4005: 'delete', 4006: 'measure',
  4007: 'update', 4008: 'import', 4009: 'reindex', 4010: 'deep verify', 4011: 'uninstall',
};
const ENDS = [[5000, 'Success'], [7001, 'Warning'], [7002, 'Error'], [7000, 'Timeout'], [7003, 'Quota'], [7005, 'Cancelled'], [7006, 'Skipped'], [7007, 'Abandoned']];
const STREAM_ACTS = [
  ['kill-streams', 'Cut', 'Every connection ends without a word.'],
  ['close-streams', 'Close', 'Every connection is closed in good order.'],
  ['freeze', 'Freeze', 'Connections stay open and are dead.'],
  ['thaw', 'Thaw', 'Frozen connections go on.'],
  ['stall', 'Hold back', 'Events are held back.'],
  ['unstall', 'Let go', 'Events that were held back go out.'],
  ['restart', 'Restart the server', 'Streams and sessions end.'],
];
let from = 0;
let catalogue = { faults: [], poisons: [] };

const byId = (id) => document.getElementById(id);

function element(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

async function post(act, body = {}) {
  const answer = await fetch(act, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) {
    throw new Error(json.error || `HTTP ${answer.status}`);
  }
  return json;
}

function say(text, bad = false) {
  byId('said').textContent = text;
  byId('said').classList.toggle('bad', bad);
}

/** Does it, says so, looks again. */
async function act(name, body, said) {
  try {
    await post(name, body);
    say(said);
  } catch (e) {
    say(e.message, true);
  }
  await look();
}

function button(label, title, onclick, className = 'small') {
  return element('button', { type: 'button', textContent: label, title, onclick, className });
}

function bytes(count) {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = count;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** Replaces the rows unless somebody is at one of them: a look must not take the focus away. */
function fill(list, rows, empty) {
  if (list.contains(document.activeElement)) {
    return;
  }
  list.replaceChildren(...(rows.length || !empty ? rows : [element(list.tagName === 'UL' ? 'li' : 'p', { className: 'empty', textContent: empty })]));
}

/** Rows are updated in place by key, so that a button under the pointer stays the same button. */
function merge(list, items, key, make, update, empty) {
  const old = new Map([...list.children].filter((row) => row.dataset.key).map((row) => [row.dataset.key, row]));
  const rows = items.map((item) => {
    const row = old.get(key(item)) || make(item);
    row.dataset.key = key(item);
    update(row, item);
    old.delete(key(item));
    return row;
  });
  const hadFocus = [...old.values()].some((row) => row.contains(document.activeElement));
  old.forEach((row) => row.remove());
  [...list.children].filter((row) => !row.dataset.key).forEach((row) => row.remove());
  rows.forEach((row, i) => {
    if (list.children[i] !== row) {
      list.insertBefore(row, list.children[i] || null);
    }
  });
  if (!rows.length && empty) {
    list.append(element('p', { className: 'empty', textContent: empty }));
  }
  if (hadFocus) {
    (list.querySelector('button') || byId('heal')).focus();
  }
}

function makeJob(job) {
  const end = element('select', { className: 'small', ariaLabel: `How the job on ${job.device} ends` },
    ...ENDS.map(([value, name]) => element('option', { value, textContent: name })));
  return element('div', { className: 'job' },
    element('div', {}, element('strong', { textContent: job.device || job.user }),
      element('div', { className: 'meta about' })),
    element('div', { className: 'row' }, end,
      button('End', 'The job ends in the way chosen', () => act('finish-job', { job: job.job, status: Number(end.value) },
        `The ${KINDS[job.classification] || 'job'} on ${job.device} ended: ${end.selectedOptions[0].textContent}.`))),
    element('progress', { className: 'wide', max: 1, ariaLabel: `Progress on ${job.device}` }));
}

function updateJob(row, job) {
  const total = job.bytes_total ? ` of ${bytes(job.bytes_total)}` : '';
  row.querySelector('.about').textContent = `${job.user} · ${KINDS[job.classification] || job.classification}${job.item ? ` · ${job.item}` : ''} · ${bytes(job.bytes_done)}${total}`;
  row.querySelector('progress').value = job.bytes_total ? Math.min(1, job.bytes_done / job.bytes_total) : 0;
}

function deviceRow(user, device) {
  const row = element('div', { className: 'device' },
    element('span', { className: `mark ${device.online ? 'online' : 'away'}`, textContent: device.online ? '● online' : '○ away' }),
    element('div', { className: 'about' }, element('span', { textContent: device.name }), element('span', { className: 'meta', textContent: device.os })));
  const buttons = element('div', { className: 'row' });
  if (device.items.length) {
    const which = element('select', { className: 'small', ariaLabel: `What to back up on ${device.name}` },
      ...device.items.map((item, i) => element('option', { value: i, textContent: item.name })));
    if (device.items.length > 1) {
      buttons.append(which);
    }
    buttons.append(button('Start', `Start a backup on ${device.name}`, () => {
      const item = device.items[Number(which.value || 0)];
      return act('start-job', { user, device: device.device, item: item.item, vault: item.vault }, `A backup of ${item.name} started on ${device.name}.`);
    }));
  }
  buttons.append(device.online
    ? button('Go away', `${device.name} goes offline`, async () => { await act('disconnect-device', { user, device: device.device }, `${device.name} is offline.`); await accounts(); })
    : button('Come back', `${device.name} comes online`, async () => { await act('connect-device', { user, device: device.device }, `${device.name} is online.`); await accounts(); }));
  row.append(buttons);
  return row;
}

/** Accounts stay open or closed as a person left them; the first is open. */
function makeAccount(open) {
  return element('details', { className: 'account', open },
    element('summary'), element('div'));
}

function updateAccount(row, account) {
  const seen = JSON.stringify(account);
  if (row.dataset.seen === seen) {
    return;
  }
  row.dataset.seen = seen;
  const online = account.devices.filter((device) => device.online).length;
  row.querySelector('summary').replaceChildren(element('strong', { textContent: account.user }),
    element('span', { className: 'meta', textContent: ` ${account.suspended ? 'suspended · ' : ''}${account.devices.length ? `${online} of ${account.devices.length} online` : 'no device'}` }));
  const body = row.lastElementChild;
  const focused = [...body.querySelectorAll('button, select')].indexOf(document.activeElement);
  body.replaceChildren(...account.devices.map((device) => deviceRow(account.user, device)));
  if (focused >= 0) {
    [...body.querySelectorAll('button, select')][focused]?.focus();
  }
}

async function accounts() {
  const answer = await post('accounts', { search: byId('search').value, from });
  merge(byId('accounts'), answer.accounts, (account) => account.user, (account) => makeAccount(account === answer.accounts[0]), updateAccount, 'No account of that name.');
  byId('found').textContent = answer.found ? `${from + 1}–${from + answer.accounts.length} of ${answer.found}` : '';
  byId('previous').disabled = from === 0;
  byId('next').disabled = from + answer.accounts.length >= answer.found;
}

function verdict(state) {
  const parts = [];
  state.faults.forEach((fault) => parts.push(fault.kind));
  const broken = parts.length || state.viewers.some((viewer) => viewer.frozen) || state.changed_switches.some((one) => one.name === 'refuseStreams' || one.name === 'stalled');
  const box = byId('verdict');
  box.className = `verdict ${broken ? 'broken' : state.changed_switches.length ? 'odd' : ''}`;
  const text = broken
    ? `✖ Broken on request${parts.length ? `: ${parts.join(', ')}` : ''}.`
    : state.changed_switches.length ? `⚠ Works, with ${state.changed_switches.map((one) => `${one.name} = ${one.value}`).join(', ')}.`
      : `✔ All is well${state.paused ? ', and time stands still' : ''}.`;
  if (box.textContent !== text) {
    box.textContent = text;
  }
}

async function look() {
  let state;
  try {
    state = await post('state');
  } catch (e) {
    byId('verdict').className = 'verdict broken';
    byId('verdict').textContent = '✖ The simulator does not answer; what you see is old.';
    return;
  }
  for (const name of ['users', 'connections', 'running', 'streams', 'requests']) {
    byId(name).textContent = state[name].toLocaleString('en');
  }
  byId('version').textContent = state.version;
  byId('clock').textContent = `${new Date(state.now * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  byId('pause').textContent = state.paused ? 'Let time go on' : 'Pause the night';
  byId('pause').dataset.act = state.paused ? 'resume' : 'pause';
  verdict(state);
  merge(byId('jobs'), state.jobs, (job) => job.job, makeJob, updateJob, 'Nothing runs. Start something on the left.');
  fill(byId('viewers'), state.viewers.map((viewer) => element('li', {},
    element('span', { textContent: `Viewer ${viewer.address}` }),
    element('span', { className: 'meta', textContent: `${viewer.frames.toLocaleString('en')} frames${viewer.frozen ? ' · frozen' : ''}` }))), 'Nobody listens.');
  fill(byId('faults'), state.faults.map((fault) => element('li', {},
    element('span', { textContent: `${fault.kind}${fault.value ? ` ${fault.value}` : ''} · ${fault.path || 'every path'} · each ${fault.every === 1 ? '' : `${fault.every}. `}request${fault.times ? ` · ${fault.times} times` : ''}` }),
    button('Mend', 'Take this fault away', () => act('remove-faults', { kind: fault.kind, path: fault.path }, `${fault.kind} is mended.`)))));
  byId('calls').replaceChildren(...state.calls.map((call) => element('tr', {},
    element('td', { textContent: new Date(call.at).toISOString().slice(11, 19) }),
    element('td', { className: 'path', textContent: call.path.replace('/api/v1/', '') }),
    element('td', { className: call.status >= 400 || call.status === 0 ? 'bad' : '', textContent: call.status || 'none' }),
    element('td', { className: 'num', textContent: call.millis }),
    element('td', { className: 'num', textContent: bytes(call.bytes) }))));
}

async function switches() {
  const answer = await post('switches');
  for (const [id, unsettled] of [['unsettled', true], ['troubles', false]]) {
    byId(id).replaceChildren(...answer.switches.filter((one) => one.unsettled === unsettled).map((one) => {
      const field = one.closed
        ? element('select', { ariaLabel: one.sentence }, ...one.positions.map((value) => element('option', { value, textContent: value })))
        : element('input', { ariaLabel: one.sentence });
      const list = `positions-${one.name}`;
      if (!one.closed) {
        field.setAttribute('list', list);
      }
      field.value = one.value;
      field.onchange = async () => {
        await act('set-switch', { name: one.name, value: field.value }, `${one.name} is ${field.value} now.`);
        await switches();
        document.querySelector(`[data-switch="${one.name}"]`)?.focus();
      };
      field.dataset.switch = one.name;
      return element('div', { className: `switch ${one.value === one.initial ? '' : 'changed'}` },
        element('span', { textContent: one.sentence }), field,
        element('span', { className: 'name', textContent: one.name }),
        ...(one.closed ? [] : [element('datalist', { id: list }, ...one.positions.map((value) => element('option', { value })))]));
    }));
  }
}

function chooseFault() {
  const kind = catalogue.faults.find((one) => one.kind === byId('fault').value);
  byId('fault-value').value = kind.value;
  byId('fault-sentence').textContent = kind.sentence;
}

function choosePoison() {
  byId('poison-sentence').textContent = catalogue.poisons.find((one) => one.kind === byId('poison').value).sentence;
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem('theme', theme);
}

async function begin() {
  setTheme(localStorage.getItem('theme') || (matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'));
  byId('theme').onclick = () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
  byId('origin').textContent = location.host;
  byId('heal').onclick = async () => { await act('heal', {}, 'Everything is healed.'); await switches(); };
  byId('pause').onclick = () => act(byId('pause').dataset.act, {}, byId('pause').dataset.act === 'pause' ? 'Nothing happens by itself any more.' : 'The night goes on.');
  byId('stream-acts').append(...STREAM_ACTS.map(([name, label, title]) => button(label, title, async () => { await act(name, {}, title); await switches(); }, '')));
  catalogue = await post('catalogue');
  byId('fault').append(...catalogue.faults.map((one) => element('option', { value: one.kind, textContent: one.kind })));
  byId('poison').append(...catalogue.poisons.map((one) => element('option', { value: one.kind, textContent: one.kind })));
  byId('fault').onchange = chooseFault;
  byId('poison').onchange = choosePoison;
  chooseFault();
  choosePoison();
  byId('fault-form').onsubmit = (event) => {
    event.preventDefault();
    act('add-fault', {
      kind: byId('fault').value, path: byId('fault-path').value, every: Number(byId('fault-every').value),
      times: Number(byId('fault-times').value), value: Number(byId('fault-value').value),
    }, `Broken: ${byId('fault').value}.`);
  };
  byId('poison-form').onsubmit = (event) => {
    event.preventDefault();
    act('poison', { kind: byId('poison').value }, `Every viewer got ${byId('poison').value}.`);
  };
  byId('search').oninput = () => { from = 0; accounts(); };
  byId('previous').onclick = () => { from = Math.max(0, from - 12); accounts(); };
  byId('next').onclick = () => { from += 12; accounts(); };
  document.onkeydown = (event) => {
    if (event.key === '/' && !/INPUT|SELECT/.test(document.activeElement.tagName)) {
      event.preventDefault();
      byId('search').focus();
    }
  };
  await Promise.all([look(), accounts(), switches()]);
  setInterval(() => { if (!document.hidden) { look(); } }, POLL_MILLIS);
  setInterval(() => { if (!document.hidden) { accounts().catch((e) => say(e.message, true)); } }, POLL_MILLIS * 3);
}

begin();
