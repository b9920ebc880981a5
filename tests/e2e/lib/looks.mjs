// @ts-check
// What every surface looks like: in light and dark, from left to right and from right to left, wide and as narrow as a phone. The
// same on every run, so that two pictures differ only where the surfaces do. Chromium alone.

import { launch } from '../browsers.mjs';
import { pause, poll } from './poll.mjs';
import { Session } from './session.mjs';
import { UI, press } from './ui.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../server.mjs').Site} Site */
/** @typedef {'light' | 'dark'} Scheme */
/** @typedef {(name: string, png: Uint8Array) => void} Save */
/** @typedef {{ width: number, way: string, keep: (surface: string, page: Page, part?: string) => Promise<void> }} Look one way to look at a surface */

/** A language for each direction. */
const DIRECTIONS = { ltr: 'en', rtl: 'ar' };

const WIDE = 1280;
const NARROW = 320;
const HEIGHT = 1600;

/** What the popup has in a browser's toolbar. */
const POPUP = 380;

/** Letters without colours at their edges, which make the files half as large, and nothing that moves. */
const ARGS = ['--disable-lcd-text', '--force-prefers-reduced-motion'];

/** How long a surface is given to come to rest, in milliseconds. */
const STILL = 350;

/** When all of it happens, in milliseconds since 1970, in UTC. */
const NOW = Date.UTC(2026, 10, 20, 15, 0);

const PITCH =
  "Hi Ada, I'd like to add you to my professional network on LinkedIn. We help companies like yours cut cloud costs. Book a call: https://calendly.com/acme/intro";
const LONG = `${PITCH}, or tell me a time that suits you better, and I will gladly make room for it.`;
const NAME = 'Ada Lovelace';

/** Templates as they are kept. */
const TEMPLATES = {
  'template:a': '# After a talk\nHi [name], your talk on [subject] was a joy: [what stayed with you]. I would like to follow your work.\n',
  'template:b': '# At a fair\nHi [name], we met at [fair].\n',
};
const FOLD = '[data-key="recall"] [data-key="templates"]';

/** The parts of the options page in their order, by what they are about. */
const PARTS = ['choice', 'limits', 'about', 'looks', 'templates', 'memory', 'left-out', 'keys', 'rules', 'everything', 'privacy'];

/** What the popup's tab answers, and what is stored, for each of its states. */
const POPUPS = {
  'popup-note': { note: PITCH },
  'popup-paste': {},
  'popup-wall': { sees: 'weekly-limit' },
  'popup-templates': { note: PITCH },
  'popup-paused': { settings: { consent: 'page', pausedUntil: NOW + 1_830_000 } },
  'popup-undecided': { settings: {} },
};

/**
 * Takes every picture.
 *
 * @param {Site} site
 * @param {Save} save
 * @returns {Promise<Taken>} with what
 */
export async function takeLooks(site, save) {
  process.env.TZ = 'UTC';
  /** @type {Taken | undefined} */
  let taken;
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    for (const [dir, locale] of Object.entries(DIRECTIONS)) {
      const session = await Session.speaking('chromium', { site, scheme, args: ARGS }, locale);
      try {
        taken ??= await takenWith(session);
        for (const width of [WIDE, NARROW]) {
          const look = lookAt(width, `${dir}-${scheme}`, save);
          await ownPages(session, look);
          await popups(session, look);
          await dialogs(session, look, scheme, dir);
        }
      } finally {
        await session.browser.close();
      }
    }
    await playground(site, scheme, save);
  }
  if (!taken) throw new Error('nothing was taken');
  return taken;
}

/**
 * The browser and the fonts that pictures were taken with: others draw other letters.
 *
 * @typedef {{ browser: string, fonts: string[] }} Taken
 */

