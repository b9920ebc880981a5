// @ts-check
// Whatever happens, LinkedIn's dialog and the user's text come to no harm.

import assert from 'node:assert/strict';
import { pause, poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI, counterSays, press } from '../lib/ui.mjs';

const LINK = 'https://glaze.example/tests';

for (const mount of /** @type {const} */ (['light', 'modal'])) {
  test(`${mount}: Escape in the panel leaves the dialog open`, async ({ open }) => {
    const dialog = await open({ mount });
    const panel = await dialog.panel();
    await dialog.paste(`See ${LINK} now`);
    const button = await poll('a fix', () => panel.$(UI.fix));
    await button.focus();
    await dialog.page.keyboard.press('Escape');
    await pause(300);
    assert.equal(await dialog.value(), `See ${LINK} now`);
  });
}

test('a dialog closed in mid-typing leaves nothing of ours', async ({ open }) => {
  const dialog = await open();
  await dialog.panel();
  await dialog.type(`See ${LINK}`);
  await dialog.box((box) => box.closest('.artdeco-modal-overlay')?.remove());
  await poll('nothing of ours', async () => (await dialog.traces()) === 0);
});

test('a box removed in mid-typing leaves nothing of ours', async ({ open }) => {
  const dialog = await open();
  await dialog.panel();
  await dialog.type(`See ${LINK}`);
  await dialog.box((box) => box.remove());
  await poll('nothing of ours', async () => (await dialog.traces()) === 0);
});

test('events and messages that the page makes up do nothing', async ({ open }) => {
  const dialog = await open();
  await dialog.panel();
  await dialog.paste(`See ${LINK} now`);
  await poll('underlines', async () => (await dialog.marks()).length > 0);
  const before = { value: await dialog.value(), traces: await dialog.traces(), marks: await dialog.marks() };
  await dialog.page.evaluate(() => {
    const copy = document.createElement('textarea');
    copy.id = 'custom-message';
    copy.value = 'https://made.up.example';
    document.body.append(copy);
    for (const type of ['focusin', 'focus', 'input', 'click', 'keydown', 'paste', 'blur']) {
      for (const target of [copy, document.body, window]) target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    const { port1, port2 } = new MessageChannel();
    window.postMessage({ connote: 1 }, '*', [port2]);
    for (const type of ['edit', 'connote:edit', 'marks', 'ready']) {
      const message = { type, id: 1, start: 0, end: 3, expected: 'See', replacement: 'Hacked', seq: 1, marks: [] };
      port1.postMessage(message);
      window.postMessage(message, '*');
    }
  });
  await pause(500);
  await dialog.page.evaluate(() => document.body.lastElementChild?.remove());
  assert.deepEqual({ value: await dialog.value(), traces: await dialog.traces(), marks: await dialog.marks() }, before);
  assert.equal(await dialog.page.evaluate(() => window.length), 0, 'the page sees no frame of ours');
});

for (const missing of ['boot.js', 'panel.html']) {
  test(`a panel that cannot load for want of ${missing} goes away and the dialog works`, async ({ crippled }) => {
    const other = await crippled(missing);
    try {
      await other.store({ version: 1, consent: 'page' });
      const dialog = await other.open();
      await dialog.type('Hello');
      await poll('nothing of ours', async () => (await dialog.traces()) === 0, 20_000);
      await dialog.type(' there');
      assert.equal(await dialog.value(), 'Hello there');
      assert.equal(await dialog.counter(), '11/200');
    } finally {
      await other.browser.close();
    }
  });
}

test.fresh('an extension updated under an open page leaves nothing of the old one behind', async ({ browser, session, open }) => {
  await session.store({ version: 1, consent: 'page' });
  const dialog = await open();
  await dialog.panel();
  await dialog.type(`See ${LINK} `);
  await poll('underlines', async () => (await dialog.marks()).length > 0);
  await browser.reinstall();
  await dialog.page.bringToFront();
  await dialog.type('!');
  // Firefox gives the open page to the new version at once; Chromium only the next page.
  const wanted = browser.kind === 'firefox' ? 2 : 0;
  await poll('nothing of the old one', async () => (await dialog.traces()) === wanted);
  await dialog.type('!');
  assert.equal(await dialog.value(), `See ${LINK} !!`);
  assert.equal(await dialog.traces(), wanted);
  const next = await open();
  await next.panel();
});

test('characters of every kind survive a fix', async ({ open }) => {
  const dialog = await open({ limit: 300 });
  const panel = await dialog.panel();
  // A lone surrogate, a family joined from four people, marks that combine, right-to-left words, a line break.
  const before = [0x41, 0xd800, 0x42, ...units('👩‍👩‍👧‍👦 e\u0301 שלום مرحبا\n한국어 ')];
  const after = units(' \u{1F44B}\u{1F3FD} ﷽ ok');
  await dialog.focus();
  await dialog.box((box, codes) => {
    box.focus();
    document.execCommand('insertText', false, String.fromCharCode(...codes));
  }, [...before, ...units(LINK), ...after]);
  await counterSays(panel, 300 - before.length - LINK.length - after.length);
  await press(panel, UI.fix);
  const codes = () => dialog.box((box) => Array.from({ length: box.value.length }, (_, at) => box.value.charCodeAt(at)));
  await poll('the link to go', async () => (await codes()).length < before.length + LINK.length + after.length);
  const left = await codes();
  // A fix may take a space with the words.
  const space = (/** @type {number[]} */ list) => list.filter((code) => code !== 0x20);
  assert.deepEqual(space(left), space([...before, ...after]));
});

/** @param {string} text */
function units(text) {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
