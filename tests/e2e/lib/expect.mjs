// @ts-check
// What tests claim about underlines.

import assert from 'node:assert/strict';
import { poll } from './poll.mjs';
import { selectedPixels } from './truth.mjs';

/** @typedef {import('./dialog.mjs').Dialog} Dialog */
/** @typedef {import('./dialog.mjs').Rect} Rect */

/** How far an underline may be off at either end, in CSS pixels. */
const TOLERANCE = 1;

/** How far below the line an underline may reach. */
const BELOW = 3;

/**
 * There are underlines under these words, on each of their lines, from end to end.
 *
 * @param {Dialog} dialog
 * @param {string} words as they stand in the box, once
 */
export async function underlined(dialog, words) {
  await poll('underlines', async () => (await dialog.marks()).length > 0);
  const start = (await dialog.value()).indexOf(words);
  assert.ok(start >= 0, `“${words}” is in the box`);
  const lines = await selectedPixels(dialog, start, start + words.length);
  assert.ok(lines.length > 0, `“${words}” is in sight`);
  /** @type {string} */
  let story = '';
  await poll(`underlines under “${words}”`, async () => {
    const marks = await dialog.marks();
    story = JSON.stringify({ lines, marks });
    return lines.every((line) => marks.some((mark) => isUnder(mark, line)));
  }, 3000).catch((error) => assert.fail(`${error.message}: ${story}`));
}

/**
 * @param {Rect} mark
 * @param {Rect} line
 */
function isUnder(mark, line) {
  return (
    Math.abs(mark.left - line.left) <= TOLERANCE &&
    Math.abs(mark.right - line.right) <= TOLERANCE &&
    mark.bottom > (line.top + line.bottom) / 2 &&
    mark.bottom <= line.bottom + BELOW
  );
}
