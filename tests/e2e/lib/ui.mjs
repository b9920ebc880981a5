// @ts-check
// Where things are on Connote's own surfaces. Elements are found by the keys that the views give them.

import { poll } from './poll.mjs';

/** @typedef {import('puppeteer-core').Frame} Frame */
/** @typedef {import('puppeteer-core').Page} Page */

/** Selectors, for all surfaces. */
export const UI = {
  /** The number of characters that are left. */
  counter: '[data-key="counter"]',
  /** A finding. */
  finding: '[data-key^="finding-"]',
  /** A finding about a web address. */
  link: '[data-key^="finding-contains-link"]',
  /** The one-click fix of that finding. */
  fix: '[data-key^="finding-contains-link"] button[data-key^="fix"]',
  /** Yes, work in the page. */
  accept: '[data-key="consent-page"]',
  /** No, or not any more. */
  refuse: '[data-key="consent-off"]',
  /** Writes a rewrite into the box. */
  use: '[data-key^="use"]',
  /** The box for pasted text. */
  paste: '[data-key="paste"]',
};

/**
 * What the panel says is left, once it says this.
 *
 * @param {Frame} panel
 * @param {number} left negative when the note is too long
 */
export function counterSays(panel, left) {
  const words = left < 0 ? `${-left} too many` : `${left} left`;
  return poll(`the panel's counter to say “${words}”`, async () => (await panel.$eval(UI.counter, (element) => element.textContent)) === words);
}

/** How long a finger holds the mouse's button down, in milliseconds. Without it a press in the panel's process could be answered
 * before the page's process has heard that the focus went there. */
const HELD = 50;

/**
 * Presses a button with the mouse, once it is there and has come to rest, and the frame that it is in shows all of it.
 *
 * @param {Frame | Page} surface
 * @param {string} selector
 */
export async function press(surface, selector) {
  let before = '';
  const button = await poll(`${selector} to rest`, async () => {
    const found = await surface.$(selector);
    const box = JSON.stringify(await found?.boundingBox());
    const isWhole = await found?.evaluate((element) => self === top || element.getBoundingClientRect().bottom <= innerHeight);
    const rests = isWhole && box !== 'null' && box === before;
    before = box;
    return rests ? found : null;
  });
  await button.click({ delay: HELD });
}
