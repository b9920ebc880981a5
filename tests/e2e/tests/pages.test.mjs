// @ts-check
// Pages that come and go: in place, through the back button, isolated; boxes that come late or are replaced.

import assert from 'node:assert/strict';
import { LinkedIn } from '../lib/linkedin.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI } from '../lib/ui.mjs';
import { WORDS } from '../pages/words.js';
import { ORIGIN } from '../server.mjs';

/** @type {import('../pages/invitation.js').Row} */
const ROW = { place: 'profile', mount: 'light', lang: 'en' };

for (const mount of /** @type {const} */ (['light', 'shadow', 'frame', 'modal'])) {
  test(`${mount}: a box that comes late and without the focus is found`, async ({ session }) => {
    const site = await LinkedIn.open(session);
    await site.call('visit', { ...ROW, mount, late: true });
    await site.click('connect');
    await site.click('add');
    await site.panels(1);
    await site.sees({ sees: 'note', attached: true, recipient: 'Ada Lovelace' });
  });
}

test('a box that goes, and comes back later in its dialog, gets its panel back', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await site.call('write', ROW);
  await site.panels(1);
  await site.type('Hi');
  for (let times = 0; times < 5; times += 1) {
    await site.page.evaluate(async () => {
      const box = document.querySelector('#custom-message');
      const place = box?.parentElement;
      box?.remove();
      await new Promise((resolve) => setTimeout(resolve));
      place?.prepend(/** @type {Element} */ (box?.cloneNode()));
    });
    await site.panels(1);
    await site.sees({ sees: 'note', attached: true });
  }
});

test('a page that goes on in place forgets whom the last one was about', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await site.call('visit', { ...ROW, place: 'search' });
  await site.click('other');
  await site.sees({ sees: 'question' });
  await site.call('close');
  await site.page.evaluate(() => history.pushState(null, '', '/in/somebody-else/'));
  await site.call('write', ROW);
  await site.panels(1);
  assert.equal((await site.ask('connote:note')).recipient, null);
});

test('without a first step the control that was clicked names the person', async ({ session }) => {
  const site = await LinkedIn.open(session);
  for (const lang of Object.keys(WORDS)) {
    for (const place of /** @type {const} */ (['profile', 'search', 'network'])) {
      await site.call('visit', { ...ROW, place, lang, once: true });
      await site.click('connect');
      await site.panels(1);
      assert.equal((await site.ask('connote:note')).recipient, WORDS[lang]?.name, `${lang}, ${place}`);
      await site.call('close');
      await site.panels(0);
    }
  }
});

test('a page that the browser kept finds the next invitation, and the one that was open', async ({ session, browser, note }) => {
  const site = await LinkedIn.open(session, '/feed/?pages&cached');
  await awayAndBack(site);
  assert.equal(await wasKept(site), true);
  await site.call('write', ROW);
  await site.panels(1);
  await site.type('Hi https://a.example');
  await awayAndBack(site);
  // Chromium keeps no page with another origin's frame in it, such as the panel; then this is a new one.
  note((await wasKept(site)) ? 'kept with its panel' : 'not kept with its panel');
  if (!(await wasKept(site))) await site.call('write', ROW);
  await site.panels(1);
  await site.type(' https://b.example!');
  const told = await site.ask('connote:note');
  assert.ok(told.text.endsWith(' https://b.example!'), told.text);
  const panel = await browser.panel(site.page);
  await poll('the panel to judge', () => panel.$(UI.link));
  await site.call('close');
  await site.panels(0);
});

for (const [before, after] of [['page', 'off'], ['off', 'page']]) {
  test(`a page that the browser kept follows consent that went from ${before} to ${after} meanwhile`, async ({ session }) => {
    const site = await LinkedIn.open(session, '/feed/?pages&cached');
    await session.store({ version: 1, consent: before });
    await site.call('write', ROW);
    await site.panels(before === 'page' ? 1 : 0);
    await site.call('close');
    await awayAndBack(site, () => session.store({ version: 1, consent: after }));
    assert.equal(await wasKept(site), true);
    await site.call('write', ROW);
    await poll('its end', async () => (await site.call('hosts')) === (after === 'page' ? 1 : 0));
    await site.type('Hi');
    assert.equal(await site.call('hosts'), after === 'page' ? 1 : 0);
  });
}

/** To another page and back by the browser's history. @param {LinkedIn} site @param {() => Promise<void>} [meanwhile] */
async function awayAndBack({ page }, meanwhile) {
  await page.evaluate(() => {
    document.documentElement.dataset.kept = 'not yet';
    addEventListener('pageshow', ({ persisted }) => (document.documentElement.dataset.kept = String(persisted)), { once: true });
  });
  await page.evaluate((url) => void (location.href = url), `${ORIGIN}/fixtures/linkedin.html?cached`);
  await poll('the other page', () => page.evaluate(() => location.pathname.startsWith('/fixtures/') && document.readyState === 'complete'));
  await meanwhile?.();
  await page.evaluate(() => void setTimeout(() => history.back()));
  await poll('the page again', () => page.evaluate(() => !location.pathname.startsWith('/fixtures/') && document.documentElement.dataset.ready === 'yes'));
}

/** @param {LinkedIn} site */
const wasKept = ({ page }) => page.evaluate(() => document.documentElement.dataset.kept === 'true');

test('isolated pages (COOP and COEP) show the panel in every mount', async ({ session, browser }) => {
  const site = await LinkedIn.open(session, '/preload/?pages&coop&coep');
  assert.equal(await site.page.evaluate(() => crossOriginIsolated), true);
  for (const mount of /** @type {const} */ (['light', 'shadow', 'modal'])) {
    await site.call('write', { ...ROW, mount });
    await site.panels(1);
    await site.type('Hi https://a.example');
    const panel = await browser.panel(site.page);
    await poll('the panel to judge', () => panel.$(UI.link));
    await site.call('close');
    await site.panels(0);
  }
});
