// @ts-check
// What stands between a user and the note: walls, layouts that nobody has seen yet, and text that was lost on the way.

import assert from 'node:assert/strict';
import { LinkedIn } from '../lib/linkedin.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';

const TEXT = 'Hi Ada, your talk on engines was a joy.';
const ADA = 'Ada Lovelace';

/** @type {import('../pages/invitation.js').Row} */
const ROW = { place: 'profile', mount: 'light', lang: 'en' };

for (const lang of ['en', 'ar', 'ja']) {
  test(`${lang}: the walls are told apart`, async ({ session }) => {
    const site = await LinkedIn.open(session);
    for (const [wall, sees] of Object.entries({ upsell: 'notes-used-up', email: 'email-needed', weekly: 'weekly-limit' })) {
      for (const mount of /** @type {const} */ (['light', 'shadow'])) {
        await site.call('visit', { ...ROW, mount, lang, wall: /** @type {any} */ (wall) });
        await site.click('connect');
        if (wall === 'upsell') await site.click('add');
        await site.sees({ sees, attached: false, draft: null });
        assert.equal(await site.call('hosts'), 0, wall);
        await site.call('close');
        await site.sees(null);
      }
    }
  });
}

test('an offer of Premium elsewhere is no wall', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await site.call('visit', { ...ROW, wall: 'upsell' });
  await site.click('connect');
  await site.click('add');
  await site.sees({ sees: 'notes-used-up' });
  await site.click('dismiss');
  await site.page.evaluate(() => {
    history.pushState(null, '', '/feed/');
    const offer = document.createElement('div');
    offer.className = 'artdeco-modal modal-upsell';
    offer.setAttribute('role', 'dialog');
    offer.textContent = 'Premium';
    document.body.append(offer);
  });
  await site.sees(null);
});

test('a text lost with its dialog is offered to the same person again, in the empty box alone', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await invite(site, ROW);
  await site.type(TEXT);
  await site.call('close');
  await site.panels(0);
  await site.sees({ sees: null, draft: TEXT });
  await invite(site, ROW);
  assert.equal(await boxText(site), '', 'nothing is written by itself');
  assert.equal((await site.ask('connote:note')).draft, TEXT);
  await site.sees({ sees: 'note', draft: TEXT });
  await site.type('H');
  assert.equal((await site.ask('connote:note')).draft, null);
  await site.call('close');
  await invite(site, { ...ROW, lang: 'de' });
  assert.equal((await site.ask('connote:note')).draft, null, 'not to another person');
  assert.deepEqual(Object.keys(await session.stored()), ['settings'], 'nothing of it is stored');
});

test('a text that was sent is offered only where a wall refused it', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await invite(site, ROW);
  await site.type(TEXT);
  await site.clickAtRest('send');
  await site.panels(0);
  await site.sees(null);
  await site.call('visit', ROW);
  await site.call('write', { ...ROW, wall: 'weekly' });
  await site.panels(1);
  await site.type(`${TEXT}!`);
  await site.clickAtRest('send');
  await site.panels(0);
  await site.sees({ sees: 'weekly-limit', draft: `${TEXT}!` });
});

for (const mount of /** @type {const} */ (['light', 'shadow', 'modal'])) {
  test(`${mount}: a layout without any known name is found by its counter`, async ({ session }) => {
    const site = await LinkedIn.open(session);
    for (const lang of ['en', 'ar', 'zh']) {
      await site.call('visit', { ...ROW, mount, lang, layout: 'renamed' });
      await site.click('connect');
      await site.sees({ sees: 'question' });
      await site.click('add');
      await site.panels(1);
      assert.equal((await site.ask('connote:note')).limit, 200);
      await site.call('close');
      await site.panels(0);
    }
  });

  test(`${mount}: a layout without any sign is unknown, and checked on the user's word`, async ({ session }) => {
    const site = await LinkedIn.open(session);
    await site.call('visit', { ...ROW, mount, layout: 'bare' });
    await site.click('connect');
    await site.click('add');
    await site.sees({ sees: 'unknown', attached: false, recipient: ADA });
    assert.equal(await site.call('hosts'), 0);
    assert.deepEqual(await site.ask('connote:adopt'), { type: 'adopted', ok: true });
    await site.panels(1);
    await site.type(TEXT);
    const told = await poll('the text', async () => site.ask('connote:note'));
    assert.deepEqual([told.text, told.recipient, told.limit], [TEXT, ADA, null]);
    await site.call('close');
    await site.panels(0);
  });
}

test('a box beside an invitation that was sent at once is no unknown layout', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await site.call('visit', { ...ROW, place: 'search' });
  await site.click('connect');
  await site.call('close');
  await site.page.evaluate(() => document.body.append(document.createElement('textarea')));
  await site.sees(null);
});

test('the frame’s box is checked on the user’s word, and the page around it is silent', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await site.call('showOther', 'a page of text');
  await site.click('box');
  await site.call('write', { ...ROW, mount: 'frame', layout: 'bare' });
  assert.deepEqual(await site.ask('connote:adopt'), { type: 'adopted', ok: true });
  await site.panels(1);
  await site.type(TEXT);
  assert.equal((await site.ask('connote:note')).text, TEXT);
});

test('a search field and a password are never checked, nor is the box before them', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await site.call('showOther', 'the search');
  await site.click('box');
  assert.deepEqual(await site.ask('connote:adopt'), { type: 'adopted', ok: false });
  await site.call('showOther', 'a page of text');
  await site.click('box');
  await site.page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'password';
    document.body.append(field);
    field.focus();
  });
  assert.deepEqual(await site.ask('connote:adopt'), { type: 'adopted', ok: false });
  assert.equal(await site.call('hosts'), 0);
});

test('a user who has not agreed is not looked at', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await site.call('write', ROW);
  await site.panels(1);
  await session.store({ version: 1, consent: 'off' });
  await site.panels(0);
  for (const type of ['connote:where', 'connote:adopt', 'connote:note']) assert.equal(await site.ask(type), null, type);
});

/** To step 2. @param {LinkedIn} site @param {import('../pages/invitation.js').Row} row */
async function invite(site, row) {
  await site.call('visit', row);
  await site.click('connect');
  await site.click('add');
  await site.panels(1);
}

/** @param {LinkedIn} site */
const boxText = (site) => site.page.$eval('#custom-message', (box) => /** @type {HTMLTextAreaElement} */ (box).value);
