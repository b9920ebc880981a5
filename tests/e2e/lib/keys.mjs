// @ts-check
// The extension's keyboard commands, over the tab that the user looks at.

import { send } from './closed.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./session.mjs').Session} Session */

/**
 * Has the browser carry out a command of the manifest. Firefox takes the real keys in its own window. Chromium's driver speaks to
 * the page alone, behind the browser's shortcuts: there the background is told of the command as the browser tells it.
 *
 * @param {Session} session
 * @param {Page} page
 * @param {string} name
 */
export async function command(session, page, name) {
  const all = await session.welcome.evaluate(() => chrome.commands.getAll());
  const keys = all.find((one) => one.name === name)?.shortcut;
  if (!keys) throw new Error(`${name} has no keys`);
  await page.bringToFront();
  await (session.browser.kind === 'firefox' ? pressInFirefox(page, keys) : tellBackground(session, name));
}

/** @param {Session} session @param {string} name */
async function tellBackground({ browser, welcome }, name) {
  // A message of no meaning wakes the background.
  await welcome.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }).catch(() => undefined));
  const target = await browser.raw.waitForTarget((candidate) => candidate.type() === 'service_worker' && candidate.url() === `${browser.base}background.js`);
  const worker = await target.worker();
  await worker?.evaluate(async (command) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    /** @type {any} */ (chrome.commands.onCommand).dispatch(command, tab);
  }, name);
}

/** @param {Page} page @param {string} keys such as `Alt+Shift+J` */
async function pressInFirefox(page, keys) {
  const { contexts } = await send(page, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  await send(page, 'script.callFunction', {
    functionDeclaration: `(keys) => {
      const press = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      press.beginInputTransactionForTests(window);
      const held = keys.split('+').map((key) => new KeyboardEvent('', key.length > 1
        ? { key, code: key + 'Left', keyCode: KeyboardEvent['DOM_VK_' + key.toUpperCase()] }
        : { key, code: 'Key' + key, keyCode: key.charCodeAt(0) }));
      held.forEach((key) => press.keydown(key));
      held.reverse().forEach((key) => press.keyup(key));
    }`,
    arguments: [{ type: 'string', value: keys }],
    target: { context: contexts[0].context },
    awaitPromise: false,
  });
}