/** @param {Session} session @returns {Promise<Taken>} */
async function takenWith({ browser, welcome }) {
  const debug = await welcome.createCDPSession();
  const { root } = await debug.send('DOM.getDocument');
  await debug.send('CSS.enable');
  const fonts = new Set();
  await welcome.evaluate(() => document.body.append(Object.assign(document.createElement('p'), { id: 'letters', textContent: 'Aa ملاحظة' })));
  const { nodeId } = await debug.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#letters' });
  // Letters that were not drawn yet have none.
  await poll('the fonts', async () => {
    for (const { familyName } of (await debug.send('CSS.getPlatformFontsForNode', { nodeId })).fonts) fonts.add(familyName);
    return fonts.size > 0;
  });
  await welcome.evaluate(() => document.querySelector('#letters')?.remove());
  await debug.detach();
  return { browser: await browser.raw.version(), fonts: [...fonts].sort() };
}

/** @param {number} width @param {string} way @param {Save} save @returns {Look} */
function lookAt(width, way, save) {
  return {
    width,
    way,
    async keep(surface, page, part = 'body') {
      // In view as a whole: what is beyond it would be drawn in another way.
      const height = Math.max(HEIGHT, await page.evaluate(() => document.documentElement.scrollHeight));
      await page.setViewport({ width: page.viewport()?.width ?? width, height });
      await still(page);
      const box = await (await page.$(part))?.boundingBox();
      if (!box) throw new Error(`${surface} has no ${part}`);
      const [left, top] = [Math.floor(box.x), Math.floor(box.y)];
      const clip = { x: left, y: top, width: Math.ceil(box.x + box.width) - left, height: Math.ceil(box.y + box.height) - top };
      const png = await page.screenshot({ clip, captureBeyondViewport: false });
      save(`${surface}-${way}-${page.viewport()?.width ?? width}`, png);
    },
  };
}

/**
 * The welcome page, and the options: the top, and each part.
 *
 * @param {Session} session
 * @param {Look} look
 */
async function ownPages(session, { width, keep }) {
  await session.store(null);
  const welcome = await ownPage(session, 'welcome', width);
  await poll('the question', () => welcome.$(UI.accept));
  await keep('welcome', welcome);
  await welcome.close();

  const allowed = ['contains-link https://glaze.example/tests'];
  await session.store({ version: 1, consent: 'page', rulesOff: ['shouting'], allowed, pausedUntil: NOW + 1_830_000 });
  await session.welcome.evaluate((kept) => chrome.storage.local.set(kept), TEMPLATES);
  const options = await ownPage(session, 'options', width);
  await poll('the templates', () => options.$('[data-key="edit-1"]'));
  await poll('the rules', () => options.$('[data-key="on-shouting"]'));
  const parts = await options.$$eval('.part', (all) => all.map((part, at) => part.setAttribute('data-part', String(at))).length);
  if (parts !== PARTS.length) throw new Error(`the options have ${parts} parts: name each in PARTS`);
  await keep('options-top', options, '.top');
  for (const [at, name] of PARTS.entries()) await keep(`options-${name}`, options, `[data-part="${at}"]`);
  await options.close();
}

/**
 * The popup in its states. A copy of it in a tab, for the real one has the width that its browser gives it; the tab below it is
 * played.
 *
 * @param {Session} session
 * @param {Look} look
 */
async function popups(session, { width, keep }) {
  for (const [name, state] of Object.entries(POPUPS)) {
    const { note, sees, settings } = /** @type {{ note?: string, sees?: string, settings?: object }} */ (state);
    await session.store(settings ? { version: 1, ...settings } : { version: 1, consent: 'page' });
    if (name === 'popup-templates') await session.welcome.evaluate((kept) => chrome.storage.local.set(kept), TEMPLATES);
    const page = await ownPage(session, 'popup', width === WIDE ? POPUP : width, {
      'connote:note': note && { type: 'note', seq: 1, text: note, caret: 0, limit: 200, limitFrom: 'counter', pageLength: note.length, recipient: NAME, left: 3, draft: null, immediate: true, theme: 'light', private: false },
      'connote:where': sees && { type: 'where', sees, attached: false, recipient: NAME, left: 3, draft: 'Hi Ada, your talk on engines was a joy.' },
    });
    const shows = { 'popup-note': UI.use, 'popup-wall': '[data-key="kept"]', 'popup-templates': FOLD, 'popup-paused': '[data-key="resume"]', 'popup-undecided': UI.accept }[name] ?? UI.paste;
    await poll(shows, () => page.$(shows));
    if (name === 'popup-templates') {
      await press(page, FOLD);
      await poll('the templates', () => page.$('[data-key="insert-0"]'));
    }
    // The browser gives the popup the width that it asks for; on a phone it has the screen's.
    if (width === NARROW) await page.evaluate(() => { document.body.style.width = 'auto'; });
    await keep(name, page);
    await page.close();
  }
}

