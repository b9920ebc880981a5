// @ts-check
// Every surface can be used by everybody: axe finds nothing to say.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI, press } from '../lib/ui.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NOTE = 'Hi Ada, your talk on kilns was a joy, and I would like to add you to my professional network. See https://glaze.example/tests';

/** A part of LinkedIn's page, which has the first heading. */
const INSIDE = { 'page-has-heading-one': { enabled: false } };

test('axe: the panel, with and without a note', async ({ open }) => {
  const dialog = await open();
  const panel = await dialog.panel();
  await clean(panel, INSIDE);
  await dialog.paste(NOTE);
  await poll('findings', () => panel.$(UI.fix));
  await clean(panel, INSIDE);
  await press(panel, '[data-key^="ignore-"]');
  await poll('the ways to leave it out', () => panel.$('[data-key^="here-"]'));
  await clean(panel, INSIDE);
  await press(panel, '[data-key^="here-"]');
  await poll('the way back', () => panel.$('[data-key="undo"]'));
  await clean(panel, INSIDE);
});

for (const theme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe: the line at step 1, ${theme}`, async ({ open }) => {
    const dialog = await open({ step: 1, theme });
    const panel = await dialog.panel();
    await poll('the line', () => panel.$('.nudge'));
    await clean(panel, INSIDE);
  });
}

test('axe: the options and the popup of a user who has left things out and paused', async ({ session, browser }) => {
  const allowed = ['contains-link https://glaze.example/tests'];
  await session.store({ version: 1, consent: 'quiet', rulesOff: ['shouting'], allowed, pausedUntil: Date.now() + 1_800_000 });
  for (const name of ['options', 'popup', 'welcome']) {
    const page = await browser.extensionPage(`${name}.html`);
    await poll('the page', () => page.$(name === 'welcome' ? '[data-key="consent-page"]' : '[data-key="resume"]'));
    if (name === 'options') await poll('the rules', () => page.$('[data-key="on-shouting"]'));
    await clean(page, {});
  }
});

for (const theme of ['light', 'dark']) {
  test(`axe: the memory with a history, ${theme} and at 320 pixels`, async ({ session, browser, note }) => {
    await session.store({ version: 1, consent: 'page', plan: 'free', theme });
    await session.welcome.evaluate(async () => {
      const day = (/** @type {number} */ back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
      const outcomes = ['waiting', 'accepted', 'declined', 'declined', 'declined', 'ignored', 'waiting'];
      const lines = outcomes.map((outcome, at) => [`sent:${at}`, `1\t${day(at * 12)}\tnote\t\t${outcome}\tMaximiliane Wolkenstein-Rodenegg\tHi, ${'your talk on engines was a joy. '.repeat(6)}`]);
      await chrome.storage.local.set({ memory: { version: 1, keep: ['count', 'history', 'names', 'texts'], notes: 2, reserve: 1 }, 'sent:torn': '1', ...Object.fromEntries(lines) });
    });
    const page = await browser.extensionPage('options.html');
    await page.setViewport({ width: 320, height: 800 });
    await poll('the history', () => page.$('[data-key="decline-risk"]'));
    await press(page, '[data-key="erase"]');
    await poll('the question', () => page.$('[data-key="erase-yes"]'));
    await clean(page, {});
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    note(`${widths[0]} of ${widths[1]} px`);
    assert.ok((widths[0] ?? 0) <= (widths[1] ?? 0), 'nothing stands out at the side');
    const cut = await page.$$eval('.memory *', (all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth || one.getBoundingClientRect().left < 0).map((one) => one.outerHTML.slice(0, 80)));
    assert.deepEqual(cut, []);
  });
}

for (const theme of ['light', 'dark']) {
  test(`axe: templates in the options and the popup, ${theme} and at 320 pixels`, async ({ session, browser }) => {
    await session.store({ version: 1, consent: 'page', theme });
    const name = 'Maximiliane Wolkenstein-Rodenegg and everybody else whom I met at the fair';
    await session.welcome.evaluate((title) => chrome.storage.local.set({ 'template:a': `# ${title}\nHi [name], ${'your talk on engines was a joy. '.repeat(9)}`, 'template:b': '# B\nHi' }), name);
    const options = await browser.extensionPage('options.html');
    await options.setViewport({ width: 320, height: 800 });
    await press(options, '[data-key="delete-0"]');
    await poll('the way back', () => options.$('[data-key="undelete"]'));
    await clean(options, {});
    await press(options, '[data-key="undelete"]');
    await press(options, '[data-key="edit-1"]');
    await poll('the box', () => options.$('[data-key="template-text"]'));
    await clean(options, {});
    const popup = await browser.extensionPage('popup.html');
    await popup.setViewport({ width: 320, height: 800 });
    await popup.evaluate(() => { document.body.style.width = 'auto'; }); // as on a phone
    await popup.type(UI.paste, NOTE);
    await press(popup, '[data-key="recall"] [data-key="templates"]');
    await press(popup, '[data-key="save-template"]');
    await poll('what is minded', () => popup.evaluate(() => document.querySelector('.templates [role="status"]')?.childElementCount === 2));
    await clean(popup, {});
    for (const page of [options, popup]) {
      const cut = await page.$$eval('.part *, .recall *', (all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth || one.getBoundingClientRect().left < 0).map((one) => one.outerHTML.slice(0, 80)));
      assert.deepEqual(cut, []);
    }
  });
}

test('axe: the popup at each sight of an invitation', async ({ session, browser }) => {
  for (const sees of ['note', 'question', 'notes-used-up', 'weekly-limit', 'email-needed', 'unknown', null]) {
    await session.store(null);
    const page = await browser.extensionPage('popup.html');
    // A copy of the popup in a tab has no page below it: this answers for one.
    await page.evaluate((sight) => {
      const place = { type: 'where', sees: sight, attached: false, recipient: 'Ada Lovelace', left: 2, draft: 'Hi Ada' };
      /** @type {any} */ (chrome.tabs).sendMessage = async (/** @type {number} */ _tab, /** @type {any} */ { type }) => (type === 'connote:where' ? place : null);
    }, sees);
    await press(page, UI.accept);
    await poll('the kept note', () => page.$('[data-key="kept"]'));
    await clean(page, {});
    await page.close();
  }
});

for (const name of ['popup', 'options', 'welcome']) {
  test(`axe: ${name}`, async ({ browser }) => {
    const page = await browser.extensionPage(`${name}.html`);
    await poll('the page', () => page.evaluate(() => (document.querySelector('#app')?.childElementCount ?? 0) > 0));
    await clean(page, {});
  });
}

/**
 * @param {import('puppeteer-core').Frame | import('puppeteer-core').Page} surface
 * @param {Record<string, { enabled: boolean }>} rules
 */
async function clean(surface, rules) {
  const violations = await surface.evaluate(async (source, given) => {
    const scope = /** @type {any} */ (globalThis);
    if (!scope.axe) (0, eval)(source);
    const { violations: found } = await scope.axe.run(document, { resultTypes: ['violations'], rules: given });
    return found.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.html).join(' | ')}`);
  }, AXE, rules);
  assert.deepEqual(violations, []);
}
