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

/** How long is watched, in milliseconds: time enough for the panel to start and to judge. */
const WATCHED = 1500;

/** Other work on the machine adds to either time; it would have to do so in each of so many rounds. */
const ROUNDS = 8;

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
  let least = Infinity;
  for (let round = 0; round < ROUNDS && !(least <= FREEZE); round += 1) {
    await session.store({ version: 1, consent: 'off' });
    const dialog = await open();
    // Room for the panel: a scroll bar that comes makes the browser lay the megabyte out anew, whoever is the cause.
    await dialog.page.setViewport({ width: 1000, height: 2000 });
    await dialog.paste(TEXT);
    await standstill(dialog, WATCHED);
    const bare = standstill(dialog, WATCHED);
    await dialog.box((box) => {
      const element = document.createElement('div');
      box.parentElement?.after(element);
      setTimeout(() => (element.style.height = '250px'), 200);
      setTimeout(() => element.remove(), 1000);
    });
    const without = await bare;
    const watched = standstill(dialog, WATCHED);
    await session.store({ version: 1, consent: 'page' });
    const withUs = await watched;
    await counterSays(await dialog.panel(), 200 - UNITS);
    await dialog.page.close();
    least = Math.min(least, withUs - without);
    note(`${withUs} ms, a bare element ${without} ms`);
  }
  assert.ok(least <= FREEZE, `the page stood still for ${least} ms more than for a bare element`);
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
