import { setApart } from './apart.js';
import { show } from './dom.js';

/**
 * A drawer over the page: nothing else can be reached while it is open, Escape, its cross and a press beside it close it, and the focus goes
 * back to where it came from. It stands in the address behind #. Knows nothing of what is in it.
 */
export class Drawer {
  #root;
  #context;
  #opener = null;
  #letGo = null;

  /**
   * @param context {backdrop, button: opens it, hash: its name in the address, kept: [what stays within reach], onOpen(), onClose(): told
   *     before it goes, back(): takes one step back in it, and returns whether there was one to take}
   */
  constructor(root, context) {
    this.#root = root;
    this.#context = context;
    const { backdrop, button } = context;
    button.addEventListener('click', () => this.open(button));
    backdrop.addEventListener('click', () => this.close());
    root.querySelector('[data-part="close"]').addEventListener('click', () => this.close());
    root.addEventListener('keydown', (event) => this.#key(event));
    addEventListener('hashchange', () => this.follow());
  }

  get isOpen() {
    return this.#letGo !== null;
  }

  /** Opens or closes, as the address says. */
  follow() {
    if (location.hash === this.#context.hash) this.open(document.activeElement);
    else this.close();
  }

  /** @param opener where the focus goes afterwards */
  open(opener) {
    if (this.isOpen) return;
    const { backdrop, kept, onOpen } = this.#context;
    this.#opener = opener;
    this.#show(true);
    this.#letGo = setApart(this.#root, [backdrop, ...kept]);
    this.#root.focus();
    onOpen();
  }

  close() {
    if (!this.isOpen) return;
    const { button, hash, onClose } = this.#context;
    onClose();
    this.#letGo();
    this.#letGo = null;
    this.#show(false);
    if (location.hash === hash) history.replaceState(history.state, '', location.pathname + location.search);
    const there = this.#opener !== document.body && this.#opener.checkVisibility();
    (there ? this.#opener : button).focus({ preventScroll: true });
  }

  /** What had the focus may have gone, or be hidden. */
  keepFocus() {
    const at = document.activeElement;
    if (at === document.body || (this.#root.contains(at) && !at.checkVisibility())) this.#root.focus({ preventScroll: true });
  }

  #show(shown) {
    show(this.#root, shown);
    show(this.#context.backdrop, shown);
    // Room for its foot below the notices.
    document.documentElement.toggleAttribute('data-drawer', shown);
  }

  #key(event) {
    // A letter in here is no command of the page; the way to the notices is everywhere.
    if (event.key !== 'F8') event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (!this.#context.back()) this.close();
  }
}
