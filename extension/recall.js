// @ts-check
// Says beside a note what is remembered, in panel and popup. That is the module of the options, loaded once a page: in LinkedIn's
// page only for those who have switched something on or keep templates, in the popup after its first judgement, for everybody may
// save a template there. Where it cannot be loaded all else works.

/** A note: its text, the same without greeting, sign-off and names, the notes left by the page's own word, and what recipients
 * would mind in it. @typedef {{text: string, words: string, left?: number, recipient?: string, minded: string[]}} Note */
/** @typedef {(note: Note) => void} Tell */
/** @typedef {(text: string) => void} Put writes another text in the place of the note */

/** Whom to tell of a note, once somebody is there. @type {Promise<Tell | null> | undefined} */
let memory;

/** @param {string} page @param {MessagePort | undefined} port @param {Put} put @returns {Promise<Tell | null>} */
async function load(page, port, put) {
  const element = document.querySelector('[data-key="recall"]');
  if (!element || (page === 'popup' && (await chrome.windows.getCurrent()).incognito)) return null; // the panel heard it from the page
  // Reading a long memory takes a while: the popup shows itself first. A panel that is out of view has no next frame to wait for.
  if (page === 'popup') await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const options = await import('./options.js');
  await options.default();
  const fingerprint = (/** @type {string} */ code) => port?.postMessage({ type: 'fingerprint', code });
  return new Promise((resolve) => options.recall(page, element, put, fingerprint, resolve));
}

/** @param {string} page @param {MessagePort | undefined} port @param {Note} note @param {Put} put */
export async function tell(page, port, note, put) {
  memory ??= load(page, port, put).catch((error) => {
    console.error('Connote cannot say what it remembers:', error);
    return null;
  });
  (await memory)?.(note);
}
