// @ts-check
// What the popup says where there is no note to work on: the step before it, the walls, a layout that is not known.

import assert from 'node:assert/strict';
import { LinkedIn } from '../lib/linkedin.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI } from '../lib/ui.mjs';

const TEXT = 'Hi Ada, your talk on engines was a joy.';

/** @type {import('../pages/invitation.js').Row} */
const ROW = { place: 'profile', mount: 'light', lang: 'en' };

test('the popup says what a note is for before there is one', async ({ session, browser }) => {
  const site = await LinkedIn.open(session);
  await site.call('visit', ROW);
  await site.click('connect');
  await site.sees({ sees: 'question' });
  const popup = await browser.popup(site.page);
  await says(popup, 'No note yet', 'Ada Lovelace');
  await popup.close();
});

test('the popup names each wall and what to do', async ({ session, browser }) => {
  const site = await LinkedIn.open(session);
  for (const [wall, title] of Object.entries({ upsell: 'used up', email: 'asks for their address', weekly: 'No more invitations this week' })) {
    await site.call('visit', { ...ROW, wall: /** @type {any} */ (wall) });
    await site.click('connect');
    if (wall === 'upsell') await site.click('add');
    const popup = await browser.popup(site.page);
    await says(popup, title);
    await popup.close();
    await site.call('close');
  }
});

test('a note that a wall refused is given back in the popup', async ({ session, browser }) => {
  const site = await LinkedIn.open(session);
  await site.call('write', { ...ROW, wall: 'weekly' });
  await site.panels(1);
  await site.type(TEXT);
  await site.clickAtRest('send');
  await site.panels(0);
  const popup = await browser.popup(site.page);
  await says(popup, 'No more invitations this week', TEXT);
  await popup.click('[data-key="take-draft"]');
  const written = () => popup.evaluate((document, paste) => /** @type {HTMLTextAreaElement} */ (document.querySelector(paste)).value, UI.paste);
  await poll('the note in the box', async () => (await written()) === TEXT);
  assert.equal(await popup.evaluate((document) => /** @type {HTMLElement} */ (document.activeElement).dataset.key), 'paste');
  await popup.close();
});

test('a layout that is not known is called so, and its box is checked on the user’s word', async ({ session, browser }) => {
  const site = await LinkedIn.open(session);
  await site.call('visit', { ...ROW, layout: 'bare' });
  await site.click('connect');
  await site.click('add');
  await site.sees({ sees: 'unknown' });
  await site.type(TEXT);
  const popup = await browser.popup(site.page);
  await says(popup, 'does not know this box');
  await popup.click('[data-key="adopt"]');
  await says(popup, TEXT);
  assert.equal(await popup.evaluate((document) => document.querySelector('[data-key="adopt"]')), null);
  await popup.close();
  await site.panels(1);
});

test('a panel that was hidden is called back from the popup', async ({ session, browser }) => {
  const site = await LinkedIn.open(session);
  await site.call('write', ROW);
  await site.panels(1);
  await site.type(TEXT);
  const panel = await browser.panel(site.page);
  await poll('the panel', () => panel.$('[data-key="hide"]'));
  await panel.click('[data-key="hide"]');
  await site.panels(0);
  const popup = await browser.popup(site.page);
  await says(popup, 'The note is open');
  await popup.click('[data-key="adopt"]');
  await says(popup, TEXT);
  await popup.close();
  await site.panels(1);
});

/** @param {import('../lib/popup.mjs').Popup} popup @param {string[]} words */
async function says(popup, ...words) {
  let last = '';
  await poll(words.join(', '), async () => {
    last = await popup.evaluate((document) => document.body.textContent ?? '');
    return words.every((word) => last.includes(word));
  }).catch(() => assert.fail(`the popup says: ${last}`));
}
