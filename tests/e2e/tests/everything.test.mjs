// @ts-check
// Everything that is stored, as a file: out, in, of every earlier form; the way back to the first day; and that it outlives the browser.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch } from '../browsers.mjs';
import { everything } from '../lib/memory.mjs';
import { EXTENSION } from '../lib/paths.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { press } from '../lib/ui.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const FORMS = path.join(import.meta.dirname, '..', 'stored');

/** The form that this version writes. */
const FORM = fs.readdirSync(FORMS).length;

/** What is stored in a file of a form. @param {number} form @returns {Record<string, any>} */
const storedIn = (form) => JSON.parse(fs.readFileSync(path.join(FORMS, `${form}.json`), 'utf8')).stored;

/** Gives the options a file. @param {Page} page @param {string} file */
async function give(page, file) {
  const input = await poll('the file', () => page.$('[data-key="import"]'));
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
}

/** A file with this in it. @param {string} name @param {string} text */
function fileOf(name, text) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'connote-')), name);
  fs.writeFileSync(file, text);
  return file;
}

/** What the options say came of it. @param {Page} page @param {string} words */
const says = (page, words) => poll(`“${words}”`, () => page.$eval('[data-key="imported"]', (element, wanted) => element.textContent?.includes(wanted), words));

/** The file that the options hand out. @param {Page} page */
async function handedOut(page) {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (/** @type {any} */ blob) => {
      void blob.text().then((/** @type {string} */ text) => (document.body.dataset.file = text));
      return make(blob);
    };
    // A file of a test is not to be kept.
    HTMLAnchorElement.prototype.click = () => {};
  });
  await press(page, '[data-key="export-all"]');
  return JSON.parse(String(await poll('the file', () => page.evaluate(() => document.body.dataset.file))));
}

for (let form = 1; form <= FORM; form += 1) {
  test(`everything: a file of form ${form} is read whole, and consent stays this browser's own`, async ({ session, browser }) => {
    await session.store({ version: 1, consent: 'quiet' });
    const options = await browser.extensionPage('options.html');
    const wanted = storedIn(form);
    await give(options, path.join(FORMS, `${form}.json`));
    await says(options, `imported: ${Object.keys(wanted).length}`);
    const has = (/** @type {string} */ words) => poll(words, () => options.$eval('.page', (page, text) => page.textContent?.includes(text), words));
    for (const words of ['Grace Hopper', 'nanoseconds was a joy', 'Accepted: 1 of 1', 'At a fair', 'https://glaze.example/tests']) await has(words);
    const value = (/** @type {string} */ key) => options.$eval(`[data-key="${key}"]`, (element) => /** @type {HTMLInputElement} */ (element).value);
    assert.deepEqual([await value('plan'), await value('limit'), await value('about'), await value('theme'), await value('notes'), await value('reserve')], ['premium', '250', 'I restore tide mills.', 'dark', '7', '2']);
    assert.ok(await options.$('[data-key="on-shouting"]'), 'the rule is off');
    if (form < FORM) return;
    const stored = { ...wanted, settings: { ...wanted['settings'], consent: 'quiet' } };
    assert.deepEqual(await session.stored(), stored);
    assert.deepEqual(await handedOut(options), { connote: FORM, stored });
  });
}

test('everything: what comes in adds to what is here, and what is not ours changes nothing', async ({ session, browser }) => {
  const own = { 'template:own': '# Own\nHi [name], own words.\n\n', other: 1 };
  await session.welcome.evaluate((kept) => chrome.storage.local.set(kept), own);
  const before = await everything(session);
  const options = await browser.extensionPage('options.html');
  const wrong = [
    '{"connote": 99, "stored": {"settings": {"theme": "dark"}}}', '{"stored": {}}', '[1]', 'null', 'Hi Ada, a letter', '', '{"connote": 1, "stored": 5}',
  ];
  for (const text of wrong) {
    await give(options, fileOf('wrong.json', text));
    await says(options, 'no file of Connote');
    assert.deepEqual(await everything(session), before, text);
    // Whatever is done next takes away what was said.
    await press(options, '[data-key="reset"]');
    await press(options, '[data-key="reset-not"]');
  }
  await give(options, fileOf('odd.json', JSON.stringify({ connote: 1, stored: { settings: 'x', 'sent:1': 5, __proto__x: 'y', 'template:in': '# In\nHi.\n' } })));
  await says(options, 'imported: 1');
  await give(options, fileOf('two.txt', '# One\nHi [name], one.\n\n# Two\nHi [name], two.\n'));
  await says(options, 'imported: 2');
  const { local } = await everything(session);
  assert.equal(Object.keys(local).filter((key) => key.startsWith('template:')).length, 4);
  assert.deepEqual([local['template:own'], local['other'], local['settings']], [own['template:own'], 1, before.local['settings']]);
});

test('everything: reset asks, and then nothing is stored any more', async ({ session, browser }) => {
  await session.welcome.evaluate((kept) => chrome.storage.local.set(kept), { ...storedIn(FORM) });
  const options = await browser.extensionPage('options.html');
  await press(options, '[data-key="reset"]');
  await press(options, '[data-key="reset-not"]');
  assert.deepEqual(await session.stored(), storedIn(FORM));
  await press(options, '[data-key="reset"]');
  await press(options, '[data-key="reset-yes"]');
  await poll('an empty storage', async () => {
    const all = await everything(session);
    return [all.local, all.session, all.sync].every((area) => Object.keys(area).length === 0);
  });
  await poll('the question', () => options.$('[data-key="consent-page"]'));
  assert.ok(!(await options.$eval('.page', (page) => page.textContent ?? '')).includes('Grace'));
});

test('everything: it outlives the browser', async ({ browser, site, note }) => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'connote-profile-'));
  // An add-on that is installed for the session alone, as a test's is, would take what it stored with it.
  const prefs = { 'extensions.webextensions.keepStorageOnUninstall': true, 'extensions.webextensions.keepUuidOnUninstall': true };
  const start = () => launch(browser.kind, { site, extension: EXTENSION, profile, prefs });
  const first = await start();
  try {
    const options = await first.extensionPage('options.html');
    await give(options, path.join(FORMS, `${FORM}.json`));
    await says(options, 'imported');
  } finally {
    await first.close();
  }
  const second = await start();
  try {
    const options = await second.extensionPage('options.html');
    for (const words of ['Grace Hopper', 'At a fair']) await poll(words, () => options.$eval('.page', (page, text) => page.textContent?.includes(text), words));
    const { settings, ...others } = storedIn(FORM);
    const { consent, ...kept } = settings;
    const stored = await options.evaluate(() => chrome.storage.local.get(null));
    assert.deepEqual(stored, { ...others, settings: kept });
    note(`consent, which no file brings: ${consent} left out`);
  } finally {
    await second.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
});
