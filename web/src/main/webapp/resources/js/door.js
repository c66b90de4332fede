import './menu.js';
import './theme.js';
import './fields.js';

/** Sign-in and its neighbours: find a client. */
const finder = document.getElementById('find-client');
if (finder) {
  const choices = [...document.querySelectorAll('.choice')];
  const none = document.getElementById('no-client');
  const find = () => {
    const words = plain(finder.value.trim());
    let shown = 0;
    for (const choice of choices) {
      choice.hidden = !plain(choice.dataset.find).includes(words);
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

/** Without case and accents: "Leclerc" finds "Éric Leclerc", and so does "eric". */
function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