/**
 * The panel in its states, and the line at step 1, each with the dialog around it.
 *
 * @param {Session} session
 * @param {Look} look
 * @param {Scheme} theme
 * @param {string} dir
 */
async function dialogs(session, { width, keep }, theme, dir) {
  await session.reset();
  const states = { 'panel-empty': '', 'panel-findings': PITCH, 'panel-over': LONG, 'panel-leaving': PITCH, nudge: null };
  for (const [name, text] of Object.entries(states)) {
    const { page, ...dialog } = await opened(session, theme, dir, width, text === null);
    const panel = await dialog.panel();
    if (text) {
      await dialog.paste(text);
      await poll('findings', () => panel.$(UI.finding));
    }
    await poll('what it says', () => panel.$(text === null ? '.nudge' : '[data-key="counter"]'));
    if (name === 'panel-leaving') {
      await press(panel, '[data-key^="ignore-"]');
      await poll('the ways to leave it out', () => panel.$('[data-key^="pause-"]'));
    }
    await keep(name, page, '.artdeco-modal');
    await page.close();
  }
}

/** @param {Session} session @param {Scheme} theme @param {string} dir @param {number} width @param {boolean} asks */
async function opened(session, theme, dir, width, asks) {
  const dialog = await session.open({ theme, step: asks ? 1 : 2, recipient: NAME });
  await dialog.page.setViewport({ width, height: HEIGHT });
  await dialog.page.evaluate((direction) => { document.documentElement.dir = direction; }, dir);
  return { page: dialog.page, panel: () => dialog.panel(), paste: (/** @type {string} */ text) => dialog.paste(text) };
}

/**
 * The playground in a browser that has nothing installed. It speaks the browser's language, which is English here.
 *
 * @param {Site} site
 * @param {Scheme} scheme
 * @param {Save} save
 */
async function playground(site, scheme, save) {
  const browser = await launch('chromium', { site, extension: null, scheme, args: ARGS });
  try {
    for (const width of [WIDE, NARROW]) {
      const page = await browser.openPage(`${site.plain}/playground/`);
      // In a narrow window the dialog covers what opens it.
      await page.setViewport({ width: WIDE, height: HEIGHT });
      await page.select('select[name="theme"]', scheme);
      await page.click('#samples button:nth-of-type(3)');
      await poll('the panel', () => page.frames().findLast((frame) => frame.url().endsWith('/panel.html'))?.$(UI.finding));
      await page.setViewport({ width, height: HEIGHT });
      await lookAt(width, `ltr-${scheme}`, save).keep('playground', page);
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/**
 * A page of the extension's, at the time of all pictures.
 *
 * @param {Session} session
 * @param {string} name
 * @param {number} width
 * @param {Record<string, unknown>} [answers] of the tab below it
 */
async function ownPage({ browser }, name, width, answers) {
  const page = await browser.raw.newPage();
  await page.setViewport({ width, height: HEIGHT });
  await page.evaluateOnNewDocument((now, given) => {
    Date.now = () => now;
    /** @type {any} */ (chrome.tabs).sendMessage = async (/** @type {number} */ _tab, /** @type {any} */ { type }) => given?.[type] ?? null;
  }, NOW, answers ?? null);
  await page.goto(`${browser.base}${name}.html`);
  return page;
}

/** No caret that blinks, every letter there, nothing on the move. @param {Page} page */
async function still(page) {
  await page.evaluate(async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { caret-color: transparent !important; }');
    document.adoptedStyleSheets.push(sheet);
    await document.fonts.ready;
  });
  await pause(STILL);
}
