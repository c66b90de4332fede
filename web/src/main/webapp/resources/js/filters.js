import { asked, put } from './address.js';
import { CHIPS } from './states.js';

export const ORDERS = ['name', '-name', 'username', 'worst', 'overdue', '-last_backup', 'last_backup'];
/** In place of ids: all groups in which some device needs somebody. */
export const TROUBLED = 'issues';

/** Which devices the list shows, and in which order. It stands in the address: ?status=error,missed or ?issues=1, ?group=3,0 or ?group=issues, and ?sort=worst. */
export class Filters {
  states = [];
  issues = false;
  /** Ids of groups, '0' for devices in no group; or TROUBLED alone. */
  groups = [];
  #order = '';
  #usual;
  #onChange;

  /** @param usual says the order that nobody has chosen; onChange is told when it is another choice than before, and whether the page itself has made it */
  constructor(usual, onChange) {
    this.#usual = usual;
    this.#onChange = onChange;
    this.#take(read());
    addEventListener('popstate', () => this.#take(read()) && onChange());
  }

  get order() {
    return this.#order || this.#usual();
  }

  /** Whether some devices are left out for how they stand. */
  get byState() {
    return this.issues || this.states.length > 0;
  }

  /** Whether some devices are left out. */
  get any() {
    return this.byState || this.groups.length > 0;
  }

  /** What the list asks the server. */
  get query() {
    return { status: this.states.join(), issues_only: this.issues ? 'true' : '', group: this.groups.join(), sort: this.order };
  }

  /** What is chosen now, to be turned to again. */
  get kept() {
    return { states: this.states, issues: this.issues, groups: this.groups, order: this.#order };
  }

  /**
   * Shows something else without a step for Back: nobody has chosen it.
   *
   * @param poll whether nobody has asked for it at all
   */
  turnTo({ states = [], issues = false, groups = [], order }, poll = false) {
    this.#choose({ states, issues, groups, order }, false, poll);
  }

  /** One state more or less: any of the chosen ones will do. */
  toggle(state) {
    const states = this.states.includes(state) ? this.states.filter((one) => one !== state) : [...this.states, state];
    this.#choose({ states: inOrder(states), issues: false });
  }

  /** This state and no other, of all devices. */
  show(state) {
    this.#choose({ states: [state], issues: false, groups: [] });
  }

  /** @param issues whether only those that need somebody; of the chosen groups */
  onlyIssues(issues) {
    this.#choose({ states: [], issues });
  }

  /** The same of all devices. */
  allIssues(issues) {
    this.#choose({ states: [], issues, groups: [] });
  }

  /** @param groups as above; none for all devices */
  only(groups) {
    this.#choose({ groups });
  }

  clear() {
    this.allIssues(false);
  }

  sort(order) {
    this.#choose({ order });
  }

  #choose(choice, step = true, poll = false) {
    if (!this.#take({ ...this.kept, ...choice })) return;
    put({ status: this.states.join(), issues: this.issues ? '1' : '', group: this.groups.join(), sort: this.#order === this.#usual() ? '' : this.#order }, step);
    this.#onChange(poll);
  }

  /** @returns whether anything is another now */
  #take({ states, issues, groups, order }) {
    const was = JSON.stringify(this.kept);
    Object.assign(this, { states, issues, groups });
    this.#order = order ?? '';
    return was !== JSON.stringify(this.kept);
  }
}

function inOrder(states) {
  return CHIPS.filter((state) => states.includes(state));
}

/** What nobody could have chosen here is left out. */
function read() {
  const issues = asked('issues') === '1';
  const order = asked('sort');
  return { states: issues ? [] : inOrder(asked('status').split(',')), issues, groups: groupsOf(asked('group')), order: ORDERS.includes(order) ? order : '' };
}

function groupsOf(text) {
  if (text === TROUBLED) return [TROUBLED];
  return [...new Set(text.split(',').filter((id) => /^\d{1,9}$/.test(id)))];
}
