// @ts-check
// The invitation around the box: whom it is for, which step or wall the page shows, and the text that a wall swallowed.
// All of it lives in this script's memory and goes with the page. Loaded after score.js and find.js.
'use strict';

const CONNECT = 'a[href*="/preload/custom-invite/"], a[href*="/preload/search-custom-invite/"], [componentkey^="ConnectButtonstate"], button.pvs-profile-actions__action';
const NAMES = 'h1, h2, a[href*="/in/"], a[href*="/in/"] *, [data-anonymize="person-name"]';
const SENDS = '[class*="button--primary"], [class*="cta-form__send"], [type="submit"]';
const WEEKLY_LIMIT = '[class*="fuse-limit-alert"]';
const UPSELL = '[data-test-modal-id="modal-upsell"], .modal-upsell';
const EMAIL = 'input[type="email"], input[name="email"]';

/** What opened the dialog that is open: the last control clicked outside of dialogs. `connected`: it is known to invite.
 * @typedef {{name: string | null, label: string | null, slug: string | null, connected: boolean, path: string}} Trail */
/** @type {Trail} */
let trail = { name: null, label: null, slug: null, connected: false, path: '' };
/** The last text that left the page with its box. @type {{text: string, recipient: string | null, sent: boolean} | null} */
let kept = null;

/** @param {Element | null | undefined} element */
const wordsOf = (element) => element?.textContent?.trim() || null;

/** @param {string} address @returns {string | null} */
const slugIn = (address) => new URL(address, location.href).searchParams.get('vanityName');

/** The name on a control: the page's own name that its label contains, in any language.
 * @param {string | null} label @returns {string | null} */
