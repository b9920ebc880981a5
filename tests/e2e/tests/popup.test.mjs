// @ts-check
// The toolbar's popup speaks for the dialog in the tab below it.

import assert from 'node:assert/strict';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI } from '../lib/ui.mjs';

const NOTE = 'Hi Ada, your talk on kilns was a joy, and I would like to add you to my professional network. See https://glaze.example/tests';

for (const mount of /** @type {const} */ (['light', 'shadow', 'frame', 'modal'])) {
  test(`${mount}: the popup shows the note, writes a rewrite into the box, and Ctrl+Z takes it back`, async ({ browser, open }) => {
    const dialog = await open({ mount });
    await dialog.panel();
    await dialog.paste(NOTE);
    const popup = await browser.popup(dialog.page);
    await poll('two rewrites', () => popup.evaluate((document, use) => document.querySelectorAll(use).length >= 2, UI.use));
    assert.ok((await popup.evaluate((document) => document.body.textContent ?? '')).includes('professional network'), 'the note is shown');
    await popup.click(UI.use);
    await poll('the rewrite in the box', async () => (await dialog.value()) !== NOTE);
    const written = await dialog.value();
    assert.ok(written.length > 0 && written.length <= 200, written);
    assert.ok(written.includes('Ada'), `the name stays: ${written}`);
    await popup.close();
    await dialog.undo();
    assert.equal(await dialog.value(), NOTE);
  });
}

test('without a dialog the popup checks pasted text', async ({ browser }) => {
  const page = await browser.openPage('about:blank');
  const popup = await browser.popup(page);
  await paste(popup, NOTE);
  await poll('findings', () => popup.evaluate((document, link) => document.querySelector(link) !== null, UI.link));
  await popup.close();
});

test('a sentence on oneself, from the options, is there for the rewrites', async ({ browser }) => {
  const options = await browser.extensionPage('options.html');
  const box = await poll('the box', () => options.$('#about'));
  await box.type('I restore church organs in Jena');
  assert.equal(await box.evaluate((input) => /** @type {HTMLInputElement} */ (input).value), 'I restore church organs in Jena');
  await options.close();
  const popup = await browser.popup(await browser.openPage('about:blank'));
  await paste(popup, 'I like how you play old music on new strings!');
  await poll('the sentence', () => popup.evaluate((document) => (document.body.textContent ?? '').includes('I restore church organs in Jena.')));
  await popup.close();
});

/**
 * Puts text into the popup's own box.
 *
 * @param {import('../lib/popup.mjs').Popup} popup
 * @param {string} text
 */
async function paste(popup, text) {
  await poll('a box for text', () => popup.evaluate((document, box) => document.querySelector(box) !== null, UI.paste));
  await popup.evaluate(
    (document, [paste, note]) => {
      const box = /** @type {HTMLTextAreaElement} */ (document.querySelector(String(paste)));
      box.focus();
      document.execCommand('insertText', false, String(note));
    },
    [UI.paste, text],
  );
}
