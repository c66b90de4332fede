import './menu.js';
import './theme.js';

/** Sign-in and its neighbours: show the password, find a client. */
for (const eye of document.querySelectorAll('[data-eye]')) {
  const field = eye.parentElement.querySelector('input');
  eye.hidden = false;
  eye.addEventListener('click', () => {
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    const label = shown ? eye.dataset.hide : eye.dataset.show;
    eye.setAttribute('aria-label', label);
    eye.setAttribute('aria-pressed', String(shown));
    eye.title = label;
    eye.querySelector('use').setAttribute('href', shown ? '#i-eye-off' : '#i-eye');
    field.focus();
  });
}

/** What was refused is what to type again. */
document.querySelector('[aria-invalid="true"]')?.focus();

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

/** One sign-in at a time: the button rests while the answer is on its way. */
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = '1';
    form.querySelector('[type="submit"]')?.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => delete form.dataset.sent);
}
