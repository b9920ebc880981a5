// @ts-check
// Quiet mode: nothing of ours in the page, the toolbar says that there is a note, and the popup says the rest.

import assert from 'node:assert/strict';
import { pause, poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI, press } from '../lib/ui.mjs';

const NOTE = 'Hi Ada, your tests were a joy to read. See https://glaze.example/tests';
const QUIET = { version: 1, consent: 'quiet' };

test.fresh('quiet mode is offered beside the other answers, and works without a reload', async ({ session, open }) => {
  const dialog = await open();
  const tab = await newest(session);
  await dialog.type('Hi');
  await session.welcome.bringToFront();
  await press(session.welcome, '[data-key="consent-quiet"]');
  await dialog.page.bringToFront();
  await badgeSays(session, tab, '•');
  assert.equal(/** @type {any} */ ((await session.stored()).settings).consent, 'quiet');
  assert.equal(await dialog.traces(), 0);
});

for (const mount of /** @type {const} */ (['light', 'shadow', 'frame', 'modal'])) {
  test(`quiet, ${mount}: the toolbar follows the note, the popup counts, and the page is as it was`, async ({ session, browser, open }) => {
    await session.store(QUIET);
    const dialog = await open({ mount });
    const tab = await newest(session);
    const before = await inPage(dialog);
    await dialog.paste(NOTE);
    await badgeSays(session, tab, '•');
    const popup = await browser.popup(dialog.page);
    await poll('the finding', () => popup.evaluate((document, link) => document.querySelector(link) !== null, UI.link));
    await badgeSays(session, tab, '1');
    await popup.click(UI.use);
    await poll('the rewrite in the box', async () => (await dialog.value()) !== NOTE);
    await popup.close();
    await dialog.undo();
    assert.equal(await dialog.value(), NOTE);
    await badgeSays(session, tab, '•');
    await dialog.paste(' and so on'.repeat(30));
    await badgeSays(session, tab, '!');
    await pause(300);
    assert.deepEqual([await dialog.traces(), await inPage(dialog)], [0, before]);
    await dialog.box((box) => box.closest('[role="dialog"], dialog')?.remove());
    await badgeSays(session, tab, '');
  });
}

test('going quiet takes the panel away at once, and coming back brings it', async ({ session, open }) => {
  const dialog = await open();
  const tab = await newest(session);
  await dialog.panel();
  await dialog.type('Hi');
  await session.store(QUIET);
  await poll('everything to go', async () => (await dialog.traces()) === 0);
  await badgeSays(session, tab, '•');
  await session.store({ version: 1, consent: 'page' });
  await dialog.panel();
  await badgeSays(session, tab, '');
});

/** How many elements the page has. @param {import('../lib/dialog.mjs').Dialog} dialog */
const inPage = (dialog) => dialog.box((box) => box.ownerDocument.querySelectorAll('*').length + /** @type {ParentNode} */ (box.getRootNode()).querySelectorAll('*').length);

/** The number of the newest tab. @param {import('../lib/session.mjs').Session} session */
const newest = (session) => session.welcome.evaluate(async () => Math.max(...(await chrome.tabs.query({})).map(({ id }) => id ?? -1)));

/** The toolbar shows this for a tab. @param {import('../lib/session.mjs').Session} session @param {number} tab @param {string} text */
async function badgeSays(session, tab, text) {
  let last = '';
  await poll(`the badge to say “${text}”`, async () => {
    last = await session.welcome.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
    return last === text;
  }).catch(() => assert.fail(`the badge says “${last}”, not “${text}”`));
}
