// @ts-check
// What tests claim about underlines.

import assert from 'node:assert/strict';
import { poll } from './poll.mjs';
import { selectedPixels } from './truth.mjs';

/** @typedef {import('./dialog.mjs').Dialog} Dialog */
/** @typedef {import('./dialog.mjs').Rect} Rect */

/** How far an underline may be off at either end, in CSS pixels. */
const TOLERANCE = 1;

/** How far below the selection's last visible row an underline may reach: it hides some rows itself. */
const BELOW = 4;

/**
 * There are underlines under these words, from the first one's left to the last one's right, on every line that they
 * take. It looks at each word (in an address: each part between slashes) that stands on one line; of a broken one nobody
 * can tell its ends, since browsers paint a selection somewhat past the end of a broken line.
 *
 * @param {Dialog} dialog
 * @param {string} words as they stand in the box, once
 */
export async function underlined(dialog, words) {
  await poll('underlines', async () => (await dialog.marks()).length > 0);
  const start = (await dialog.value()).indexOf(words);
  assert.ok(start >= 0, `“${words}” is in the box`);
  /** @type {Rect[]} */
  const places = [];
  for (const { 0: word, index } of words.matchAll(/[^\s/]+/g)) {
    const lines = await selectedPixels(dialog, start + index, start + index + word.length);
    assert.equal(lines.length, 1, `“${word}” is in sight`);
    places.push(...lines);
  }
  const line = Math.min(...places.map(({ top, bottom }) => bottom - top));
  const isWhole = (/** @type {Rect} */ { top, bottom }) => bottom - top < 1.5 * line;
  assert.ok([places[0], places.at(-1)].every((place) => place && isWhole(place)), 'the first word and the last are whole');
  let story = '';
  await poll(`underlines under “${words}”`, async () => {
    const marks = await dialog.marks();
    story = JSON.stringify({ places, marks });
    return places.every((place, at) => !isWhole(place) || marks.some((mark) => isUnder(mark, place, at === 0, at === places.length - 1)));
  }, 3000).catch((error) => assert.fail(`${error.message}: ${story}`));
}

/**
 * @param {Rect} mark
 * @param {Rect} word
 * @param {boolean} first the mark begins with this word
 * @param {boolean} last the mark ends with this word
 */
function isUnder(mark, word, first, last) {
  const left = word.left - mark.left;
  const right = mark.right - word.right;
  return (
    left >= -TOLERANCE &&
    right >= -TOLERANCE &&
    (!first || left <= TOLERANCE) &&
    (!last || right <= TOLERANCE) &&
    mark.bottom > (word.top + word.bottom) / 2 &&
    mark.bottom <= word.bottom + BELOW
  );
}
