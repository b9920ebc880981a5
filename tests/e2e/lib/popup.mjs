// @ts-check
// The real popup of the toolbar, over the tab that the user looks at: a copy of it in a tab would have no dialog to
// speak for.

import { send } from './closed.mjs';
import { poll } from './poll.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../browsers.mjs').Browser} Browser */

/**
 * @typedef {object} Popup
 * @property {<A extends unknown[], T>(run: (document: Document, ...args: A) => T, ...args: A) => Promise<T>} evaluate
 *   runs a function on the popup's document; arguments and result are plain data
 * @property {(selector: string) => Promise<void>} click clicks the first element that matches, once it is there
 * @property {() => Promise<Uint8Array>} screenshot a PNG
 * @property {() => Promise<boolean>} isOpen
 * @property {() => Promise<void>} close
 */

/**
 * Chromium: the debugger presses the toolbar's button, and the popup is a page like any other.
 *
 * @param {Browser} browser
 * @param {Page} page
 * @returns {Promise<Popup>}
 */
export async function chromiumPopup(browser, page) {
  const [extension] = (await browser.raw.extensions()).values();
  if (!extension) throw new Error('the browser runs without the extension');
  await page.triggerExtensionAction(extension);
  const url = `${browser.base}popup.html`;
  const target = await browser.raw.waitForTarget((candidate) => candidate.url() === url);
  const popup = await target.asPage();
  return {
    evaluate: (run, ...args) => evaluateIn(popup, run, args),
    click: async (selector) => {
      const element = await popup.waitForSelector(selector, { visible: true });
      await element?.click();
    },
    screenshot: () => popup.screenshot(),
    isOpen: async () => browser.raw.targets().some((candidate) => candidate.url() === url),
    close: () => popup.close(),
  };
}

/**
 * @template T
 * @param {Page} page
 * @param {(document: Document, ...args: any[]) => T} run
 * @param {unknown[]} args
 * @returns {Promise<T>}
 */
function evaluateIn(page, run, args) {
  return /** @type {Promise<T>} */ (
    page.evaluate((source, list) => new Function(`return (${source})`)()(document, ...list), String(run), args)
  );
}

/**
 * Firefox: the driver cannot enter popups, but any page of the extension may ask for its popup's window, and the
 * browser's own window may press the button and take the picture.
 *
 * @param {Browser} browser
 * @param {Page} page
 * @returns {Promise<Popup>}
 */
export async function firefoxPopup(browser, page) {
  // An image of the extension: a document with the extension's rights and no script that could take part.
  const helper = await browser.extensionPage('icons/icon-16.png');
  await page.bringToFront();
  const { contexts } = await send(page, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  const privileged = async (/** @type {string} */ functionDeclaration) => {
    const answer = await send(page, 'script.callFunction', {
      functionDeclaration,
      arguments: [{ type: 'string', value: browser.geckoId }],
      target: { context: contexts[0].context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  };
  await privileged(`async (id) => {
    // A popup that an earlier test left open would stay in the way.
    document.querySelector('.webextension-popup-browser')?.closest('panel').hidePopup();
    while (document.querySelector('.webextension-popup-browser')) await new Promise((resolve) => setTimeout(resolve, 10));
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    return ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).openPopup(window, true);
  }`);
  /** @type {Popup['evaluate']} */
  const evaluate = async (run, ...args) => {
    const answer = await helper.evaluate(
      (source, list) => {
        const [view] = chrome.extension.getViews({ type: 'popup' });
        if (view?.document.readyState !== 'complete') return undefined;
        return (0, eval)(`(${source})`)(view.document, ...list) ?? null;
      },
      String(run),
      args,
    );
    if (answer === undefined) throw new Error('the popup is not open');
    return /** @type {any} */ (answer);
  };
  await poll('the popup', () => evaluate(() => true));
  return {
    evaluate,
    click: async (selector) => {
      let before = '';
      const [x, y] = await poll(`${selector} to rest in the popup`, async () => {
        const centre = await evaluate((document, wanted) => {
          const element = document.querySelector(wanted);
          element?.scrollIntoView({ block: 'nearest' });
          const box = element?.getBoundingClientRect();
          return box ? [box.x + box.width / 2, box.y + box.height / 2] : null;
        }, selector);
        const rests = centre !== null && String(centre) === before;
        before = String(centre);
        return rests ? centre : null;
      });
      // The browser's own mouse: a click that a script makes up means nothing to the popup.
      await privileged(`() => {
        const box = document.querySelector('.webextension-popup-browser').getBoundingClientRect();
        const at = [box.x + ${x}, box.y + ${y}];
        for (const type of ['mousemove', 'mousedown', 'mouseup']) {
          if (window.synthesizeMouseEvent) window.synthesizeMouseEvent(type, ...at, { button: 0, clickCount: 1 });
          else windowUtils.sendMouseEvent(type, ...at, 0, 1, 0); // before Firefox had the other
        }
      }`);
    },
    screenshot: async () =>
      Buffer.from(
        await privileged(`async () => {
          const { browsingContext } = document.querySelector('.webextension-popup-browser');
          const picture = await browsingContext.currentWindowGlobal.drawSnapshot(null, devicePixelRatio, 'white');
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          canvas.getContext('2d').drawImage(picture, 0, 0);
          const blob = await canvas.convertToBlob();
          return new Uint8Array(await blob.arrayBuffer()).toBase64();
        }`),
        'base64',
      ),
    isOpen: () => evaluate(() => true).catch(() => false),
    close: async () => {
      await privileged(`() => document.querySelector('.webextension-popup-browser')?.closest('panel').hidePopup()`);
      await helper.close();
    },
  };
}
