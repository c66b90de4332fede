import { write } from './dom.js';

/** The order of the list: a menu whose button says the chosen one. Opening and keys are menu.js's. */
export class SortMenu {
  #value;
  #items;

  /** @param onChoose told the order */
  constructor(anchor, onChoose) {
    const button = anchor.querySelector('[aria-haspopup]');
    this.#value = button.querySelector('.value');
    this.#items = [...anchor.querySelectorAll('[data-order]')];
    for (const item of this.#items) {
      item.addEventListener('click', () => {
        onChoose(item.dataset.order);
        button.click();
      });
    }
  }

  paint(order) {
    for (const item of this.#items) {
      const chosen = item.dataset.order === order;
      item.setAttribute('aria-checked', String(chosen));
      if (chosen) write(this.#value, item.querySelector('[data-part="word"]').textContent);
    }
  }
}
