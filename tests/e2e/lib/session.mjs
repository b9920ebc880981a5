// @ts-check
// One browser with the package, used by one test after the other.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch } from '../browsers.mjs';
import { Dialog } from './dialog.mjs';
import { EXTENSION } from './paths.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** What is stored when a user has agreed and changed nothing else. */
const AGREED = { version: 1, consent: 'page' };

/** A browser with the page that the install opened; that page has the extension's rights and stays open. */
export class Session {
  /**
   * @param {import('../browsers.mjs').Browser} browser
   * @param {import('../server.mjs').Site} site
   * @param {Page} welcome
   */
  constructor(browser, site, welcome) {
    this.browser = browser;
    this.site = site;
    this.welcome = welcome;
  }

  /**
   * @param {import('./find.mjs').Kind} kind
   * @param {Omit<import('../browsers.mjs').Options, 'extension'>} options
   */
  static async start(kind, options) {
    const browser = await launch(kind, { ...options, extension: EXTENSION });
    return new Session(browser, options.site, await browser.openedPage('welcome.html'));
  }

  /**
   * A browser with a copy of the package that lacks a file.
   *
   * @param {import('./find.mjs').Kind} kind
   * @param {Omit<import('../browsers.mjs').Options, 'extension'>} options
   * @param {string} missing
   */
  static crippled(kind, options, missing) {
    return Session.changed(kind, options, (copy) => fs.rmSync(path.join(copy, missing)));
  }

  /**
   * A browser with a copy of the package whose first language is another, whatever the browser's own is.
   *
   * @param {import('./find.mjs').Kind} kind
   * @param {Omit<import('../browsers.mjs').Options, 'extension'>} options
   * @param {string} locale
   */
  static speaking(kind, options, locale) {
    return Session.changed(kind, options, (copy) => {
      const messages = (/** @type {string} */ of) => path.join(copy, '_locales', of, 'messages.json');
      const [english, other] = ['en', locale].map((of) => JSON.parse(fs.readFileSync(messages(of), 'utf8')));
      fs.writeFileSync(messages('en'), JSON.stringify({ ...english, ...other }));
    });
  }

  /**
   * A browser with a copy of the package that is not as it was.
   *
   * @param {import('./find.mjs').Kind} kind
   * @param {Omit<import('../browsers.mjs').Options, 'extension'>} options
   * @param {(copy: string) => void} change
   */
  static async changed(kind, options, change) {
    const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'connote-'));
    fs.cpSync(EXTENSION, copy, { recursive: true });
    change(copy);
    const browser = await launch(kind, { ...options, extension: copy });
    return new Session(browser, options.site, await browser.openedPage('welcome.html'));
  }

  /**
   * Puts other settings in place of the stored ones, as if the user had chosen them.
   *
   * @param {object | null} settings null: nothing was ever chosen
   */
  async store(settings) {
    await this.welcome.evaluate(async (value) => {
      await chrome.storage.local.clear();
      if (value) await chrome.storage.local.set({ settings: value });
    }, settings);
  }

  /** Everything stored. */
  stored() {
    return this.welcome.evaluate(() => chrome.storage.local.get(null));
  }

  /** Back to the state of a user who has agreed, with no page open but the welcome page. */
  async reset() {
    for (const page of await this.browser.raw.pages()) {
      if (page !== this.welcome) await page.close();
    }
    await this.store(AGREED);
  }

  /** @param {import('./dialog.mjs').Query} [query] */
  open(query) {
    return Dialog.open(this.browser, query);
  }
}
