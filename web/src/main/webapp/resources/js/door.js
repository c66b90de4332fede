import './menu.js';
import './theme.js';
import './fields.js';
import { folded } from './folded.js';

/** Sign-in and its neighbours: find a client. */
const finder = document.getElementById('find-client');
if (finder) {
  const choices = [...document.querySelectorAll('.choice')];
  const none = document.getElementById('no-client');
  const find = () => {
    const words = folded(finder.value.trim());
    let shown = 0;
    for (const choice of choices) {
      choice.hidden = !folded(choice.dataset.find).includes(words);
      if (!choice.hidden) shown += 1;
    }
    none.hidden = shown > 0;
  };
  finder.addEventListener('input', find);
  finder.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      finder.value = '';
      find();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const left = choices.filter((choice) => !choice.hidden);
      if (left.length === 1) left[0].click();
    }
  });
  find();
}
