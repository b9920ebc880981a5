// @ts-check
// Settings that are the same in all of the user's browsers: nothing goes anywhere until the switch is on, then settings alone.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { everything } from '../lib/memory.mjs';
import { pause, poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { press } from '../lib/ui.mjs';

/** Longer than the background takes to answer a change. */
const SETTLED = 2500;

const OWN = { consent: 'page', allowed: ['contains-link https://glaze.example/tests'], pausedUntil: 5 };
const SHARED = { version: 1, plan: 'free', about: 'I restore tide mills.', rulesOff: ['shouting'], theme: 'light' };

test('sync: off at first; once it is on, settings alone go along, both ways, until it is off again', async ({ session, browser }) => {
  const there = async () => (await everything(session)).sync['settings'];
  /** @param {object} wanted */
  const comes = (wanted) => poll(JSON.stringify(wanted), async () => isDeepStrictEqual(await there(), wanted)); // Chromium sorts fields
  /** What another browser of the user's writes. @param {object} settings */
  const elsewhere = (settings) => session.welcome.evaluate((given) => chrome.storage.sync.set({ settings: given }), settings);
  const here = async () => /** @type {any} */ ((await session.stored())['settings']);
  try {
    await session.store({ ...OWN, ...SHARED });
    await session.welcome.evaluate(() => chrome.storage.local.set({ 'template:a': '# A\nHi.\n', 'sent:a': '1\t2026-11-20\tnote\t\twaiting\tAda Lovelace\t' }));
    await pause(SETTLED);
    assert.deepEqual((await everything(session)).sync, {});

    const options = await browser.extensionPage('options.html');
    await press(options, '[data-key="sync"]');
    await comes(SHARED);
    await session.welcome.evaluate((settings) => chrome.storage.local.set({ settings }), { ...OWN, ...SHARED, theme: 'dark' });
    await comes({ ...SHARED, theme: 'dark' });
    assert.deepEqual(Object.keys((await everything(session)).sync), ['settings'], 'nothing but settings');

    await elsewhere({ ...SHARED, plan: 'premium', consent: 'off', allowed: ['x y'] });
    await poll('the plan', async () => (await here()).plan === 'premium');
    const { consent, allowed, pausedUntil } = await here();
    assert.deepEqual({ consent, allowed, pausedUntil }, OWN, 'what is answered in each browser stays');

    await options.bringToFront();
    await press(options, '[data-key="sync"]');
    await poll('nothing there', async () => (await there()) === undefined);
    await elsewhere({ ...SHARED, plan: 'free' });
    await pause(SETTLED);
    assert.equal((await here()).plan, 'premium', 'it is off');
    await press(options, '[data-key="sync"]');
    await poll('this browser to join', async () => (await here()).plan === 'free');
  } finally {
    await session.welcome.evaluate(() => chrome.storage.local.remove('sync'));
    await session.welcome.evaluate(() => chrome.storage.sync.clear());
  }
});
