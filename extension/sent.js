// @ts-check
// Notices that a note was sent: by the user's own click on Send, after which its dialog closes and no wall takes its place. Tells
// the background, and only what the user has switched on in the options. Never sends, never clicks. Loaded after invitation.js.
'use strict';

const CLOSES_WITHIN = 15_000; // ms from the click: a dialog that closes later was closed by something else
const REFUSED_WITHIN = 1500; // ms from the close in which a wall may still say that nothing was sent

/** What the user wants kept: `count`, `reuse`, `history`, `names`, `texts`. @type {string[]} */
let wanted = [];

/** Whether the user keeps templates. */
let hasTemplates = false;

/** Nothing at all is told of private windows. @param {any} memory what is stored of the user's choice */
function followMemory(memory) {
  wanted = Array.isArray(memory?.keep) && !isPrivate() ? memory.keep : [];
  hasTemplates = memory?.templates === true && !isPrivate();
}

const isRemembering = () => ['count', 'reuse', 'history'].some((word) => wanted.includes(word));

/** Takes down a click of the user's while a note is open: on Send, or on anything else, which is a change of mind.
 * @param {Attachment} attachment @param {Element} target */
function watchSend(attachment, target) {
  const { dialog, life } = attachment;
  attachment.sent = dialog?.contains(target) && target.closest(SENDS) ? performance.now() : 0;
  if (!attachment.sent || !isRemembering()) return;
  window.addEventListener('keydown', ({ key, isTrusted }) => {
    if (key === 'Escape' && isTrusted) attachment.sent = 0;
  }, { capture: true, passive: true, signal: life.signal });
}

/** Whether this frame, or the one that it stands in, shows a wall. */
function isRefused() {
  const outside = frameElement ? openRoots(frameElement.ownerDocument) : [];
  const roots = [...openRoots(), ...outside];
  return findWall((selector) => allVisible(selector, roots), true) !== null;
}

/** The box of a note has left the page after Send was clicked. What a wall swallows, or leaves open, was not sent.
 * @param {{text: string, recipient: string | null, dialog: Element | null, sent: number, fingerprint: string}} note */
function boxLeft({ text, recipient, dialog, sent, fingerprint }) {
  if (!sent || !text.trim() || !isRemembering() || performance.now() - sent > CLOSES_WITHIN) return;
  const once = new AbortController();
  const decide = () => {
    once.abort();
    clearTimeout(timer);
    if (!chrome.runtime?.id || dialog?.isConnected || isRefused()) return;
    const has = (/** @type {string} */ detail) => wanted.includes('history') && wanted.includes(detail);
    const told = { type: 'connote:sent', ...(wanted.includes('reuse') && { fingerprint }), ...(has('names') && { recipient }), ...(has('texts') && { text }) };
    if (isRemembering()) chrome.runtime.sendMessage(told).catch(() => {}); // no matter to the page
  };
  const timer = setTimeout(decide, REFUSED_WITHIN);
  window.addEventListener('pagehide', decide, { passive: true, signal: once.signal }); // the last moment to tell
}
