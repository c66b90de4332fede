import { asked, put } from './address.js';
import { CHIPS } from './states.js';

export const ORDERS = ['name', '-name', 'username', 'worst', 'overdue', '-last_backup', 'last_backup'];

/** Which devices the list shows, and in which order. It stands in the address: ?status=error,missed or ?issues=1, and ?sort=worst. */
export class Filters {
  states = [];
  issues = false;
  order = ORDERS[0];
  #onChange;

  /** @param onChange told when it is another choice than before, and whether the page itself has made it */
  constructor(onChange) {
    this.#onChange = onChange;
    this.#take(read());
    addEventListener('popstate', () => this.#take(read()) && onChange());
  }

  /** Whether some devices are left out. */
  get any() {
    return this.issues || this.states.length > 0;
  }

  /** What the list asks the server. */
  get query() {
    return { status: this.states.join(), issues_only: this.issues ? 'true' : '', sort: this.order };
  }

  /** What is chosen now, to be turned to again. */
  get kept() {
    return { states: this.states, issues: this.issues, order: this.order };
  }

  /**
   * Shows something else without a step for Back: nobody has chosen it.
   *
   * @param poll whether nobody has asked for it at all
   */
  turnTo({ states = [], issues = false, order }, poll = false) {
    this.#choose({ states, issues, order }, false, poll);
  }

  /** One state more or less: any of the chosen ones will do. */
  toggle(state) {
    const states = this.states.includes(state) ? this.states.filter((one) => one !== state) : [...this.states, state];
    this.#choose({ states: inOrder(states), issues: false, order: this.order });
  }

  /** This state and no other. */
  show(state) {
    this.#choose({ states: [state], issues: false, order: this.order });
  }

  onlyIssues(issues) {
    this.#choose({ states: [], issues, order: this.order });
  }

  clear() {
    this.onlyIssues(false);
  }

  sort(order) {
    this.#choose({ states: this.states, issues: this.issues, order });
  }

  #choose(choice, step = true, poll = false) {
    if (!this.#take(choice)) return;
    put({ status: this.states.join(), issues: this.issues ? '1' : '', sort: this.order === ORDERS[0] ? '' : this.order }, step);
    this.#onChange(poll);
  }

  /** @returns whether anything is another now */
  #take({ states, issues, order }) {
    const same = states.join() === this.states.join() && issues === this.issues && order === this.order;
    Object.assign(this, { states, issues, order });
    return !same;
  }
}

function inOrder(states) {
  return CHIPS.filter((state) => states.includes(state));
}

/** What nobody could have chosen here is left out. */
function read() {
  const issues = asked('issues') === '1';
  const order = asked('sort');
  return { states: issues ? [] : inOrder(asked('status').split(',')), issues, order: ORDERS.includes(order) ? order : ORDERS[0] };
}
