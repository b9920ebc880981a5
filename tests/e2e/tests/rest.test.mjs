// @ts-check
// Who does not write pays nothing for Connote. `cargo xtask bench` watches longer.

import assert from 'node:assert/strict';
import { grown, watched } from '../lib/rest.mjs';
import { test } from '../lib/suite.mjs';

const SECONDS = 5;
const DIALOGS = 25;

/** Of the heap, as a part of what it was. */
const MORE = 0.05;

test('rest: a tab without a dialog runs no script, no timer and no wasm', async ({ session, browser, note }) => {
  if (browser.kind === 'firefox') return note('only Chromium tells');
  const { script, timers, wasm } = await watched(session, SECONDS);
  note(`${script.toFixed(2)} ms of script a second`);
  assert.deepEqual([timers, wasm], [0, 0]);
  assert.ok(script < 1, `${script} ms of script a second`);
});

for (const step of /** @type {const} */ ([1, 2])) {
  test(`rest: dialogs opened at step ${step} and closed leave nothing behind`, async ({ session, browser, note }) => {
    if (browser.kind === 'firefox') return note('only Chromium tells');
    const { before, more } = await grown(session, DIALOGS, step);
    note(`${more.heap} bytes more than ${before.heap}`);
    // Fewer is well: the browser had kept something of a dialog before the count began, and has let go of it.
    for (const [what, count] of Object.entries({ nodes: more.nodes, listeners: more.listeners, frames: more.frames })) assert.ok(count <= 0, `${count} more ${what}`);
    assert.ok(more.heap < before.heap * MORE, `${more.heap} bytes more than ${before.heap}`);
  });
}
