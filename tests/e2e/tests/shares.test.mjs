// @ts-check
// "What do you share?" and the cuts of a note that is too long.

import assert from 'node:assert/strict';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { counterSays, press } from '../lib/ui.mjs';

const MET = '[data-key="share_met"]';
const DRAFT = 'Hi Ada, I throw pots in Delft and would be glad to connect.';
const WITH_MET = 'Hi Ada, we met at [where you met]. I throw pots in Delft and would be glad to connect.';
const LONG =
  'Hi Ada, I hope this finds you well. I liked your talk on glazes in Delft very much. It is a fine day here and the sea looks calm today. ' +
  'I would be glad to connect. Thanks in advance. Best regards, Tom Aalders';

/** @param {import('../lib/dialog.mjs').Dialog} dialog */
const selected = (dialog) => dialog.box((box) => box.value.slice(box.selectionStart, box.selectionEnd));

/** Whether the focus is in the box. @param {import('../lib/dialog.mjs').Dialog} dialog */
const isInBox = (dialog) => dialog.box((box) => /** @type {Document | ShadowRoot} */ (box.getRootNode()).activeElement === box);

for (const mount of /** @type {const} */ (['light', 'shadow', 'frame', 'modal', 'react'])) {
  test(`shares, ${mount}: a chip adds a sentence, its blank is typed over, and Ctrl+Z takes it back`, async ({ open }) => {
    const dialog = await open({ mount, limit: 300 });
    const panel = await dialog.panel();
    await dialog.paste(DRAFT);
    await press(panel, '[data-key="shares"]');
    await press(panel, MET);
    await poll('the sentence', async () => (await dialog.value()) === WITH_MET);
    await counterSays(panel, 300 - WITH_MET.length);
    await poll('the blank to be selected', async () => (await selected(dialog)) === '[where you met]');
    await dialog.page.keyboard.type('the kiln fair');
    assert.equal(await dialog.value(), WITH_MET.replace('[where you met]', 'the kiln fair'));
    for (let undone = 0; undone < 30 && (await dialog.value()) !== DRAFT; undone += 1) await dialog.undo();
    assert.equal(await dialog.value(), DRAFT);
  });
}

test('shares: an empty box is begun by a chip', async ({ open }) => {
  const dialog = await open({});
  const panel = await dialog.panel();
  await press(panel, MET);
  await poll('an opening', async () => (await dialog.value()).includes('e met at [where you met]. '));
  await poll('the blank to be selected', async () => (await selected(dialog)) === '[where you met]');
});

test('shares: Tab goes from blank to blank, and then out of the box as ever', async ({ open }) => {
  const dialog = await open({ limit: 300 });
  const panel = await dialog.panel();
  await dialog.paste(DRAFT);
  await press(panel, '[data-key="shares"]');
  await press(panel, MET);
  await poll('the first blank', async () => (await selected(dialog)) === '[where you met]');
  await panel.$eval('[data-key="share_mutual"]', (chip) => chip.scrollIntoView({ block: 'nearest' })); // as a hand would scroll
  await press(panel, '[data-key="share_mutual"]');
  await poll('the second blank', async () => (await selected(dialog)) === '[who]');
  await dialog.page.keyboard.press('Tab');
  assert.equal(await selected(dialog), '[where you met]');
  await dialog.page.keyboard.press('Tab');
  await poll('the focus to leave the box', async () => !(await isInBox(dialog)));
  assert.ok((await dialog.value()).includes('[who]'));
});

test('cuts: a note that is too long is cut bit by bit, and says what is left', async ({ open }) => {
  const dialog = await open({ limit: 200 });
  const panel = await dialog.panel();
  await dialog.paste(LONG);
  const first = '[data-key="fix-over-limit-0-0"]';
  await poll('the first cut', () => panel.$(first));
  const label = await panel.$eval(first, (button) => button.textContent ?? '');
  const [, left, what] = /\((\d+) (left|too many) then\)/.exec(label) ?? [];
  assert.ok(left && what, label);
  await press(panel, first);
  await poll('the text to be shorter', async () => (await dialog.value()).length < LONG.length);
  const text = await dialog.value();
  assert.equal(200 - text.length, what === 'left' ? Number(left) : -Number(left), text);
  assert.ok(!text.includes('finds you well') && text.includes('glazes in Delft'), text);
  await poll('nothing to be over', async () => (await panel.$('[data-key^="finding-over-limit"]')) === null);
  await dialog.undo();
  assert.equal(await dialog.value(), LONG);
});
