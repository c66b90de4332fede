/** Fields of forms that are sent whole: show the password. */
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

/** What a page wants to be read first. */
document.querySelector('[data-focus]')?.focus();

/** One answer at a time: the button rests while the answer is on its way. */
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = '1';
    form.querySelector('[type="submit"]')?.setAttribute('aria-busy', 'true');
  });
  addEventListener('pageshow', () => delete form.dataset.sent);
}
