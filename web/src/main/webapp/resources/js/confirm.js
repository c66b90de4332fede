/** Asks before something is done. The browser's own dialog keeps the focus in it, closes by Escape and gives the focus back. */
export function confirmIn(dialog) {
  const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
  const yes = part('yes');
  part('no').addEventListener('click', () => dialog.close(''));
  yes.addEventListener('click', () => dialog.close('yes'));
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close(''));

  /** @param question {title, text, action, danger} @returns promise of whether */
  return (question) => {
    dialog.querySelector('h2').textContent = question.title;
    dialog.querySelector('p').textContent = question.text;
    yes.textContent = question.action;
    yes.classList.toggle('btn--danger-solid', Boolean(question.danger));
    yes.classList.toggle('btn--primary', !question.danger);
    dialog.returnValue = '';
    dialog.showModal();
    part('no').focus();
    return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
  };
}
