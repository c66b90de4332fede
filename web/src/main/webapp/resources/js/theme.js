/** Theme: the system decides until the reader does; the choice is a cookie, so that the server writes it into the page. */
const YEAR = 31_536_000;
const light = matchMedia('(prefers-color-scheme: light)');
const root = document.documentElement;

export function keep(name, value) {
  const path = root.dataset.context || '/';
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=${path}; max-age=${value ? YEAR : 0}; samesite=lax${secure}`;
}

export function shownTheme() {
  return root.dataset.theme || (light.matches ? 'light' : 'dark');
}

function choose(theme) {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  keep('eb_theme', theme);
  paint();
}

function paint() {
  const shown = shownTheme();
  for (const button of document.querySelectorAll('[data-theme-toggle]')) {
    const label = shown === 'dark' ? button.dataset.toLight : button.dataset.toDark;
    button.setAttribute('aria-label', label);
    button.title = label;
    button.querySelector('use').setAttribute('href', shown === 'dark' ? '#i-moon' : '#i-sun');
  }
  for (const button of document.querySelectorAll('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String(button.dataset.themeChoice === (root.dataset.theme ?? '')));
  }
}

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-theme-toggle]')) choose(shownTheme() === 'dark' ? 'light' : 'dark');
  const choice = event.target.closest('[data-theme-choice]');
  if (choice) choose(choice.dataset.themeChoice);
});
light.addEventListener('change', paint);
paint();
