// @ts-check
// The keyboard's commands: what the browser has them on, and where they lead.

import assert from 'node:assert/strict';
import { command } from '../lib/keys.mjs';
import { LinkedIn } from '../lib/linkedin.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';

const NAMES = ['_execute_action', 'adopt', 'focus'];

test('the options list every command with the keys that the browser reports', async ({ session, browser }) => {
  const commands = await session.welcome.evaluate(() => chrome.commands.getAll());
  assert.deepEqual(commands.map(({ name }) => name).sort(), NAMES);
  const options = await browser.extensionPage('options.html');
  const rows = await poll('the keys', async () => {
    const found = await options.$$eval('kbd', (keys) => keys.map((key) => key.textContent));
    return found.length === NAMES.length ? found : null;
  });
  assert.deepEqual(rows.sort(), commands.map(({ shortcut }) => shortcut).sort());
  assert.equal(new Set(rows).size, NAMES.length, 'each has keys of its own');
});

test('a command moves the focus into the panel, and Escape moves it back', async ({ session, browser, open }) => {
  const dialog = await open();
  const panel = await dialog.panel();
  await dialog.type('Hi');
  await command(session, dialog.page, 'focus');
  await poll('the focus in the panel', () => panel.evaluate(() => document.hasFocus() && document.activeElement !== document.body));
  await dialog.page.keyboard.press('Escape');
  await poll('the focus in the box', () => dialog.box((box) => /** @type {Document | ShadowRoot} */ (box.getRootNode()).activeElement === box));
  assert.equal((await browser.panels(dialog.page)).length, 1);
});

test('a command has the box checked that the user is in', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await site.call('showOther', 'a page of text');
  await site.click('box');
  await site.type('Hi');
  assert.equal(await site.call('hosts'), 0);
  await command(session, site.page, 'adopt');
  await site.panels(1);
});
