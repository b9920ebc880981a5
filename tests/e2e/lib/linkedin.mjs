// @ts-check
// LinkedIn's pages in a tab (`pages/linkedin.js`), pointed at with the mouse, and asked as the popup asks.

import assert from 'node:assert/strict';
import { ORIGIN } from '../server.mjs';
import { poll } from './poll.mjs';

/** @typedef {import('../pages/invitation.js').Row} Row */

/** How often a button has to be found in the same place: longer than the pause after which the panel judges. */
const RESTS = 15;

/** The same for a browser to hear of the place of a frame in another process, to which it would send the click otherwise. */
const HEARD = 4;

/** What the page offers to tests.
 * @typedef {object} Fixture
 * @property {(row: Row) => void} visit goes to a place in place
 * @property {(row: Row) => void} write opens step 2 at once
 * @property {() => void} close
 * @property {() => void} refuse makes the open dialog stay when Send is clicked
 * @property {(name: string) => { x: number, y: number } | null} find
 * @property {(name: string) => { x: number, y: number } | null} reach the same, once it is in view
 * @property {() => number} hosts
 * @property {(name: string, stay?: boolean) => void} showOther
 * @property {(name: string) => void} offerOther
 */

export class LinkedIn {
  /**
   * @param {import('./session.mjs').Session} session
   * @param {import('puppeteer-core').Page} page
   */
  constructor(session, page) {
    this.session = session;
    this.page = page;
    this.tab = -1;
  }

  /**
   * The pages in a new tab, once the extension's scripts listen in it and in its frame.
   *
   * @param {import('./session.mjs').Session} session
   * @param {string} [address]
   */
  static async open(session, address = '/feed/?pages') {
    const site = new LinkedIn(session, await session.browser.openPage(`${ORIGIN}${address}`));
    await poll('the page', () => site.page.evaluate(() => document.documentElement.dataset.ready === 'yes'));
    site.tab = await session.welcome.evaluate(async () => {
      const own = await chrome.tabs.getCurrent();
      return Math.max(...(await chrome.tabs.query({})).map(({ id }) => (id === undefined || id === own?.id ? -1 : id)));
    });
    for (const mount of /** @type {const} */ (['frame', 'light'])) {
      await site.call('write', { place: 'direct', mount, lang: 'en' });
      await site.panels(1);
      await site.call('close');
    }
    await site.panels(0);
    return site;
  }

  /**
   * @template {keyof Fixture} K
   * @param {K} name
   * @param {Parameters<Fixture[K]>} given
   * @returns {Promise<ReturnType<Fixture[K]>>}
   */
  call(name, ...given) {
    return this.page.evaluate((key, list) => /** @type {any} */ (window).fixture[key](...list), name, given);
  }

  /** This many panels stand in the page. @param {number} count */
  async panels(count) {
    await poll(`${count} panels`, async () => (await this.call('hosts')) === count);
  }

  /** Clicks with the mouse what the page calls `name`, and tells how many panels stood there before. @param {string} name */
  async click(name) {
    const isNudged = name === 'add' && (await this.call('hosts')) > 0;
    // Until it has its height it may move the button; once the step is done, the next panel is another.
    if (isNudged) {
      await poll('the line at step 1 to have its height', () => this.nudgeRests());
      await this.rests(name, HEARD);
    }
    const { at, hosts } = await poll(name, async () => {
      const found = await this.page.evaluate((what) => {
        const { fixture } = /** @type {any} */ (window);
        return { at: fixture.find(what), hosts: fixture.hosts() };
      }, name);
      return found.at && found;
    });
    await this.page.mouse.click(at.x, at.y);
    if (isNudged) await poll('the line at step 1 to go', async () => !(await this.nudge()));
    return hosts;
  }

  /** The height of the line at step 1, in CSS pixels, once it is there. */
  async nudge() {
    for (const panel of await this.session.browser.panels(this.page)) {
      // It may go meanwhile.
      const height = await panel.evaluate(() => document.querySelector('.nudge') && Math.ceil(document.body.getBoundingClientRect().height)).catch(() => null);
      if (height) return height;
    }
    return null;
  }

  async nudgeRests() {
    const [height, heights] = await Promise.all([this.nudge(), this.session.browser.inside(this.page, (root) => root.querySelector('iframe')?.clientHeight)]);
    return height !== null && heights.includes(height);
  }

  /** The same once it is in view and has come to rest: a panel that judges moves the buttons below it. @param {string} name */
  async clickAtRest(name) {
    await this.rests(name, RESTS);
    return this.click(name);
  }

  /** What the page calls `name` is in view and found in the same place so often. @param {string} name @param {number} times */
  async rests(name, times) {
    let before = '';
    let rested = 0;
    await poll(`${name} to rest`, async () => {
      const now = JSON.stringify(await this.call('reach', name));
      rested = now !== 'null' && now === before ? rested + 1 : 0;
      before = now;
      return rested >= times;
    });
  }

  /**
   * Sends a message to the tab as the popup does.
   *
   * @param {string} type
   * @returns {Promise<any>} the answer, or null when every frame is silent
   */
  ask(type) {
    return this.session.welcome.evaluate(async (tab, message) => (await chrome.tabs.sendMessage(tab, message).catch(() => null)) ?? null, this.tab, { type });
  }

  /** Types into the box that has the focus, with trusted keys. @param {string} text */
  type(text) {
    return this.page.keyboard.type(text);
  }

  /** What the tab sees of an invitation holds these. @param {Record<string, unknown> | null} expected */
  async sees(expected) {
    /** @type {any} */
    let last = null;
    await poll('the sight', async () => {
      last = await this.ask('connote:where');
      return expected === null ? last === null : last !== null && Object.keys(expected).every((key) => last[key] === expected[key]);
    }, 2000).catch(() => assert.fail(`wanted ${JSON.stringify(expected)}, told ${JSON.stringify(last)}`));
  }
}
