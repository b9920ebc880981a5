// @ts-check
// Ignore means what it says: just here, this wording, this rule, all for an hour; and every one of them has a way back.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pause, poll } from '../lib/poll.mjs';
import { Session } from '../lib/session.mjs';
import { test } from '../lib/suite.mjs';
import { UI, press } from '../lib/ui.mjs';

const NOTE = 'Hi Ada, your tests were a joy to read. See https://glaze.example/tests';
const LINK = 'contains-link-0';

test('what is left out here can be taken back by keyboard alone', async ({ open }) => {
  const { dialog, panel } = await noteIn(open);
  await dialog.focus();
  await panel.focus(key('ignore'));
  const { keyboard } = dialog.page;
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await poll('the focus on the first way', async () => (await focused(panel)) === `here-${LINK}`);
  await keyboard.press('Enter');
  await poll('the focus on the way back', async () => (await focused(panel)) === 'undo');
  assert.equal(await panel.$(UI.link), null);
  await poll('the underline to go', async () => (await dialog.marks()).length === 0);
  await keyboard.press('Enter');
  await poll('the focus on what came back', async () => (await focused(panel)) === `open-${LINK}`);
  assert.equal(await dialog.value(), NOTE);
});

test('Escape closes the ways first, then goes back to the box, and never to the dialog', async ({ open }) => {
  const { dialog, panel } = await noteIn(open);
  await panel.focus(key('ignore'));
  const { keyboard } = dialog.page;
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await poll('the focus on the first way', async () => (await focused(panel)) === `here-${LINK}`);
  await keyboard.press('Escape');
  await poll('the focus where it came from', async () => (await focused(panel)) === `ignore-${LINK}`);
  assert.equal(await panel.$(key('here')), null);
  await keyboard.press('Escape');
  await poll('the focus in the box', () => dialog.box((box) => /** @type {Document | ShadowRoot} */ (box.getRootNode()).activeElement === box));
  assert.equal(await dialog.value(), NOTE);
});

test('a wording that is allowed stays so in the next note, until the options take it back', async ({ browser, session, open }) => {
  const { dialog, panel } = await noteIn(open);
  await press(panel, key('ignore'));
  await press(panel, key('allow'));
  await poll('the finding to go', async () => (await panel.$(UI.link)) === null);
  const { settings } = await poll('it to be stored', async () => {
    const stored = await session.stored();
    return /** @type {any} */ (stored.settings).allowed?.length ? stored : null;
  });
  assert.deepEqual(/** @type {any} */ (settings).allowed, ['contains-link https://glaze.example/tests']);
  await dialog.page.close();

  const next = await open();
  const again = await next.panel();
  await next.paste(`${NOTE} and https://glaze.example/more`);
  await poll('the other link', () => again.$(UI.link));
  assert.equal((await again.$$(UI.link)).length, 1, 'only the other link is named');
  const options = await browser.extensionPage('options.html');
  await press(options, '[data-key="forbid-0"]');
  await next.page.bringToFront();
  await poll('both links', async () => (await again.$$(UI.link)).length === 2);
});

test('a rule that is off is off in the options too, and comes back from there at once', async ({ browser, open }) => {
  const { dialog, panel } = await noteIn(open);
  await press(panel, key('ignore'));
  await press(panel, key('off'));
  await poll('the finding to go', async () => (await panel.$(UI.link)) === null);
  await dialog.page.setViewport({ width: 320, height: 800 });
  await poll('the way back to show, above all else', () => panel.evaluate(() => {
    const { left, top, width, height } = document.querySelector('[data-key="undo"]')?.getBoundingClientRect() ?? new DOMRect();
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    const bar = document.querySelector('.bar')?.getBoundingClientRect();
    return at?.matches('[data-key="undo"]') && bar && bar.bottom >= top + height;
  }));
  const options = await browser.extensionPage('options.html');
  await poll('the switch to be off', () => options.evaluate(() => document.querySelector('#rule-contains-link:not(:checked)') !== null));
  await press(options, '[data-key="on-contains-link"]');
  await dialog.page.bringToFront();
  await poll('the finding', () => panel.$(UI.link));
});

