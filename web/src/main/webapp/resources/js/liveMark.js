/** A trouble that is over sooner is a mere reconnect, which takes two or three seconds: it raises no banner, ms. */
const GRACE = 5_000;

/**
 * Says how true the page is: the mark in the topbar, and the banner when a stream or the portal itself is away.
 * The age counts from the last word of the server, not from the last change: a quiet night is live too.
 */
export class LiveMark {
  #mark;
  #word;
  #age;
  #banner;
  #bannerWhat;
  #bannerThen;
  #retry;
  #icon;
  #pulse;
  #context;
  #streams = new Map();
  /** When the network went, ms of performance.now(); 0 while it is there. */
  #offlineFrom = 0;
  #again = 0;

  /** @param context {texts, format, announcer, title}: title says where the numbers come from while all is well */
  constructor(doc, pulse, context) {
    this.#mark = doc.getElementById('live');
    this.#word = this.#mark.querySelector('[data-part="word"]');
    this.#age = this.#mark.querySelector('[data-part="age"]');
    this.#icon = this.#mark.querySelector('use');
    this.#banner = doc.getElementById('banner');
    this.#bannerWhat = this.#banner.querySelector('[data-part="what"]');
    this.#bannerThen = this.#banner.querySelector('[data-part="then"]');
    this.#retry = this.#banner.querySelector('[data-part="retry"]');
    this.#pulse = pulse;
    this.#context = context;
    this.#retry.addEventListener('click', () => pulse.retry());
    pulse.addEventListener('state', () => this.#stateChanged());
    addEventListener('online', () => this.paint());
    addEventListener('offline', () => this.paint());
    setInterval(() => document.hidden || this.paint(), 1_000);
  }

  /** Takes what a message says about the streams from the backup servers. */
  hear(message) {
    const now = performance.now();
    if (message.kind === 'snapshot') {
      // Both times are the server's: how long the stream has been so, whatever this machine's clock says.
      const from = (stream) => now - Math.max(0, message.t - stream.since) * 1000;
      this.#streams = new Map((message.streams ?? []).map((stream) => [stream.profile, { ...stream, from: from(stream) }]));
    } else if (message.kind === 'stream') this.#streams.set(message.profile, { ...message, from: now });
    else return;
    this.paint();
  }

  #spoken = '';

  #stateChanged() {
    this.paint();
    const { texts, announcer } = this.#context;
    const said = this.#pulse.state === 'live' ? 'live.again' : this.#pulse.state === 'stale' ? 'live.lost' : '';
    // The first "live" is no news.
    if (said && said !== this.#spoken && (this.#spoken || said === 'live.lost')) announcer.say(texts.say(said));
    if (said) this.#spoken = said;
  }

  #downStreams() {
    return [...this.#streams.values()].filter((stream) => (stream.state === 'down' || stream.state === 'refused') && this.#lasts(stream.from));
  }

  /** Whether a trouble is old enough to be told; paints again when it will be. */
  #lasts(from) {
    const left = from + GRACE - performance.now();
    if (left > 0) {
      clearTimeout(this.#again);
      this.#again = setTimeout(() => this.paint(), left);
    }
    return left <= 0;
  }

  paint() {
    const { texts, format } = this.#context;
    const pulse = this.#pulse;
    const down = this.#downStreams();
    const silent = pulse.heardAt ? (Date.now() - pulse.heardAt) / 1000 : 0;
    const lost = (pulse.lostAt || pulse.heardAt) / 1000;
    let state = pulse.state;
    if (state === 'live' && silent > 25) state = 'reconnecting';
    if (navigator.onLine) this.#offlineFrom = 0;
    else {
      this.#offlineFrom ||= performance.now();
      state = this.#lasts(this.#offlineFrom) ? 'offline' : 'reconnecting';
    }

    if (state === 'live' && down.length) {
      const since = Math.min(...down.map((stream) => stream.since));
      this.#show('stale', 'unlink', texts.say('live.asOf', { time: this.#when(since) }), '', texts.say('live.titleStream'));
    } else if (state === 'live') {
      this.#show('live', 'pulse', texts.say('live.live'), format.fineAge(silent), texts.say(this.#context.title ?? 'live.title'));
    } else if (state === 'waiting') {
      this.#show('waiting', 'pulse', texts.say('live.waiting'), '', '');
    } else if (state === 'reconnecting') {
      this.#show('waiting', 'unlink', texts.say('live.reconnecting'), '', texts.say('live.titleLost', { time: this.#when(lost) }));
    } else if (state === 'asof') {
      this.#show('asof', 'unlink', texts.say('live.asOf', { time: this.#when(pulse.heardAt / 1000) }), '', texts.say('live.titlePolling'));
    } else {
      this.#show('stale', 'unlink', texts.say('live.notSince', { time: this.#when(lost || Date.now() / 1000) }), '', texts.say('live.titleLost', { time: this.#when(lost || Date.now() / 1000) }));
    }
    this.#paintBanner(state, down, lost);
  }

  /** The time of day, and the day when it is not today: a page stays open overnight. */
  #when(at) {
    return this.#context.format.when(at, Date.now() / 1000);
  }

  #show(state, icon, word, age, title) {
    set(this.#mark.dataset, 'state', state);
    if (this.#icon.getAttribute('href') !== `#i-${icon}`) this.#icon.setAttribute('href', `#i-${icon}`);
    set(this.#word, 'textContent', word);
    set(this.#age, 'textContent', age);
    set(this.#mark, 'title', title);
    document.body.classList.toggle('is-stale', state === 'stale');
  }

  #paintBanner(state, down, lost) {
    const { texts, format } = this.#context;
    let what = '';
    let then = '';
    if (state === 'offline') {
      what = texts.say('banner.offline');
      then = texts.say('banner.shown', { time: this.#when(lost || Date.now() / 1000) });
    } else if (state === 'stale') {
      what = texts.say('banner.portal', { time: this.#when(lost) });
      const wait = Math.max(0, Math.ceil((this.#pulse.nextAt - Date.now()) / 1000));
      then = wait > 0 ? texts.say('banner.trying', { wait: format.duration(wait) }) : texts.say('banner.tryingNow');
    } else if (down.length && state !== 'over') {
      what = down.map((stream) => texts.say('banner.stream', { server: stream.name || stream.profile, time: this.#when(stream.since) })).join(' ');
      // Who does not let the portal in is left alone until somebody renews what it comes in with.
      const refused = down.every((stream) => stream.state === 'refused');
      then = refused ? texts.count('banner.streamRefused', down.length) : texts.say('banner.streamThen');
    }
    set(this.#banner, 'hidden', !what);
    set(this.#retry, 'hidden', state !== 'stale');
    set(this.#bannerWhat, 'textContent', what);
    set(this.#bannerThen, 'textContent', then);
  }
}

function set(target, name, value) {
  if (target[name] !== value) target[name] = value;
}
