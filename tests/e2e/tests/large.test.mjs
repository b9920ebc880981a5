// @ts-check
// A megabyte in the box is counted and does not freeze the page.

import assert from 'node:assert/strict';
import { test } from '../lib/suite.mjs';
import { counterSays } from '../lib/ui.mjs';

const UNITS = 1_000_000;

/** How much longer the page may stand still than it does without us, in milliseconds. */
const FREEZE = 50;

test('a megabyte pasted is counted, without a freeze', async ({ session, open, note }) => {
  await session.store({ version: 1, consent: 'off' });
  const bare = await open();
  const without = await paste(bare);
  await bare.page.close();
  await session.store({ version: 1, consent: 'page' });
  const dialog = await open();
  const panel = await dialog.panel();
  const withUs = await paste(dialog);
  await counterSays(panel, 200 - UNITS);
  assert.equal(await dialog.counter(), `${UNITS}/200`);
  note(`longest stand-still after the paste: ${withUs} ms, ${without} ms without us`);
  assert.ok(withUs <= without + FREEZE, `${withUs} ms against ${without} ms`);
  await dialog.box((box) => (box.value = ''));
});

/**
 * Pastes and watches the page's frames for two seconds.
 *
 * @param {import('../lib/dialog.mjs').Dialog} dialog
 * @returns {Promise<number>} the longest time between two frames, in milliseconds
 */
async function paste(dialog) {
  await dialog.focus();
  return dialog.box(async (box, units) => {
    const text = 'I would like to add you to my professional network. '.repeat(units / 52 + 1).slice(0, units);
    box.focus();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    document.execCommand('insertText', false, text);
    let longest = 0;
    const begin = performance.now();
    for (let last = begin, now = begin; now < begin + 2000; last = now) {
      await frame();
      now = performance.now();
      longest = Math.max(longest, Math.round(now - last));
    }
    return longest;
  }, UNITS);
}
