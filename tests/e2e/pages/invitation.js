// @ts-check
// The invitation's dialogs as LinkedIn builds them: both steps, the walls, Sales Navigator's form, and a layout that has
// none of today's names.
import { control, make } from './make.js';
import { WORDS, inDigits } from './words.js';

/**
 * @typedef {object} Row
 * @property {'profile' | 'search' | 'network' | 'direct' | 'sales'} place
 * @property {'light' | 'shadow' | 'frame' | 'modal'} mount
 * @property {string} lang
 * @property {200 | 300} [limit] 200 is a free account's, which has a banner, too
 * @property {number} [left] notes this month, on the banner
 * @property {'ids' | 'renamed' | 'bare'} [layout] renamed: only roles and the counter are left; bare: not even the counter
 * @property {'upsell' | 'email' | 'weekly'} [wall]
 * @property {boolean} [once] without step 1
 * @property {boolean} [late] the box comes some time after its step, without the focus
 */

/** Set by the page: where dialogs go. @type {(row: Row, dialog: HTMLElement) => void} */
let mountAt;
/** @type {HTMLElement | undefined} */
let open;
/** Whether the dialog stays open when Send is clicked, as it does when the site's server refuses. */
let refuses = false;

/** @param {(row: Row, dialog: HTMLElement) => void} mount */
export function setMount(mount) {
  mountAt = mount;
}

export function refuse() {
  refuses = true;
}

export function close() {
  refuses = false;
  open?.remove();
  open = undefined;
}

/** @param {Row} row @returns {HTMLElement} the dialog, in the page */
function shell(row) {
  close();
  const native = row.mount === 'modal';
  const ids = (row.layout ?? 'ids') === 'ids';
  const dialog = make(native ? 'dialog' : 'div', native ? {} : { role: 'dialog' });
  dialog.className = ids ? 'artdeco-modal send-invite' : '_6d8b36a8 _953ab0f0';
  if (ids) dialog.setAttribute('aria-labelledby', 'send-invite-modal');
  else dialog.setAttribute('data-testid', 'dialog');
  open = make('div', ids ? { class: 'artdeco-modal-overlay', 'data-test-modal-container': '', 'data-test-modal-id': 'send-invite-modal' } : { class: '_1f0c' }, dialog);
  mountAt(row, open);
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
  return dialog;
}

/** @param {Row} row @param {HTMLElement} dialog @param {HTMLElement[]} content @param {HTMLElement[]} buttons */
function fill(row, dialog, content, buttons) {
  const ids = (row.layout ?? 'ids') === 'ids';
  const part = (/** @type {string} */ name) => ({ class: ids ? `artdeco-modal__${name}` : `_${name.length}e1` });
  dialog.replaceChildren(
    control('button', { ...part('dismiss'), type: 'button' }, '×', close),
    make('div', part('header'), make('h2', ids ? { id: 'send-invite-modal' } : {}, WORDS[row.lang]?.title ?? '')),
    make('div', part('content'), ...content),
    make('div', part('actionbar'), ...buttons),
  );
}

/** Step 1. @param {Row} row */
export function ask(row) {
  const words = WORDS[row.lang];
  if (!words) throw new Error(row.lang);
  if (row.wall === 'weekly') return wall('ip-fuse-limit-alert', make('p', { class: 't-16' }, words.title));
  if (row.once) return write(row);
  const dialog = shell(row);
  const sentence = make('span', { class: 'flex-1' }, words.ask[0], make('strong', {}, words.name), words.ask[1]);
  const content = [make('p', { class: 'display-flex' }, sentence)];
  if (row.wall === 'email') content.push(make('input', { type: 'email', name: 'email', class: 'artdeco-text-input--input' }));
  const next = () => (row.wall === 'upsell' ? upsell(words) : write(row, dialog));
  const add = control('button', { 'aria-label': words.add, class: 'artdeco-button artdeco-button--secondary', type: 'button', 'data-test': 'add' }, words.add, next);
  fill(row, dialog, content, [add, control('button', { class: 'artdeco-button artdeco-button--primary', type: 'button' }, words.skip, close)]);
  add.focus();
}

