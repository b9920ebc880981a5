// @ts-check
// A megabyte in the box is counted and does not freeze the page.

import assert from 'node:assert/strict';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { counterSays } from '../lib/ui.mjs';

/** @typedef {import('../lib/dialog.mjs').Dialog} Dialog */

const UNITS = 1_000_000;
const TEXT = 'I would like to add you to my professional network. '.repeat(UNITS / 52 + 1).slice(0, UNITS);

/** How much longer than for a bare element below the box the page may stand still for us, in milliseconds. */
const FREEZE = 50;

/** Other work on the machine can only add to a time: the shortest of some is the truest. */
const ROUNDS = 5;

test('a megabyte pasted is counted', async ({ open }) => {
  const dialog = await open();
  const panel = await dialog.panel();
  await dialog.paste(TEXT);
  await counterSays(panel, 200 - UNITS);
  assert.equal(await dialog.counter(), `${UNITS}/200`);
});

// A browser needs hundreds of milliseconds to lay out a megabyte, with or without us. So the box is full and the
// browser at rest before we are let in: what stands still from then on stands still for us. Even an empty element that
// the page itself puts below the box makes it stand still for a while; that much is the browser's.
test('a megabyte does not freeze the page', async ({ session, open, note }) => {
  let withUs = Infinity;
  let bare = Infinity;
  for (let round = 0; round < ROUNDS && (round === 0 || withUs > bare + FREEZE); round += 1) {
    await session.store({ version: 1, consent: 'off' });
    const dialog = await open();
    await dialog.paste(TEXT);
    await poll('the browser to rest', async () => (await standstill(dialog, 300)) < 2 * FREEZE, 30_000);
    const grown = standstill(dialog, 700);
    await dialog.box((box) => {
      const element = document.createElement('div');
      element.style.height = '150px';
      box.parentElement?.after(element);
      setTimeout(() => element.remove(), 300);
    });
    bare = Math.min(bare, await grown);
    const watched = standstill(dialog, 1500);
    await session.store({ version: 1, consent: 'page' });
    withUs = Math.min(withUs, await watched);
    await counterSays(await dialog.panel(), 200 - UNITS);
    await dialog.page.close();
  }
  note(`longest stand-still ${withUs} ms, for a bare element ${bare} ms`);
  assert.ok(withUs <= bare + FREEZE, `${withUs} ms against ${bare} ms`);
});

/**
 * Watches the page's frames.
 *
 * @param {Dialog} dialog
 * @param {number} span how long, in milliseconds
 * @returns {Promise<number>} the longest time between two frames, in milliseconds
 */
function standstill(dialog, span) {
  return dialog.box(async (_box, wanted) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    let longest = 0;
    const begin = performance.now();
    for (let last = begin, now = begin; now < begin + wanted; last = now) {
      await frame();
      now = performance.now();
      longest = Math.max(longest, Math.round(now - last));
    }
    return longest;
  }, span);
}
