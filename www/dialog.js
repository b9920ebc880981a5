// @ts-check
// LinkedIn's invitation dialog, rebuilt from its known ids, attributes and labels, for the playground and the tests.
// Looks and code are our own. Runs under a strict CSP: nodes by createElement, styles by adoptedStyleSheets.

/**
 * @typedef {object} Options
 * @property {'light' | 'shadow' | 'frame' | 'modal'} [mount] where the page puts the dialog
 * @property {200 | 300} [limit] what the counter counts to
 * @property {1 | 2} [step] 1 asks whether to add a note, 2 has the box
 * @property {string} [recipient]
 * @property {'textarea' | 'contenteditable'} [box]
 * @property {'light' | 'dark'} [theme]
 * @property {string} [text] what the box holds at first
 * @property {boolean} [trap] whether focus is kept inside, as LinkedIn does; true if absent
 * @property {boolean} [remount] whether the page replaces the box's node after each change
 * @property {string} [lang]
 * @property {(text: string) => void} [onSend]
 */

/**
 * Opens the dialog over the current document. One at a time: an open one is closed.
 * @param {Options} [options]
 */
export function openDialog(options = {}) {
  closeDialog();
  addDecoys();
  if (options.mount === 'frame') return openInFrame(options);
  const dialog = options.mount === 'modal' ? make('dialog') : make('div', { role: 'dialog' });
  dialog.className = 'artdeco-modal send-invite';
  for (const [name, value] of Object.entries({ 'data-test-modal': '', 'aria-labelledby': 'send-invite-modal', lang: options.lang ?? 'en' })) dialog.setAttribute(name, value);
  const overlay = make('div', { class: 'artdeco-modal-overlay', 'data-test-modal-container': '', 'data-test-modal-id': 'send-invite-modal', 'data-theme': options.theme ?? 'light' }, dialog);
  mountOf(options).append(overlay);
  const life = new AbortController();
  const close = () => {
    life.abort();
    overlay.remove();
  };
  open = close;
  dialog.addEventListener('cancel', close, { signal: life.signal });
  // Which of the two LinkedIn's own dialog minds is not the same everywhere.
  for (const type of ['keydown', 'keyup']) dialog.addEventListener(type, (event) => event.key === 'Escape' && close(), { signal: life.signal });
  if (options.trap !== false) trapFocus(dialog, life.signal);
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
  const ask = () => showQuestion(dialog, options, write, close);
  const write = () => showBox(dialog, options, close);
  if (options.step === 1) ask();
  else write();
  return { close };
}

/** Closes the open dialog, if there is one. */
export function closeDialog() {
  open?.();
  open = undefined;
}

/** @type {(() => void) | undefined} */
let open;

/** @param {string} name @param {Record<string, string>} [attributes] @param {...(Node | string)} children */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The node that holds the dialog. @param {Options} options @returns {Element | ShadowRoot} */
function mountOf(options) {
  adopt(document);
  if (options.mount !== 'shadow') return document.body;
  const outlet = document.querySelector('#interop-outlet') ?? document.body.appendChild(make('div', { id: 'interop-outlet', 'data-testid': 'interop-shadowdom' }));
  const root = outlet.shadowRoot ?? outlet.attachShadow({ mode: 'open' });
  adopt(root);
  return root;
}

/** @param {Document | ShadowRoot} root */
function adopt(root) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
}

/** A same-origin frame over the page, with the dialog in it. @param {Options} options */
function openInFrame(options) {
  adopt(document);
  const { onSend, ...plain } = options;
  const source = new URL('frame.html', import.meta.url);
  source.search = new URLSearchParams({ options: JSON.stringify({ ...plain, mount: 'light' }) }).toString();
  const frame = /** @type {HTMLIFrameElement} */ (make('iframe', { 'data-testid': 'interop-iframe', src: source.href, title: 'Invitation' }));
  document.body.append(frame);
  open = () => frame.remove();
  return { close: () => frame.remove() };
}

/** Keeps the focus inside the dialog, as LinkedIn does. @param {Element} dialog @param {AbortSignal} signal */
function trapFocus(dialog, signal) {
  document.addEventListener('focusin', (event) => {
    if (event.composedPath().includes(dialog)) return;
    /** @type {HTMLElement | null} */ (dialog.querySelector('textarea, [contenteditable], button'))?.focus();
  }, { signal });
}

