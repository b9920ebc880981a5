// @ts-check
// Finds the invitation note's box and reads what LinkedIn's page says about it. Reads only.
'use strict';

const DIALOG = '[role="dialog"], [role="alertdialog"], dialog, .artdeco-modal, .send-invite';
const INVITATION = '#send-invite-modal, [aria-labelledby="send-invite-modal"], [data-test-modal-id="send-invite-modal"], .send-invite';
const NOT_A_NOTE = '.msg-form, [class*="msg-overlay"], .compose-form__message-field, [id^="g-recaptcha"], .jobs-easy-apply-modal, .ql-editor, .ProseMirror';
const INVITE_PATH = /^\/preload\/(search-)?custom-invite\//;
const CONNECT = 'a[href*="/preload/custom-invite/"], a[href*="/preload/search-custom-invite/"], [componentkey^="ConnectButtonstate"], button.pvs-profile-actions__action';
const NAMES = 'h1, h2, a[href*="/in/"], [data-anonymize="person-name"]';
const SALES_NAVIGATOR = 'connect-cta-form__invitation';
const RECIPIENT_FOR = 60000; // ms for which a name seen before the box belongs to it

/** `closest` that goes on at the host of a shadow root.
 * @param {Element | null} element @param {string} selector @returns {Element | null} */
function closestOf(element, selector) {
  for (let at = element; at; at = /** @type {ShadowRoot} */ (at.getRootNode()).host ?? null) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
}

/** @param {Element | null} element */
const isTextarea = (element) => element?.nodeName === 'TEXTAREA';

/** @param {Element | null | undefined} element @returns {element is HTMLElement} */
const isTextBox = (element) => Boolean(element && (isTextarea(element) || /** @type {HTMLElement} */ (element).isContentEditable));

/** The editable region that a focused element belongs to.
 * @param {EventTarget | null | undefined} target */
function boxAt(target) {
  const element = /** @type {HTMLElement | null} */ (target);
  if (element?.nodeType !== 1 || !isTextBox(element)) return null;
  return isTextarea(element) ? element : /** @type {HTMLElement | null} */ (element.closest('[contenteditable]:not([contenteditable="false"])'));
}

/** Own identifiers decide alone; else two of the weaker signs must agree.
 * @param {HTMLElement} box @param {number} connectClicked */
function isNoteBox(box, connectClicked) {
  if (closestOf(box, NOT_A_NOTE)) return false;
  if (isTextarea(box) && (box.id === 'custom-message' || box.id === SALES_NAVIGATOR)) return true;
  if (location.pathname.startsWith('/messaging/')) return false;
  const dialog = closestOf(box, DIALOG);
  if (closestOf(box, INVITATION) || dialog?.querySelector(INVITATION)) return true;
  const signs = [
    dialog && box.getAttribute('name') === 'message' && findCounter(box),
    box.className.includes('connect-button-send-invite'),
    INVITE_PATH.test(location.pathname) || performance.now() - connectClicked < RECIPIENT_FOR,
  ];
  return signs.filter(Boolean).length >= 2;
}

/** The focused element, through nested shadow roots. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

// ---- Reading the page around the box ----

/** @param {Element} element @returns {[number, number] | null} N and M of "N/M" */
function readCounter(element) {
  const found = /^\s*(\d{1,9})\s*\/\s*(\d{3,4})\s*$/.exec(element.textContent ?? '');
  return found && [Number(found[1]), Number(found[2])];
}

/** The nearest "N/M" in the box's dialog. @param {Element} box @returns {Element | null} */
function findCounter(box) {
  const dialog = closestOf(box, DIALOG);
  for (let near = box.parentElement, up = 0; near && up < 5; near = near.parentElement, up += 1) {
    for (const element of near.querySelectorAll('span, div, p, small, output')) {
      if (!element.childElementCount && readCounter(element)) return element;
    }
    if (near === dialog) break;
  }
  return null;
}

/** The name on the clicked Connect control: the page's own name that its label contains, in any language.
 * @param {Element} control @returns {string | null} */
function nameOn(control) {
  const label = control.getAttribute('aria-label') ?? '';
  const names = Array.from(document.querySelectorAll(NAMES), (element) => (element.textContent ?? '').trim())
    .filter((name) => name.length > 1 && label.includes(name));
  return names.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The name in bold in the step before the box, or in Sales Navigator's dialog.
 * @param {Element | null} dialog @returns {string | null} */
function nameIn(dialog) {
  const sales = dialog?.querySelector('#connect-cta-form__header') && dialog.querySelector('[data-anonymize="person-name"], .artdeco-entity-lockup__title');
  const asked = dialog?.querySelector(INVITATION) && !dialog.querySelector('textarea') && dialog.querySelector('strong');
  return (sales || asked || null)?.textContent?.trim() || null;
}

/** Light letters stand on a dark ground. @param {Element} box @returns {'light' | 'dark'} */
function themeOf(box) {
  const rgb = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(box).color);
  if (!rgb) return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return Number(rgb[1]) * 2 + Number(rgb[2]) * 5 + Number(rgb[3]) > 1020 ? 'dark' : 'light';
}

