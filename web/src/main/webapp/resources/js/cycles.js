const CYCLES = ['monthly', 'quarterly', 'semiannually', 'annually', 'biennially', 'triennially', 'onetime', 'freeaccount'];
const STATES = ['active', 'pending', 'suspended', 'terminated', 'cancelled', 'fraud', 'completed'];
const plain = (word) => word.toLowerCase().replace(/[^a-z]/g, '');

/** A billing cycle in the reader's language; one that nobody knows is shown as billing writes it. */
export function cycleWord(texts, cycle) {
  return CYCLES.includes(plain(cycle)) ? texts.say(`services.cycle.${plain(cycle)}`) : cycle;
}

/** The same for what a service is. */
export function stateWord(texts, state) {
  return STATES.includes(plain(state)) ? texts.say(`services.status.${plain(state)}`) : state;
}

/** How a service's state looks: {look, icon}. */
export function stateLook(state) {
  const looks = { active: ['success', 'success'], suspended: ['warning', 'warning'], pending: ['running', 'timeout'] };
  const [look, icon] = looks[plain(state)] ?? ['unknown', 'cancelled'];
  return { look, icon };
}
