// @ts-check
// Templates: saved from a note, inserted into another, kept in the options. What is stored is what the user saved.

import assert from 'node:assert/strict';
import { LinkedIn } from '../lib/linkedin.mjs';
import { ADA, ROW, everything, invite, lines } from '../lib/memory.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { press } from '../lib/ui.mjs';

const NOTE = 'Hi Ada, your talk at [fair] was a joy. See https://glaze.example/tests';

const FOLD = '[data-key="recall"] [data-key="templates"]';
const SAVE = '[data-key="save-template"]';
const INSERT = '[data-key="insert-0"]';

/** The words of the popup's templates, once they say this. @param {import('../lib/popup.mjs').Popup} popup @param {string} words */
const says = (popup, words) => poll(`“${words}” in the popup`, () => popup.evaluate((document, wanted) => document.querySelector('.templates')?.textContent?.includes(String(wanted)), words));

/** The templates that are stored, once there are so many. @param {import('../lib/session.mjs').Session} session @param {number} count */
async function templates(session, count) {
  /** @type {unknown[]} */
  let found = [];
  await poll(`${count} templates`, async () => {
    found = Object.entries((await everything(session)).local).filter(([key]) => key.startsWith('template:')).map(([, text]) => text);
    return found.length === count;
  });
  return found;
}

for (const consent of ['page', 'quiet']) {
  test(`templates, ${consent}: a note is saved with a blank for the name, and inserted as one change that can be taken back`, async ({ session, browser }) => {
    const site = await LinkedIn.open(session);
    await session.store({ version: 1, consent });
    await invite(site, ROW, consent);
    await site.type(NOTE);
    const popup = await browser.popup(site.page);
    await popup.click(FOLD);
    await says(popup, 'None yet.');
    await popup.click(SAVE);
    await says(popup, 'Saved as');
    await says(popup, 'would mind');
    assert.deepEqual(await templates(session, 1), ['# Hi [name], your talk\nHi [name], your talk at [fair] was a joy. See https://glaze.example/tests\n\n']);
    await popup.close();
    await site.page.bringToFront();
    await invite(site, ROW, consent);
    await site.type('x');
    const next = await browser.popup(site.page);
    await next.click(FOLD);
    await next.click(INSERT);
    const box = () => site.page.$eval('#custom-message', (element) => {
      const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (element);
      return { value, selected: value.slice(selectionStart, selectionEnd) };
    });
    await poll('the template in the box', async () => (await box()).value === NOTE);
    assert.equal((await box()).selected, '[fair]');
    await next.close();
    await site.page.bringToFront();
    await site.page.focus('#custom-message');
    await site.page.keyboard.down('Control');
    await site.page.keyboard.press('z');
    await site.page.keyboard.up('Control');
    await poll('the way back', async () => (await box()).value === 'x');
    assert.ok(!JSON.stringify(await everything(session)).includes(ADA), 'no recipient is stored');
  });
}

for (const mount of /** @type {const} */ (['light', 'frame', 'shadow'])) {
  test(`templates, ${mount}: the panel inserts one with the recipient filled in, goes from blank to blank by Tab, and says what still stands in it`, async ({ session, browser }) => {
    await session.store({ version: 1, consent: 'page' });
    await session.welcome.evaluate(() => chrome.storage.local.set({ memory: { version: 1, templates: true }, 'template:a': '# Fair\nHi [name], we met at [fair] and spoke of [what].\n' }));
    const site = await LinkedIn.open(session);
    await invite(site, { ...ROW, mount });
    const panel = await browser.panel(site.page);
    await poll('the templates', () => panel.$(FOLD));
    await press(panel, FOLD);
    await press(panel, INSERT);
    await poll('the template in the box', async () => /** @type {any} */ (await site.ask('connote:note'))?.text === 'Hi Ada, we met at [fair] and spoke of [what].');
    await poll('its blank to be named', () => panel.$('[data-key^="finding-placeholder"]'));
    await site.page.keyboard.type('Basel');
    await site.page.keyboard.press('Tab');
    await site.page.keyboard.type('kilns');
    await poll('the blanks to be filled', async () => /** @type {any} */ (await site.ask('connote:note'))?.text === 'Hi Ada, we met at Basel and spoke of kilns.');
  });
}

test('templates: an untweaked one is a note sent again', async ({ session, browser }) => {
  const text = 'your talk at the fair on glazes made me fire my kiln again, and I would like to hear what you do next.';
  const options = await browser.extensionPage('options.html');
  await press(options, '[data-key="keep-reuse"]');
  await poll('the key', async () => (await session.stored())['fingerprint-key']);
  await session.welcome.evaluate((words) => chrome.storage.local.set({ 'template:a': `# Fair\nHi [name], ${words}\n` }), text);
  const site = await LinkedIn.open(session);
  for (const isAgain of [false, true]) {
    await invite(site, ROW);
    const panel = await browser.panel(site.page);
    await press(panel, FOLD);
    await press(panel, INSERT);
    await poll('the template in the box', async () => /** @type {any} */ (await site.ask('connote:note'))?.text === `Hi Ada, ${text}`);
    if (isAgain) await poll('the warning', () => panel.$('[data-key="reused"]'));
    else {
      await site.clickAtRest('send');
      await lines(session, 1);
    }
  }
});

test('templates: the options list, edit, delete and hand them out; two tabs undo nothing of each other', async ({ session, browser }) => {
  await session.welcome.evaluate(() => chrome.storage.local.set({ 'template:a': '# Bees\nHi [name], we both keep bees.\n', 'template:odd': { not: 'a text' } }));
  const one = await browser.extensionPage('options.html');
  const other = await browser.extensionPage('options.html');
  /** @param {import('puppeteer-core').Page} page @param {string} text */
  const write = async (page, text) => {
    await page.bringToFront();
    await press(page, '[data-key="new-template"]');
    await poll('the box', () => page.$('[data-key="template-text"]'));
    await page.type('[data-key="template-text"]', text);
    await press(page, '[data-key="save"]');
  };
  await write(one, '# Fair\nHi, we met at [fair].');
  await write(other, '# Clay\nHi, your glaze.');
  await templates(session, 4);
  const text = (/** @type {import('puppeteer-core').Page} */ page) => page.$eval('.page', (element) => element.textContent ?? '');
  for (const page of [one, other]) await poll('all of them', async () => /Bees.*Clay.*Fair/s.test(await text(page)));
  await one.bringToFront();
  await press(one, '[data-key="delete-1"]');
  await templates(session, 3);
  await press(one, '[data-key="undelete"]');
  await templates(session, 4);
  await press(one, '[data-key="edit-0"]');
  await poll('the box', () => one.$('[data-key="template-text"]'));
  await one.type('[data-key="template-text"]', ' And honey.');
  await press(one, '[data-key="save"]');
  await poll('the change', async () => (await session.stored())['template:a'] === '# Bees\nHi [name], we both keep bees. And honey.\n\n');
  assert.deepEqual((await session.stored())['template:odd'], { not: 'a text' }, 'what cannot be read is left alone');
});
