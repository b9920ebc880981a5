// @ts-check
// Boxes that are not a note's: nothing may appear, whatever was clicked before.

import assert from 'node:assert/strict';
import { LinkedIn } from '../lib/linkedin.mjs';
import { test } from '../lib/suite.mjs';
import { OTHERS } from '../pages/others.js';

test('nothing appears in any other box', async ({ session, note }) => {
  const site = await LinkedIn.open(session);
  for (const name of Object.keys(OTHERS)) {
    await site.call('showOther', name);
    await keepsOut(site, name);
    await site.sees(null);
  }
  note(`${Object.keys(OTHERS).length} boxes`);
});

test('nothing appears in any other box that is opened after an invitation', async ({ session }) => {
  const site = await LinkedIn.open(session);
  for (const name of Object.keys(OTHERS)) {
    await site.call('visit', { place: 'search', mount: 'light', lang: 'en' });
    await site.click('connect');
    await site.call('close');
    await site.call('offerOther', name);
    await site.click('opener');
    await keepsOut(site, name);
  }
});

test('nothing appears in any other box that the page itself opens on a click on Connect', async ({ session, note }) => {
  const site = await LinkedIn.open(session);
  const names = Object.keys(OTHERS).filter((name) => !OTHERS[name]?.unmarked);
  for (const name of names) {
    await site.call('visit', { place: 'search', mount: 'light', lang: 'en' });
    await site.click('connect');
    await site.call('close');
    await site.call('showOther', name, true);
    await keepsOut(site, name, true);
  }
  note(`${names.length} boxes`);
});

/** @param {LinkedIn} site @param {string} name @param {boolean} [byScript] without a click, which would tell something */
async function keepsOut(site, name, byScript = false) {
  if (byScript) await site.page.$eval('[data-test="box"]', (box) => /** @type {HTMLElement} */ (box).focus());
  else await site.click('box');
  await site.type('Hi');
  const focused = await site.page.evaluate(() => document.activeElement?.getAttribute('data-test'));
  assert.equal(focused, 'box', `${name}: the box has the focus`);
  assert.equal(await site.call('hosts'), 0, name);
}