for (const by of /** @type {const} */ (['popup', 'options'])) {
  test(`a pause takes everything away until the ${by} ends it`, async ({ browser, session, open }) => {
    const { dialog, panel } = await noteIn(open);
    await press(panel, key('ignore'));
    await press(panel, key('pause'));
    await poll('everything to go', async () => (await dialog.traces()) === 0);
    await dialog.type('!');
    await pause(500);
    assert.equal(await dialog.traces(), 0, 'and it stays away');
    if (by === 'popup') {
      const popup = await browser.popup(dialog.page);
      const { settings } = await session.stored();
      const until = await popup.evaluate((document, at) => /** @type {any} */ (document.defaultView).Date.prototype.toLocaleTimeString.call(new Date(at), undefined, { hour: 'numeric', minute: '2-digit' }), Number(/** @type {any} */ (settings).pausedUntil));
      await poll(`until ${until}`, () => popup.evaluate((document, words) => (document.body.textContent ?? '').includes(words), `Paused until ${until}:`));
      assert.ok(!(await popup.evaluate((document) => document.body.textContent ?? '')).includes('glaze'), 'the note is not read');
      await popup.click('[data-key="resume"]');
      await poll('the note', () => popup.evaluate((document) => (document.body.textContent ?? '').includes('glaze')));
      await popup.close();
    } else {
      const options = await browser.extensionPage('options.html');
      await press(options, '[data-key="resume"]');
      await dialog.page.bringToFront();
    }
    await poll('the finding', async () => (await dialog.panel()).$(UI.link));
    assert.equal(await dialog.value(), `${NOTE}!`);
  });
}

test('a pause ends by itself, and one from another clock never was', async ({ session, open }) => {
  const dialog = await open();
  await dialog.panel();
  await session.store({ version: 1, consent: 'page', pausedUntil: Date.now() + 1500 });
  await poll('everything to go', async () => (await dialog.traces()) === 0);
  await poll('its end', async () => {
    await dialog.type('a');
    return (await dialog.traces()) > 0;
  });
  await session.store({ version: 1, consent: 'page', pausedUntil: Date.now() + 1e10 });
  await pause(500);
  assert.ok((await dialog.traces()) > 0);
});

test('in a narrow window the ways to leave a finding out open where they are seen', async ({ open }) => {
  const dialog = await open();
  await dialog.page.setViewport({ width: 320, height: 800 });
  const panel = await dialog.panel();
  await dialog.paste(`Hi Ada, I'd like to add you to my professional network on LinkedIn. ${NOTE}`);
  await poll('the finding', () => panel.$('[data-key^="ignore-"]'));
  await panel.focus('[data-key^="ignore-"]');
  await dialog.page.keyboard.press('Enter');
  await poll('the last way in view', () => panel.evaluate(() => {
    const { left, top, width, height } = document.querySelector('[data-key^="pause-"]')?.getBoundingClientRect() ?? new DOMRect();
    return document.elementFromPoint(left + width / 2, top + height - 1)?.matches('[data-key^="pause-"]');
  }));
});

test('from a private window no wording is kept', async ({ browser, site }) => {
  // Neither driver opens a private window in which an extension may work: in this copy every window is one.
  const session = await Session.changed(browser.kind, { site }, (copy) => {
    const file = path.join(copy, 'find.js');
    const code = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, code.replace('chrome.extension?.inIncognitoContext', 'true'));
    assert.notEqual(fs.readFileSync(file, 'utf8'), code);
  });
  try {
    await session.reset();
    const { panel } = await noteIn(session.open.bind(session));
    await press(panel, key('ignore'));
    await poll('the other ways', () => panel.$(key('here')));
    assert.equal(await panel.$(key('allow')), null);
    await press(panel, key('here'));
    await poll('the finding to go', async () => (await panel.$(UI.link)) === null);
    assert.deepEqual(await session.stored(), { settings: { version: 1, consent: 'page' } });
  } finally {
    await session.browser.close();
  }
});

/** A note with one finding. @param {import('../lib/session.mjs').Session['open']} open */
async function noteIn(open) {
  const dialog = await open();
  const panel = await dialog.panel();
  await dialog.paste(NOTE);
  await poll('the finding', () => panel.$(key('ignore')));
  return { dialog, panel };
}

/** @param {string} part */
const key = (part) => `[data-key="${part}-${LINK}"]`;

/** The key of what has the focus. @param {import('puppeteer-core').Frame} panel */
const focused = (panel) => panel.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key);
