// A note's box on pages that each treat its text in a way of their own; `kind` in the query says which.
const query = new URLSearchParams(location.search);
const kind = query.get('kind');
const LIMIT = 200;
const isEditable = kind === 'editable' || kind === 'paragraphs';

/** What the page believes the note to be. */
let model = query.get('text') ?? '';
/** How often the box told of a change. */
let inputs = 0;

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const counter = make('span', { class: 't-14' });
const send = make('button', { class: 'artdeco-button--primary', type: 'button' }, 'Send');
const other = make('button', { id: 'other', type: 'button' }, 'Another');
const state = make('output', { id: 'state' });
let box = makeBox();

function makeBox() {
  const made = make(isEditable ? 'div' : 'textarea', { id: 'custom-message', name: 'message' });
  if (isEditable) made.contentEditable = 'true';
  if (kind === 'editable') made.textContent = model;
  if (kind === 'paragraphs') made.append(...model.split('\n').map((line) => make('p', {}, line || make('br'))));
  if (!isEditable) Object.assign(made, { value: model, rows: 6, cols: 50 });
  if (kind === 'maxlength') made.maxLength = LIMIT / 2;
  made.addEventListener('input', changed);
  return made;
}

function remount(text) {
  model = text;
  const made = makeBox();
  box.replaceWith(made);
  box = made;
}

function show() {
  counter.textContent = `${model.length}/${LIMIT}`;
  send.disabled = model.length === 0 || model.length > LIMIT;
  Object.assign(state.dataset, { inputs, model });
}

function changed() {
  inputs += 1;
  const before = model;
  const text = box.value ?? [...box.childNodes].map((node) => node.textContent).join('\n');
  if (kind === 'deaf') return show();
  model = text;
  // A two-way binding writes the model back after the change, as Ember's do.
  if (kind === 'binding') queueMicrotask(() => (box.value = model));
  // A page that draws the box anew, from what it knew before, some time after the first change.
  if (kind === 'forgetful' && inputs === 1) setTimeout(() => { remount(before); show(); }, 100);
  // A page whose state only keys of its own choice change.
  if (kind === 'stubborn') box.value = model = before;
  if (kind === 'capital') box.value = model = text.toUpperCase();
  show();
}

document.body.append(make('div', { class: 'artdeco-modal send-invite', role: 'dialog', 'aria-labelledby': 'send-invite-modal' },
  make('h2', { id: 'send-invite-modal' }, 'Add a note to your invitation'),
  make('div', { class: 'relative' }, box, make('div', { class: 'display-flex' }, counter)),
  make('div', { class: 'artdeco-modal__actionbar' }, other, send), state));
show();
box.focus();
