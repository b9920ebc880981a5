// @ts-check
// Nothing before a yes, everything after it without a reload, nothing again after a no.

import assert from 'node:assert/strict';
import { pause, poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI, press } from '../lib/ui.mjs';

/** Long enough for a content script to start and a panel to load, many times over. */
const LONG = 1000;

test.fresh('before a choice the page gets nothing, and a yes works at once', async ({ session, open }) => {
  const dialog = await open();
  await dialog.type('I would like to add you to my professional network.');
  await pause(LONG);
  assert.equal(await dialog.traces(), 0);
  assert.deepEqual(await session.stored(), {}, 'nothing is written before a choice');

  await session.welcome.bringToFront();
  await press(session.welcome, UI.accept);
  await dialog.page.bringToFront();
  await dialog.panel();
  const { settings } = await session.stored();
  assert.equal(/** @type {any} */ (settings).consent, 'page');
});

test.fresh('a no on the welcome page is a no', async ({ session, open }) => {
  await press(session.welcome, UI.refuse);
  await poll('the no to be stored', async () => /** @type {any} */ ((await session.stored()).settings)?.consent === 'off');
  const dialog = await open();
  await dialog.type('I would like to add you to my professional network.');
  await pause(LONG);
  assert.equal(await dialog.traces(), 0);
});

test('a yes withdrawn in the options takes everything away at once', async ({ browser, open }) => {
  const dialog = await open();
  await dialog.panel();
  await dialog.type('Hello');
  const options = await browser.extensionPage('options.html');
  await press(options, UI.refuse);
  await poll('everything to go', async () => (await dialog.traces()) === 0);
  await dialog.page.bringToFront();
  await dialog.type(' there');
  await pause(LONG);
  assert.equal(await dialog.traces(), 0, 'and it stays away');
  assert.equal(await dialog.value(), 'Hello there');
});

test('a popup before a choice asks for it and reads nothing', async ({ session, browser, open }) => {
  await session.store(null);
  const dialog = await open();
  await dialog.type('A note that nobody was asked about');
  const popup = await browser.popup(dialog.page);
  await poll('the question', () => popup.evaluate((document, accept) => document.querySelector(accept) !== null, UI.accept));
  const words = await popup.evaluate((document) => document.body.textContent ?? '');
  assert.ok(!words.includes('nobody was asked'), 'the note is not shown');
  await popup.close();
});
