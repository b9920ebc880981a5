// @ts-check
// Beside other checkers in the same box, and as the user's system wants to see things.

import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';

/** @typedef {import('../lib/dialog.mjs').Dialog} Dialog */

const LINK = 'https://glaze.example/tests';
const NOTE = `See ${LINK} today.`;

/** Height of the others' underline, at the foot of the line's letters. */
const THEIRS = 2;

/** What the others put into a page: an element beside the box, or in the body, and a mark on the box. */
const NEIGHBOURS = /** @type {const} */ ([
  ['Grammarly', 'grammarly-extension', 'data-gramm'],
  ['LanguageTool', 'lt-highlighter', 'data-lt-tmp-id'],
  ['Harper', 'harper-render-box', ''],
]);

for (const [name, element, attribute] of NEIGHBOURS) {
  test(`neighbours: with ${name} in the box nothing overlaps or doubles`, async ({ open }) => {
    const dialog = await open({ text: NOTE, limit: 300 });
    await poll('underlines', async () => (await dialog.marks()).length > 0);
    const [alone] = await dialog.marks();
    assert.ok(alone);
    await dialog.box((box, [tag, mark]) => {
      if (mark) box.setAttribute(mark, 'true');
      const host = document.createElement(tag);
      Object.assign(host.style, { position: 'absolute', top: '0', left: '0', pointerEvents: 'none' });
      if (tag.startsWith('harper')) document.body.append(host);
      else box.before(host);
    }, /** @type {[string, string]} */ ([element, attribute]));
    await dialog.type(' ');
    await poll('room for theirs', async () => (await dialog.marks()).every(({ bottom }) => bottom >= alone.bottom + THEIRS));
    // Our line is the lowest two pixels of the mark, or three when it is wavy; theirs ends where the letters do.
    for (const { bottom } of await dialog.marks()) assert.ok(bottom - 3 >= alone.bottom - 1, 'ours is below theirs');
    assert.equal(await dialog.traces(), 2, 'one host and one panel');
    assert.equal((await dialog.marks()).length, 1, 'one mark');
  });
}

test('neighbours: the box keeps its attributes, and nothing of ours moves or fades', async ({ open, browser }) => {
  const dialog = await open({ limit: 300 });
  const attributes = () => dialog.box((box) => box.getAttributeNames().map((name) => `${name}=${box.getAttribute(name)}`).join(' '));
  const before = await attributes();
  await dialog.panel();
  await dialog.type(`${NOTE} `);
  await poll('underlines', async () => (await dialog.marks()).length > 0);
  assert.equal(await attributes(), before);
  const moving = await browser.inside(dialog.page, (root) => root.getAnimations?.().length ?? 0);
  assert.deepEqual(moving, [0]);
});

test('neighbours: the underlines follow a page that turns dark', async ({ open }) => {
  const dialog = await open({ text: NOTE, limit: 300 });
  await poll('underlines', async () => (await dialog.marks()).length > 0);
  const light = await brightest(dialog);
  await dialog.box((box) => {
    /** @type {HTMLElement} */ (box.closest('.artdeco-modal-overlay')).dataset.theme = 'dark';
  });
  await dialog.type(' ');
  await poll('lighter lines', async () => (await brightest(dialog)) > light + 60);
});

/**
 * How bright the line of the first mark is at most, from 0 to 255.
 *
 * @param {Dialog} dialog
 */
async function brightest(dialog) {
  const [mark] = await dialog.marks();
  assert.ok(mark);
  const picture = await dialog.page.screenshot({ clip: { x: mark.left + 20, y: mark.bottom - 2, width: 40, height: 1 } });
  const { data } = PNG.sync.read(Buffer.from(picture));
  return Math.max(...Array.from({ length: data.length / 4 }, (_, at) => ((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3));
}
