// @ts-check
// The main job, wherever LinkedIn puts its dialog.

import assert from 'node:assert/strict';
import { underlined } from '../lib/expect.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI, counterSays, press } from '../lib/ui.mjs';

const LINK = 'https://glaze.example/tests';
const BEFORE = 'Hi Ada, we both teach ceramics in Delft, and I liked your talk on glazes. Mine are at ';
const NOTE = `${BEFORE}${LINK} today.`;

for (const mount of /** @type {const} */ (['light', 'shadow', 'frame', 'modal'])) {
  test(`${mount}: typed words are underlined where they stand`, async ({ open }) => {
    const dialog = await open({ mount });
    await dialog.panel();
    await dialog.type(NOTE);
    assert.equal(await dialog.value(), NOTE);
    await underlined(dialog, LINK);
  });

  test(`${mount}: the panel counts as the page does`, async ({ open }) => {
    const dialog = await open({ mount, limit: 300 });
    const panel = await dialog.panel();
    await counterSays(panel, 300);
    await dialog.type(NOTE);
    assert.equal(await dialog.counter(), `${NOTE.length}/300`);
    await counterSays(panel, 300 - NOTE.length);
    await dialog.type('x'.repeat(301 - NOTE.length));
    assert.equal(await dialog.counter(), '301/300');
    await counterSays(panel, -1);
  });

  test(`${mount}: a click on a fix changes the text, and Ctrl+Z brings it back`, async ({ open }) => {
    const dialog = await open({ mount });
    const panel = await dialog.panel();
    await dialog.paste(NOTE);
    await press(panel, UI.fix);
    await poll('the link to go', async () => !(await dialog.value()).includes(LINK));
    const fixed = await dialog.value();
    assert.ok(fixed.startsWith(BEFORE.trimEnd()), `the rest stays: ${fixed}`);
    assert.ok(fixed.endsWith('today.'), `the rest stays: ${fixed}`);
    assert.equal(await dialog.counter(), `${fixed.length}/200`);
    await counterSays(panel, 200 - fixed.length);
    await dialog.undo();
    assert.equal(await dialog.value(), NOTE);
    await counterSays(panel, 200 - NOTE.length);
  });
}