/** Step 2. @param {Row} row @param {HTMLElement} [shown] the dialog of step 1 */
export function write(row, shown) {
  const words = WORDS[row.lang];
  if (!words) throw new Error(row.lang);
  const dialog = shown ?? shell(row);
  const ids = (row.layout ?? 'ids') === 'ids';
  const limit = row.limit ?? 200;
  /** @type {Record<string, string>} */
  const attributes = ids ? { id: 'custom-message', name: 'message', class: 'ember-text-area ember-view connect-button-send-invite__custom-message' } : { class: '_0ae4' };
  const box = /** @type {HTMLTextAreaElement} */ (make('textarea', { ...attributes, rows: '4' }));
  const counter = make('span', { class: 't-14 t-black--light flex-1 text-align-right' });
  const send = /** @type {HTMLButtonElement} */ (control('button', { class: 'artdeco-button artdeco-button--primary', type: 'button', 'data-test': 'send' }, words.send, () => {
    if (refuses) return;
    if (row.wall === 'weekly') wall('ip-fuse-limit-alert', make('p', { class: 't-16' }, words.title));
    else close();
  }));
  const count = () => {
    counter.textContent = `${inDigits(words, box.value.length)}/${inDigits(words, limit)}`;
    send.disabled = box.value.length === 0 || box.value.length > limit;
  };
  box.addEventListener('input', count);
  count();
  const label = make('label', { for: 'custom-message' }, make('span', { class: 'visually-hidden' }, words.label), make('p', { class: 't-14 pb2' }, words.title));
  const banner = limit === 200 ? [make('p', { class: 't-14' }, words.banner(inDigits(words, row.left ?? 3)))] : [];
  const counted = row.layout === 'bare' ? [] : [make('div', { class: 'display-flex align-items-center' }, counter)];
  const block = make('div', { class: 'relative' }, ...(row.late ? [] : [box]), ...counted);
  fill(row, dialog, [label, ...banner, block], [control('button', { class: 'artdeco-button artdeco-button--secondary', type: 'button', 'data-test': 'cancel' }, words.cancel, close), send]);
  if (row.late) setTimeout(() => block.prepend(box));
  else box.focus();
}

/** The offer that takes the dialog's place when the month's notes are used up. @param {import('./words.js').Words} words */
function upsell(words) {
  const overlay = wall('modal-upsell', make('p', {}, words.title), make('a', { href: '/premium/products/?upsell' }, 'Premium'));
  overlay.setAttribute('data-test-modal-id', 'modal-upsell');
}

/** @param {string} name @param {...HTMLElement} content */
function wall(name, ...content) {
  close();
  open = make('div', { class: 'artdeco-modal-overlay' }, make('div', { role: 'dialog', class: `artdeco-modal ${name}` }, control('button', { type: 'button', 'data-test': 'dismiss' }, '×', close), ...content));
  document.body.append(open);
  return open;
}

/** Sales Navigator asks in one step. @param {Row} row */
export function salesForm(row) {
  close();
  const words = WORDS[row.lang];
  if (!words) throw new Error(row.lang);
  const box = make('textarea', { id: 'connect-cta-form__invitation', maxlength: '300', class: 'connect-cta-form__textarea' });
  const person = make('div', { class: 'artdeco-entity-lockup__title', 'data-anonymize': 'person-name' }, words.name);
  const dialog = make('div', { role: 'dialog', 'data-test-modal': '', class: 'artdeco-modal', 'aria-labelledby': 'connect-cta-form__header', 'data-sn-view-name': 'subpage-connect-modal' },
    make('h2', { id: 'connect-cta-form__header' }, words.title), person, make('input', { id: 'connect-cta-form__email', type: 'email' }), box,
    control('button', { class: 'connect-cta-form__cancel', type: 'button' }, words.cancel, close),
    control('button', { class: 'connect-cta-form__send', type: 'button', 'data-test': 'send' }, words.send, close));
  open = make('div', { class: 'artdeco-modal-overlay' }, dialog);
  mountAt(row, open);
  box.focus();
}
