import { partsOf, show, write } from './dom.js';
import { failKey } from './failKey.js';
import { COLOURS, DRAWINGS, markGroup } from './groupLooks.js';
import { LONGEST, tidy } from './groupName.js';

/** Each form's choices are its own. */
let forms = 0;

/** Asks for a group's name, colour and drawing, of a new one or one that is there. What cannot be is said under the name. */
export class GroupForm {
  element;
  #parts;
  #context;
  #group;

  /**
   * @param group null for a new one
   * @param context {groups, texts, toasts, formTemplate, choiceTemplate, onDone(group), onCancel(), onGone()}
   */
  constructor(group, context) {
    this.#group = group;
    this.#context = context;
    this.element = context.formTemplate.content.firstElementChild.cloneNode(true);
    this.#parts = partsOf(this.element);
    const { name, label, problem, colours, drawings, save, cancel } = this.#parts;
    const { texts } = context;
    forms += 1;
    name.id = `group-name-${forms}`;
    label.htmlFor = name.id;
    problem.id = `group-problem-${forms}`;
    name.setAttribute('aria-describedby', problem.id);
    name.setAttribute('aria-label', group ? texts.say('groups.nameOf', { group: group.name }) : texts.say('groups.nameNew'));
    name.maxLength = LONGEST;
    name.value = group?.name ?? '';
    this.#choices(colours, 'color', COLOURS, 'colour');
    this.#choices(drawings, 'icon', DRAWINGS, 'drawing');
    write(save, texts.say(group ? 'groups.save' : 'groups.create'));
    // Another's name is said while it is typed; that there is none, only to who sends it.
    name.addEventListener('input', () => this.#say(this.#taken() ? 'groups.name.taken' : ''));
    cancel.addEventListener('click', () => context.onCancel());
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save();
    });
  }

  focus() {
    this.#parts.name.focus();
    this.#parts.name.select();
  }

  #taken() {
    return this.#context.groups.named(this.#parts.name.value, this.#group?.id) !== undefined;
  }

  #choices(box, field, names, kind) {
    const { texts, choiceTemplate } = this.#context;
    for (const name of ['', ...names]) {
      const choice = choiceTemplate.content.firstElementChild.cloneNode(true);
      const input = choice.querySelector('input');
      input.name = `group-${field}-${forms}`;
      input.value = name;
      input.checked = name === (this.#group?.[field] ?? '');
      choice.title = texts.say(`groups.${kind}.${name || 'none'}`);
      input.setAttribute('aria-label', choice.title);
      choice.toggleAttribute('data-none', name === '');
      markGroup(choice.querySelector('[data-part="mark"]'), { [field]: name });
      box.append(choice);
    }
  }

  #chosen(box) {
    return box.querySelector(':checked').value || null;
  }

  async #save() {
    const { groups, toasts, onDone, onGone } = this.#context;
    const { name, colours, drawings, save } = this.#parts;
    const looks = { name: tidy(name.value), color: this.#chosen(colours), icon: this.#chosen(drawings) };
    if (!looks.name || this.#taken()) {
      this.#say(looks.name ? 'groups.name.taken' : 'groups.name.none');
      name.focus();
      return;
    }
    if (save.getAttribute('aria-busy') === 'true') return;
    save.setAttribute('aria-busy', 'true');
    try {
      onDone(await (this.#group ? this.#change(looks) : groups.create(looks)));
    } catch (trouble) {
      if (trouble.status === 404 && this.#group) onGone();
      else if (trouble.status === 409 || trouble.status === 400) {
        this.#say(failKey(trouble, { 400: 'groups.name.bad', 409: 'groups.name.taken' }));
        name.focus();
      } else toasts.fail(trouble);
    } finally {
      save.removeAttribute('aria-busy');
    }
  }

  /** No more than what is other here: what somebody else has changed meanwhile stays. */
  #change(looks) {
    const other = Object.entries(looks).filter(([field, value]) => value !== (this.#group[field] ?? null));
    return other.length ? this.#context.groups.change(this.#group.id, Object.fromEntries(other)) : this.#group;
  }

  #say(key) {
    const { name, problem } = this.#parts;
    write(problem, key ? this.#context.texts.say(key) : '');
    show(problem, Boolean(key));
    if (key) name.setAttribute('aria-invalid', 'true');
    else name.removeAttribute('aria-invalid');
  }
}
