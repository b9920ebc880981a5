// @ts-check
import assert from 'node:assert/strict';
import { test } from '../lib/suite.mjs';

for (const mount of /** @type {const} */ (['light', 'shadow', 'frame', 'modal'])) {
  test(`${mount}: the panel stands below the box`, async ({ open }) => {
    const dialog = await open({ mount });
    await dialog.panel();
    assert.equal(await dialog.traces(), 2, 'one host and one panel');
  });
}
