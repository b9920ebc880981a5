// @ts-check
// Pictures of every surface, taken the way a user gets there.

import fs from 'node:fs';
import path from 'node:path';
import { launch } from '../browsers.mjs';
import { LinkedIn } from './linkedin.mjs';
import { ROW, invite, lines, send } from './memory.mjs';
import { pause, poll } from './poll.mjs';
import { Session } from './session.mjs';
import { UI, press } from './ui.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./dialog.mjs').Dialog} Dialog */
/** @typedef {import('./find.mjs').Kind} Kind */
/** @typedef {'light' | 'dark'} Scheme */
/** @typedef {(name: string, data: Uint8Array) => void} Save */

/** A note with much to say about. */
const PITCH =
  "Hi Ada, I'd like to add you to my professional network on LinkedIn. We help companies like yours cut cloud costs. Book a call: https://calendly.com/acme/intro";

/** A note that is too long for a free account. */
const LONG = `${PITCH}, or tell me a time that suits you better, and I will gladly make room for it.`;

/** Room for the dialog with everything that the panel may have to say. */
const WIDE = { width: 1000, height: 1200 };
const NARROW = { width: 320, height: 1400 };

/**
 * Takes all pictures in one browser, light and dark.
 *
 * @param {Kind} kind
 * @param {import('../server.mjs').Site} site
 * @param {string} folder
 * @returns {Promise<string[]>} the files written
 */
export async function takePictures(kind, site, folder) {
  fs.mkdirSync(folder, { recursive: true });
  /** @type {string[]} */
  const files = [];
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    /** @type {Save} */
    const save = (name, data) => {
      const file = path.join(folder, `${kind}-${name}-${scheme}.png`);
      fs.writeFileSync(file, data);
      files.push(file);
    };
    const session = await Session.start(kind, { site, scheme });
    try {
      await ownPages(session, save);
      await dialogs(session, scheme, save);
      await popups(session, scheme, save);
      await remembered(session, save);
    } finally {
      await session.browser.close();
    }
    await playground(kind, site, scheme, save);
  }
  return files;
}

/**
 * The welcome page as the install opens it, and the options.
 *
 * @param {Session} session
 * @param {Save} save
 */
async function ownPages({ browser, welcome }, save) {
  await shown(welcome, UI.accept);
  save('welcome', await welcome.screenshot({ fullPage: true }));
  const options = await browser.extensionPage('options.html');
  await shown(options, UI.refuse);
  save('options', await options.screenshot({ fullPage: true }));
  await options.close();
}

/**
 * The panel in its states, and the underlines close by.
 *
 * @param {Session} session
 * @param {Scheme} theme
 * @param {Save} save
 */
async function dialogs(session, theme, save) {
  await session.reset();
  const states = { empty: '', panel: PITCH, over: LONG };
  for (const [name, text] of Object.entries(states)) {
    const dialog = await session.open({ theme });
    await dialog.page.setViewport({ ...WIDE, deviceScaleFactor: 1 });
    await write(dialog, text);
    save(name, await dialog.page.screenshot());
    if (name === 'panel') {
      await dialog.page.setViewport({ ...WIDE, deviceScaleFactor: 2 });
      await settle(dialog.page);
      save('panel-2x', await dialog.page.screenshot());
      const { handle } = await dialog.find();
      const box = await handle.boundingBox();
      if (box) save('underlines', await dialog.page.screenshot({ clip: { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 } }));
      await dialog.page.setViewport({ ...NARROW, deviceScaleFactor: 2 });
      await settle(dialog.page);
      save('panel-320', await dialog.page.screenshot());
      const panel = await dialog.panel();
      await press(panel, '[data-key^="ignore-"]');
      await settle(dialog.page);
      save('panel-leaving-320', await dialog.page.screenshot());
      // A list this long is scrolled to, as a hand would.
      await panel.$eval('[data-key^="off-"]', (choice) => choice.scrollIntoView({ block: 'nearest' }));
      await press(panel, '[data-key^="off-"]');
      await settle(dialog.page);
      save('panel-left-320', await dialog.page.screenshot());
      await session.store({ version: 1, consent: 'page' });
    }
    await dialog.page.close();
  }
}

/**
 * The real popup, over a dialog and over a page without one.
 *
 * @param {Session} session
 * @param {Scheme} theme
 * @param {Save} save
 */
async function popups(session, theme, save) {
  await session.reset();
  const dialog = await session.open({ theme });
  await write(dialog, PITCH);
  const speaking = await session.browser.popup(dialog.page);
  await poll('rewrites', () => speaking.evaluate((document, use) => document.querySelectorAll(use).length >= 2, UI.use));
  await pause(STILL);
  save('popup', await speaking.screenshot());
  await speaking.close();
  const asking = await session.browser.popup(await session.browser.openPage('about:blank'));
  await poll('a box for text', () => asking.evaluate((document, paste) => document.querySelector(paste) !== null, UI.paste));
  await pause(STILL);
  save('popup-paste', await asking.screenshot());
  await asking.close();
  await wall(session, save);
}

