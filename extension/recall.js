// @ts-check
// Says beside a note what is remembered, in panel and popup. That is the module of the options: it is loaded once a page, and only
// for those who have switched something on. Where it cannot be loaded all else works.

/** Told of a note: its words without greeting, sign-off and names, and the notes left by the page's own word.
 * @typedef {(words: string, left?: number) => void} Tell */

/** Whom to tell of a note, once somebody is there. @type {Promise<Tell | null> | undefined} */
let memory;

/** @param {string} page @param {MessagePort | undefined} port @returns {Promise<Tell | null>} */
async function load(page, port) {
  const element = document.querySelector('[data-key="recall"]');
  if (!element || (page === 'popup' && !(await isWanted()))) return null;
  // Reading a long memory takes a while: the popup shows itself first. A panel that is out of view has no next frame to wait for.
  if (page === 'popup') await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const options = await import('./options.js');
  await options.default();
  return new Promise((resolve) => options.recall(page, element, (/** @type {string} */ code) => port?.postMessage({ type: 'fingerprint', code }), resolve));
}

/** Whether anything is remembered; the panel hears it from the page. In a private window nothing is. */
async function isWanted() {
  const { memory } = await chrome.storage.local.get('memory');
  return memory?.keep?.length > 0 && !(await chrome.windows.getCurrent()).incognito;
}

/** @param {string} page @param {MessagePort | undefined} port @param {Parameters<Tell>} note */
export async function tell(page, port, ...note) {
  memory ??= load(page, port).catch((error) => {
    console.error('Connote cannot say what it remembers:', error);
    return null;
  });
  (await memory)?.(...note);
}
