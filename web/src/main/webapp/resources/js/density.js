import { recall, remember } from './remembered.js';

const CHOICES = ['comfortable', 'compact'];

/**
 * How close the rows stand: two joined buttons. The server knows it for each person; this browser remembers it, so that the rows need not
 * jump until the server has said so.
 *
 * @param onChoose told what somebody has pressed
 * @returns {show(density)}: shows what is known, or the first choice when nothing is
 */
export function densityIn(group, onChoose) {
  const buttons = [...group.querySelectorAll('[data-density-choice]')];
  const show = (wanted) => {
    const density = CHOICES.includes(wanted) ? wanted : CHOICES[0];
    document.documentElement.dataset.density = density;
    remember('density', density);
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.densityChoice === density));
  };
  show(recall('density', CHOICES[0]));
  for (const button of buttons) {
    button.addEventListener('click', () => {
      show(button.dataset.densityChoice);
      onChoose(button.dataset.densityChoice);
    });
  }
  return { show };
}