/** @param {Element} dialog @param {string} title @param {Element[]} content @param {HTMLButtonElement[]} buttons @param {() => void} close */
function fill(dialog, title, content, buttons, close) {
  const dismiss = button('Dismiss', '×', 'artdeco-modal__dismiss', close);
  dismiss.setAttribute('data-test-modal-close-btn', '');
  dialog.replaceChildren(
    dismiss,
    make('div', { class: 'artdeco-modal__header' }, make('h2', { id: 'send-invite-modal' }, title)),
    make('div', { class: 'artdeco-modal__content' }, ...content),
    make('div', { class: 'artdeco-modal__actionbar' }, ...buttons),
  );
}

/** @param {string} label @param {string} text @param {string} className @param {() => void} act @returns {HTMLButtonElement} */
function button(label, text, className, act) {
  const made = /** @type {HTMLButtonElement} */ (make('button', { 'aria-label': label, class: className, type: 'button' }, text));
  made.addEventListener('click', act);
  return made;
}

const SECONDARY = 'artdeco-button artdeco-button--secondary';
const PRIMARY = 'artdeco-button artdeco-button--primary';

/** Step 1. @param {Element} dialog @param {Options} options @param {() => void} write @param {() => void} close */
function showQuestion(dialog, options, write, close) {
  const sentence = make('span', { class: 'flex-1' }, 'Personalize your invitation to ', make('strong', {}, options.recipient ?? 'Mina Okafor'),
    ' by adding a note. LinkedIn members are more likely to accept invitations that include a note.');
  const add = button('Add a note', 'Add a note', SECONDARY, write);
  fill(dialog, 'Add a note to your invitation?', [make('p', { class: 'display-flex' }, sentence)],
    [add, button('Send without a note', 'Send without a note', PRIMARY, close)], close);
  add.focus();
}

/** Step 2. @param {Element} dialog @param {Options} options @param {() => void} close */
function showBox(dialog, options, close) {
  const limit = options.limit ?? 200;
  const counter = make('span', { class: 't-14 t-black--light flex-1 text-align-right' });
  const label = make('label', { for: 'custom-message' }, make('span', { class: 'visually-hidden' }, 'Please limit personal note to 300 characters.'),
    make('p', { class: 't-14 pb2' }, 'LinkedIn members are more likely to accept invitations that include a personal note.'));
  let box = makeBox(options);
  const send = button('Send invitation', 'Send', PRIMARY, () => {
    options.onSend?.(textOf(box));
    close();
  });
  const count = () => {
    const { length } = textOf(box);
    counter.textContent = `${length}/${limit}`;
    counter.classList.toggle('is-over', length > limit);
    send.disabled = length === 0 || length > limit;
    send.classList.toggle('artdeco-button--disabled', send.disabled);
  };
  const changed = () => {
    if (options.remount) box = replaced(box, changed);
    count();
  };
  box.addEventListener('input', changed);
  const block = make('div', { class: 'relative' }, box, make('div', { class: 'display-flex align-items-center' }, counter));
  fill(dialog, 'Add a note to your invitation', [label, block], [button('Cancel adding a note', 'Cancel', SECONDARY, close), send], close);
  count();
  box.focus();
}

