// @ts-check
// The invitation dialog in a tab, as a user meets it: a box, the page's counter, and what Connote adds.

import { ORIGIN } from '../server.mjs';
import { poll } from './poll.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Frame} Frame */
/** @typedef {import('../browsers.mjs').Browser} Browser */
/** @typedef {'light' | 'shadow' | 'frame' | 'modal' | 'react'} Mount */

/**
 * @typedef {object} Query what the page is asked for
 * @property {Mount} [mount]
 * @property {number} [limit] of the page's counter
 * @property {1 | 2} [step] 1 asks whether to add a note, 2 has the box
 * @property {string} [recipient]
 * @property {'textarea' | 'contenteditable'} [box]
 * @property {'light' | 'dark'} [theme] of the page
 * @property {boolean} [remount] the page replaces the box after each change
 * @property {string} [text] what the box holds at first
 * @property {boolean} [wait] the dialog opens on a click on the page's heading
 * @property {string} [coep] isolates the page
 * @property {string} [csp] `none`: without a policy
 */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Rect in CSS pixels of the tab */
/** @typedef {Rect & { kind: string }} Mark */

/** Ctrl, or Command on a Mac. */
export const COMMAND = process.platform === 'darwin' ? 'Meta' : 'Control';

export class Dialog {
  /**
   * @param {Browser} browser
   * @param {Page} page
   */
  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
  }

  /**
   * @param {Browser} browser
   * @param {Query} [query]
   */
  static async open(browser, query = {}) {
    const words = new URLSearchParams({ vanityName: 'ada', ...Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)])) });
    return new Dialog(browser, await browser.openPage(`${ORIGIN}/preload/custom-invite/?${words}`));
  }

  /**
   * Runs a function on the box, in the frame and shadow root where it is.
   *
   * @template T
   * @template {unknown[]} A
   * @param {(box: HTMLTextAreaElement, ...args: A) => T} run
   * @param {A} args
   * @returns {Promise<Awaited<T>>}
   */
  async box(run, ...args) {
    const { handle } = await this.find();
    return /** @type {any} */ (handle).evaluate(run, ...args);
  }

  /** The box and the frame that holds it. */
  find() {
    return poll('the note box', async () => {
      for (const frame of this.page.frames()) {
        const handle = await frame.evaluateHandle(findBox).catch(() => null);
        const element = handle?.asElement();
        if (element) return { frame, handle: /** @type {import('puppeteer-core').ElementHandle<HTMLTextAreaElement>} */ (element) };
      }
      return undefined;
    });
  }

  /** The box's text. */
  value() {
    return this.box((box) => box.value ?? box.innerText);
  }

  /** Clicks into the box, so that keys go there. */
  async focus() {
    await (await this.find()).handle.focus();
  }

  /**
   * Types with trusted keys.
   *
   * @param {string} text
   */
  async type(text) {
    await this.focus();
    await this.page.keyboard.type(text);
  }

  /**
   * Puts text at the caret in one step, as a paste does: undoable and with one `input` event.
   *
   * @param {string} text
   */
  async paste(text) {
    await this.focus();
    await this.box((box, words) => {
      box.focus();
      document.execCommand('insertText', false, words);
    }, text);
  }

  /** One Ctrl+Z in the box. */
  async undo() {
    await this.focus();
    await this.page.keyboard.down(COMMAND);
    await this.page.keyboard.press('z');
    await this.page.keyboard.up(COMMAND);
  }

  /** The page's own counter, such as `12/200`. */
  async counter() {
    const { frame } = await this.find();
    return frame.evaluate(findCounter);
  }

  /** The panel's frame, once it shows something. */
  async panel() {
    const frame = await this.browser.panel(this.page);
    await poll('the panel to show something', () => frame.evaluate(() => (document.querySelector('#app')?.childElementCount ?? 0) > 0));
    return frame;
  }

  /**
   * The rectangles that are drawn over the text.
   *
   * @returns {Promise<Mark[]>}
   */
  async marks() {
    const found = await this.browser.inside(this.page, (root) =>
      Array.from(root.querySelectorAll('.ink > div'), (drawn) => {
        let { left, top, right, bottom } = drawn.getBoundingClientRect();
        for (let view = /** @type {Window | null} */ (root.ownerDocument.defaultView); view?.frameElement; view = view.parent) {
          const frame = view.frameElement.getBoundingClientRect();
          const { clientLeft, clientTop } = view.frameElement;
          [left, right] = [left + frame.left + clientLeft, right + frame.left + clientLeft];
          [top, bottom] = [top + frame.top + clientTop, bottom + frame.top + clientTop];
        }
        return { kind: drawn.className, left, top, right, bottom };
      }),
    );
    return found.flat();
  }

  /** How many things of ours are on the page: hosts with closed roots, and panels. */
  async traces() {
    const roots = await this.browser.inside(this.page, () => 1);
    return roots.length + (await this.browser.panels(this.page)).length;
  }
}

/** Runs in the page. */
function findBox() {
  /** @type {(root: Document | ShadowRoot) => Element | null} */
  const search = (root) => {
    const box = root.querySelector('#custom-message');
    if (box) return box;
    for (const element of root.querySelectorAll('*')) {
      const inner = element.shadowRoot && search(element.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  return search(document);
}

/** Runs in the page. */
function findCounter() {
  /** @type {(root: Document | ShadowRoot) => string | null} */
  const search = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const text = element.shadowRoot ? search(element.shadowRoot) : element.childElementCount === 0 ? element.textContent : null;
      if (text && /^\s*\d+\s*\/\s*\d+\s*$/.test(text)) return text.trim();
    }
    return null;
  };
  return search(document);
}