/**
 * The popup at a wall that has refused a note, and while a pause is on.
 *
 * @param {Session} session
 * @param {Save} save
 */
async function wall(session, save) {
  const site = await LinkedIn.open(session);
  await site.call('write', { place: 'profile', mount: 'light', lang: 'en', wall: 'weekly' });
  await site.panels(1);
  await site.type('Hi Ada, your talk on engines was a joy.');
  await site.clickAtRest('send');
  await site.panels(0);
  const popup = await session.browser.popup(site.page);
  await poll('the note', () => popup.evaluate((document) => document.querySelector('[data-key="kept"]') !== null));
  await pause(STILL);
  save('popup-wall', await popup.screenshot());
  await popup.close();
  await session.store({ version: 1, consent: 'page', rulesOff: ['shouting'], pausedUntil: Date.now() + 1_800_000 });
  const paused = await session.browser.popup(site.page);
  await poll('until when', () => paused.evaluate((document) => document.querySelector('[data-key="resume"]') !== null));
  await pause(STILL);
  save('popup-paused', await paused.screenshot());
  await paused.close();
  const options = await session.browser.extensionPage('options.html');
  await options.setViewport({ ...NARROW, deviceScaleFactor: 1 });
  await shown(options, '[data-key="on-shouting"]');
  save('options-320', await options.screenshot());
  await options.close();
}

/**
 * What is remembered beside a note: the last one of the month, which is nearly one that was sent.
 *
 * @param {Session} session
 * @param {Save} save
 */
export async function remembered(session, save) {
  await session.store({ version: 1, consent: 'page', plan: 'free' });
  const options = await session.browser.extensionPage('options.html');
  for (const name of ['count', 'reuse']) await press(options, `[data-key="keep-${name}"]`);
  await poll('the key', async () => (await session.stored())['fingerprint-key']);
  await options.close();
  const site = await LinkedIn.open(session);
  const text = 'Hi Ada, your talk on tidal clocks made me rewind mine, and I would like to stay in touch.';
  for (let sent = 1; sent <= 4; sent += 1) {
    await send(site, ROW, 'page', text);
    await lines(session, sent);
  }
  await invite(site, { ...ROW, left: 1 });
  await site.type(text);
  const panel = await session.browser.panel(site.page);
  await poll('the warning', () => panel.$('[data-key="reused"]'));
  for (const [name, view] of /** @type {const} */ ([['', WIDE], ['-320', NARROW]])) {
    await site.page.setViewport({ ...view, deviceScaleFactor: name ? 1 : 2 });
    await pause(STILL);
    save(`panel-remembered${name}`, await site.page.screenshot());
  }
  const popup = await session.browser.popup(site.page);
  await poll('the warning', () => popup.evaluate((document) => document.querySelector('[data-key="reused"]') !== null));
  await pause(STILL);
  save('popup-remembered', await popup.screenshot());
  await popup.close();
  await site.page.close();
}

/**
 * The playground in a browser that has nothing installed.
 *
 * @param {Kind} kind
 * @param {import('../server.mjs').Site} site
 * @param {Scheme} scheme
 * @param {Save} save
 */
async function playground(kind, site, scheme, save) {
  const browser = await launch(kind, { site, extension: null, scheme });
  try {
    const page = await browser.openPage(`${site.plain}/playground/`);
    await page.setViewport({ ...WIDE, deviceScaleFactor: 1 });
    await page.select('select[name="theme"]', scheme);
    await page.click('#samples button:nth-of-type(3)');
    await poll('the panel', async () => {
      const frame = page.frames().find((candidate) => candidate.url().endsWith('/panel.html'));
      return frame?.$(UI.finding);
    });
    await settle(page);
    save('playground', await page.screenshot());
  } finally {
    await browser.close();
  }
}

/** How long a surface is given to come to rest, in milliseconds. */
const STILL = 400;

/**
 * @param {Dialog} dialog
 * @param {string} text
 */
async function write(dialog, text) {
  const panel = await dialog.panel();
  if (text !== '') {
    await dialog.paste(text);
    await poll('findings', () => panel.$(UI.finding));
    await poll('underlines', async () => (await dialog.marks()).length > 0);
  }
  await settle(dialog.page);
}

/**
 * @param {Page} page
 * @param {string} selector
 */
async function shown(page, selector) {
  await poll(selector, () => page.$(selector));
  await settle(page);
}

/** @param {Page} page */
async function settle(page) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await pause(STILL);
}