/** @param {Options} options @returns {HTMLElement} */
function makeBox({ box, text = '' }) {
  const id = { id: 'custom-message', class: 'ember-text-area ember-view connect-button-send-invite__custom-message' };
  if (box === 'contenteditable') {
    return make('div', { ...id, contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Note' }, text);
  }
  const area = /** @type {HTMLTextAreaElement} */ (make('textarea', { ...id, name: 'message', placeholder: 'Ex: We know each other from…', 'data-artdeco-is-focused': 'true' }));
  area.value = text;
  return area;
}

/** A new node with the same text and caret in the place of `box`. @param {HTMLElement} box @param {() => void} changed */
function replaced(box, changed) {
  const copy = /** @type {HTMLElement} */ (box.cloneNode(true));
  copy.addEventListener('input', changed);
  const caret = box instanceof HTMLTextAreaElement ? box.selectionEnd : 0;
  const value = textOf(box);
  box.replaceWith(copy);
  if (copy instanceof HTMLTextAreaElement) {
    copy.value = value;
    copy.setSelectionRange(caret, caret);
  }
  copy.focus();
  return copy;
}

/** @param {HTMLElement} box */
const textOf = (box) => (box instanceof HTMLTextAreaElement ? box.value : box.innerText.replace(/\n$/, ''));

/** Boxes that are no notes and must be left alone: a hidden one, and a message's. */
function addDecoys() {
  if (document.querySelector('.g-recaptcha-response')) return;
  document.body.append(make('textarea', { id: 'g-recaptcha-response-100000', class: 'g-recaptcha-response', hidden: '' }));
  if (window !== top) return; // messages stay in the page around the frame
  const message = make('div', { class: 'msg-form__contenteditable', contenteditable: 'true', role: 'textbox', 'aria-label': 'Write a message…' });
  const form = make('form', { class: 'msg-form' }, message, make('button', { class: 'msg-form__send-button', type: 'button' }, 'Send'));
  document.body.append(make('aside', { id: 'msg-overlay', class: 'msg-overlay-list-bubble' }, make('b', {}, 'Messaging'), form));
}

const STYLE = `
  .artdeco-modal-overlay { position: fixed; inset: var(--dialog-inset, 0); z-index: 100; display: flex; align-items: flex-start; justify-content: center;
    overflow-y: auto; padding: 48px 16px; box-sizing: border-box; background: rgb(0 0 0 / .6); font: 16px/1.5 -apple-system, system-ui, "Segoe UI", Roboto, sans-serif;
    --ground: #fff; --ink: rgb(0 0 0 / .9); --soft: rgb(0 0 0 / .6); --line: rgb(0 0 0 / .15); --action: #1a5fb4; --on-action: #fff; --wrong: #b3261e; }
  .artdeco-modal-overlay[data-theme="dark"] { --ground: #1d2226; --ink: rgb(255 255 255 / .9); --soft: rgb(255 255 255 / .6); --line: rgb(255 255 255 / .25);
    --action: #78aeed; --on-action: #10161d; --wrong: #f2827a; color-scheme: dark; }
  .artdeco-modal { position: relative; width: 552px; max-width: 100%; margin: 0; padding: 0; border: 0; border-radius: 8px; box-sizing: border-box; background: var(--ground);
    color: var(--ink); box-shadow: 0 4px 24px rgb(0 0 0 / .3); font: inherit; }
  dialog.artdeco-modal { margin: 48px auto; max-height: calc(100% - 96px); }
  dialog.artdeco-modal::backdrop { background: transparent; }
  .artdeco-modal__dismiss { position: absolute; top: 10px; inset-inline-end: 12px; width: 40px; height: 40px; border: 0; border-radius: 50%; background: none; color: var(--soft); font-size: 26px; line-height: 1; cursor: pointer; }
  .artdeco-modal__header { padding: 14px 24px; border-bottom: 1px solid var(--line); }
  .artdeco-modal__header h2 { margin: 0; font-size: 20px; font-weight: 400; }
  .artdeco-modal__content { padding: 12px 24px; }
  .artdeco-modal__content p { margin: 0 0 8px; }
  .artdeco-modal__actionbar { display: flex; justify-content: flex-end; gap: 8px; padding: 14px 24px; border-top: 1px solid var(--line); }
  .relative { position: relative; }
  .display-flex { display: flex; } .align-items-center { align-items: center; } .flex-1 { flex: 1; }
  .t-14 { font-size: 14px; } .t-black--light { color: var(--soft); } .t-black--light.is-over { color: var(--wrong); } .text-align-right { text-align: right; }
  .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  #custom-message { display: block; width: 100%; min-height: 104px; box-sizing: border-box; padding: 8px 12px; border: 1px solid var(--soft); border-radius: 4px;
    background: var(--ground); color: var(--ink); font: inherit; line-height: 1.5; resize: vertical; overflow-y: auto; }
  .artdeco-button { padding: 6px 16px; border-radius: 20px; border: 1px solid var(--action); background: none; color: var(--action); font: 600 16px/1.25 inherit; font-family: inherit; cursor: pointer; }
  .artdeco-button--primary { background: var(--action); color: var(--on-action); }
  .artdeco-button--disabled { border-color: transparent; background: var(--line); color: var(--soft); cursor: default; }
  iframe[data-testid="interop-iframe"] { position: fixed; inset: var(--dialog-inset, 0); width: calc(100% - var(--dialog-left, 0px)); height: 100%; border: 0; z-index: 100; }
  .msg-overlay-list-bubble { position: fixed; right: 16px; bottom: 0; width: 240px; padding: 8px 12px; border: 1px solid rgb(128 128 128 / .4); border-radius: 8px 8px 0 0; font: 14px system-ui, sans-serif; }
  .msg-form { display: flex; gap: 8px; margin-top: 6px; }
  .msg-form__contenteditable { flex: 1; min-height: 20px; padding: 4px 6px; border: 1px solid rgb(128 128 128 / .4); border-radius: 4px; }
`;
