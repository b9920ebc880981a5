// @ts-check
// Finds the invitation note's box and reads what LinkedIn's page says about it. Reads only.
'use strict';

const DIALOG = '[role="dialog"], [role="alertdialog"], dialog, .artdeco-modal, .send-invite';
const INVITATION = '#send-invite-modal, [aria-labelledby="send-invite-modal"], [data-test-modal-id="send-invite-modal"], .send-invite, '
  + '#connect-cta-form__header, [aria-labelledby="connect-cta-form__header"], [data-sn-view-name="subpage-connect-modal"]';
const NOT_A_NOTE = '.msg-form, [class*="msg-overlay"], [class*="compose-form"], [id^="g-recaptcha"], [class*="easy-apply"], [role="search"]';
const EDITOR = '.ql-editor, .ProseMirror, [data-lexical-editor], [class*="comments-comment"]';
const NEVER = '[id^="g-recaptcha"], [role="search"], [role="searchbox"], [role="combobox"], [type="search"], [type="password"]';
const TEXT_BOX = 'textarea, [contenteditable]:not([contenteditable="false"])';

/** `closest` that goes on at the host of a shadow root.
 * @param {Element | null} element @param {string} selector @returns {Element | null} */
function closestOf(element, selector) {
  for (let at = element; at; at = /** @type {ShadowRoot} */ (at.getRootNode()).host ?? null) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
}

/** The document and every open shadow root in it. Walks the whole page: for what the user asks alone.
 * @param {Document | ShadowRoot} [root] @returns {(Document | ShadowRoot)[]} */
function openRoots(root = document) {
  return [root, ...Array.from(root.querySelectorAll('*')).flatMap(({ shadowRoot }) => (shadowRoot ? openRoots(shadowRoot) : []))];
}

/** @param {string} selector @param {(Document | ShadowRoot)[]} roots @returns {HTMLElement[]} */
const allVisible = (selector, roots) => roots.flatMap((root) => /** @type {HTMLElement[]} */ (Array.from(root.querySelectorAll(selector))))
  .filter((element) => element.checkVisibility({ visibilityProperty: true }));

/** @param {Element | null} element */
const isTextarea = (element) => element?.nodeName === 'TEXTAREA';

/** @param {Element | null | undefined} element @returns {element is HTMLElement} */
const isTextBox = (element) => Boolean(element && (isTextarea(element) || /** @type {HTMLElement} */ (element).isContentEditable));

/** @param {Element | null | undefined} element */
const isField = (element) => isTextBox(element) || element?.nodeName === 'INPUT';

/** The editable region that a focused element belongs to.
 * @param {EventTarget | null | undefined} target */
function boxAt(target) {
  const element = /** @type {HTMLElement | null} */ (target);
  if (element?.nodeType !== 1 || !isTextBox(element)) return null;
  return isTextarea(element) ? element : /** @type {HTMLElement | null} */ (element.closest('[contenteditable]:not([contenteditable="false"])'));
}

/** The one text box of an element, if it has just one. @param {ParentNode | null | undefined} parent */
function onlyBoxIn(parent) {
  const boxes = parent?.querySelectorAll(TEXT_BOX) ?? [];
  return boxes.length === 1 ? boxAt(boxes[0]) : null;
}

/** @param {Element | null} dialog */
const isShell = (dialog) => Boolean(dialog && (closestOf(dialog, INVITATION) || dialog.querySelector(INVITATION)));

/** @param {HTMLElement} box @param {boolean} connected @returns {Described} */
function describe(box, connected) {
  const dialog = closestOf(box, DIALOG);
  return {
    id: isTextarea(box) ? box.id : '',
    name: box.getAttribute('name') ?? '',
    classes: box.className,
    shell: Boolean(closestOf(box, INVITATION)) || isShell(dialog),
    excluded: Boolean(closestOf(box, NOT_A_NOTE)),
    editor: Boolean(closestOf(box, EDITOR)),
    path: location.pathname,
    framed: window !== top,
    connected,
    dialog: dialog !== null,
    get alone() { return onlyBoxIn(dialog) === box; },
    get limit() {
      const counter = dialog && findCounter(box);
      return (counter && readCounter(counter)?.[1]) ?? (Number(box.getAttribute('maxlength')) || null);
    },
  };
}

/** Whether the window is a private one, of which no word is kept. The playground knows of none. */
const isPrivate = () => chrome.extension?.inIncognitoContext === true;

/** The focused element, through nested shadow roots. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

// ---- Reading the page around the box ----

/** Text with the digits of any script as ASCII, without marks of direction. @param {Node} node */
function plain(node) {
  return (node.textContent ?? '').replace(/\p{Cf}/gu, '').replace(/[^\P{Nd}0-9]/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const value = zero;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((value - zero) % 10);
  });
}

/** @param {Element} element @returns {[number, number] | null} N and M of "N/M" */
function readCounter(element) {
  const found = /^\s*(\d{1,9})\s*[/／]\s*(\d{3,4})\s*$/.exec(plain(element));
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

/** The banner of accounts that have few notes a month: the one small number that stands in the dialog's sentences.
 * @param {Element | null} dialog @returns {number | null} */
function notesLeftIn(dialog) {
  const found = Array.from(dialog?.querySelectorAll('p, span, div') ?? []).flatMap((element) => {
    if (element.childElementCount || element.closest('button, h2, strong, a, .visually-hidden, [contenteditable]')) return [];
    const numbers = plain(element).match(/[.,:/%\d]*\d[.,:/%\d]*\p{Script=Latin}?/gu) ?? [];
    return numbers.length === 1 && /^\d\d?[.,:]?$/.test(numbers[0] ?? '') ? [parseInt(numbers[0] ?? '', 10)] : [];
  });
  return found.length === 1 ? found[0] ?? null : null;
}

/** Light letters stand on a dark ground. @param {Element} box @returns {'light' | 'dark'} */
function themeOf(box) {
  const rgb = /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(box).color);
  if (!rgb) return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return Number(rgb[1]) * 2 + Number(rgb[2]) * 5 + Number(rgb[3]) > 1020 ? 'dark' : 'light';
}