function nameOn(label) {
  if (!label) return null;
  const names = Array.from(document.querySelectorAll(NAMES), (element) => (element.textContent ?? '').split(/[•·|\n]/)[0]?.replace(/\p{Cf}/gu, '').trim() ?? '')
    .filter((name) => name.length > 1 && name !== label && label.includes(name));
  return names.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The name of the profile that the page shows, when it is whom the control invites. @param {string | null} slug */
const nameOfPage = (slug) => (slug && location.pathname.startsWith(`/in/${encodeURIComponent(slug)}/`)
  ? wordsOf(document.querySelector('main h1') ?? document.querySelector('main h2')) : null);

/** The name in bold in the step before the box, or in Sales Navigator's dialog.
 * @param {Element | null} dialog @returns {string | null} */
function nameIn(dialog) {
  const sales = dialog?.querySelector('#connect-cta-form__header') && dialog.querySelector('[data-anonymize="person-name"], .artdeco-entity-lockup__title');
  const asked = isShell(dialog) && !dialog?.querySelector(TEXT_BOX) && dialog?.querySelector('strong');
  return wordsOf(sales || asked || null);
}

/** Whether the click that is remembered belongs to what the page shows now. */
function isOnTrail() {
  const slug = slugIn(location.href);
  return INVITE_PATH.test(location.pathname) ? !slug || !trail.slug || slug === trail.slug : location.pathname.startsWith(trail.path);
}

const isConnected = () => isOnTrail() && trail.connected;

/** The recipient, when the dialog or what led to it tells. @param {Element | null} dialog @returns {string | null} */
const recipientOf = (dialog) => nameIn(dialog) ?? (isOnTrail() ? trail.name ??= nameOn(trail.label) : null);

/** Remembers whom a click leads to. @param {Element} target */
function remember(target) {
  const connects = closestOf(target, CONNECT);
  const dialog = closestOf(target, DIALOG);
  if (dialog && !connects) {
    const name = nameIn(dialog);
    if (name) trail = { ...trail, name, connected: true, path: location.pathname };
    return;
  }
  const control = connects ?? target.closest('a, button, [role="button"], [role="menuitem"]');
  const slug = connects && slugIn(connects.getAttribute('href') ?? '');
  const label = control?.getAttribute('aria-label') ?? null;
  // Reading all names takes a while on a long page: for a control that may be anything it is done when the name is needed.
  trail = { name: connects && (nameOn(label) ?? nameOfPage(slug)), label, slug, connected: connects !== null, path: location.pathname };
}

/** Keeps what stood in a box that has left the page. @param {string} text @param {string | null} recipient @param {boolean} sent */
function keepDraft(text, recipient, sent) {
  if (text.trim()) kept = { text, recipient, sent };
}

/** The kept text, where it may be wanted again: in an empty box for the same person; at a wall, which means that it was
 * not sent; elsewhere only when nobody has sent it.
 * @param {string | null} recipient @param {'box' | 'wall' | 'page'} place @returns {string | null} */
function draftFor(recipient, place) {
  if (!kept) return null;
  const same = kept.recipient === recipient;
  const wanted = { box: same && (recipient !== null || !kept.sent), wall: same || recipient === null || kept.recipient === null, page: !kept.sent };
  return wanted[place] ? kept.text : null;
}

/** Whether a dialog is step 1: an invitation's, without a box for a note, and without the one for an address.
 * @param {Element} dialog */
const isQuestion = (dialog) => isShell(dialog) && !dialog.matches(WEEKLY_LIMIT) && !dialog.querySelector(`${TEXT_BOX}, ${EMAIL}, ${WEEKLY_LIMIT}`);

/** What stops the note, whatever the language.
 * @param {(selector: string) => HTMLElement[]} visible @param {boolean} invites whether the page is about an invitation */
function findWall(visible, invites) {
  if (visible(WEEKLY_LIMIT).length) return 'weekly-limit';
  const dialogs = visible(DIALOG).filter((dialog) => !dialog.querySelector(TEXT_BOX) && !closestOf(dialog, NOT_A_NOTE));
  if (dialogs.some((dialog) => isShell(dialog) && dialog.querySelector(EMAIL))) return 'email-needed';
  const offers = (/** @type {Element} */ dialog) => !isShell(dialog) && dialog.querySelector('a[href*="/premium/"]');
  return invites && (visible(UPSELL).length || dialogs.some(offers)) ? 'notes-used-up' : null;
}

/** What this frame shows of an invitation, told when the popup asks; null when there is nothing to tell.
 * @param {HTMLElement | null} attachedTo the box that the panel stands below */
function whereAmI(attachedTo) {
  const roots = openRoots();
  const visible = (/** @type {string} */ selector) => allVisible(selector, roots);
  const invites = isConnected() || INVITE_PATH.test(location.pathname);
  /** @param {string | null} sees @param {Element | null} dialog @param {'box' | 'wall' | 'page'} place */
  const answer = (sees, dialog, place) => {
    const recipient = recipientOf(dialog);
    return { type: 'where', sees, attached: attachedTo !== null, recipient, left: notesLeftIn(dialog), draft: draftFor(recipient, place) };
  };
  const wall = findWall(visible, invites);
  if (wall) return answer(wall, null, 'wall');
  const boxes = visible(TEXT_BOX).map((box) => ({ box, dialog: closestOf(box, DIALOG), verdict: judge(describe(box, isConnected())) }));
  const note = boxes.find(({ box }) => box === attachedTo) ?? boxes.find(({ verdict }) => verdict === 'note');
  if (note) return answer('note', note.dialog, 'box');
  const asks = (/** @type {Element} */ dialog) => isShell(dialog) || (invites && trail.name !== null && wordsOf(dialog.querySelector('strong')) === trail.name);
  const question = visible(DIALOG).find((dialog) => !dialog.querySelector(TEXT_BOX) && asks(dialog));
  if (question) return answer('question', question, 'box');
  const odd = boxes.find(({ dialog, verdict }) => verdict === 'maybe' && (INVITE_PATH.test(location.pathname) || (invites && dialog)));
  if (odd) return answer('unknown', odd.dialog, 'box');
  return draftFor(null, 'page') ? answer(null, null, 'page') : null;
}
