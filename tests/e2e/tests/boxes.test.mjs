// @ts-check
// Boxes and pages of every make: React's, an editable element, one that is replaced, an isolated page.

import assert from 'node:assert/strict';
import { underlined } from '../lib/expect.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI, counterSays, press } from '../lib/ui.mjs';

const LINK = 'https://glaze.example/tests';
const NOTE = `Hi Ada, we both teach ceramics in Delft. Mine are at ${LINK} today.`;

test('React: a fix reaches the state, and Ctrl+Z takes it back', async ({ open }) => {
  const dialog = await open({ mount: 'react' });
  const state = () => dialog.page.$eval('#state', (output) => output.textContent);
  const panel = await dialog.panel();
  await dialog.type(NOTE);
  await underlined(dialog, LINK);
  await press(panel, UI.fix);
  await poll('the state to lose the link', async () => !(await state())?.includes(LINK));
  assert.equal(await state(), await dialog.value());
  assert.equal(await dialog.counter(), `${(await dialog.value()).length}/200`);
  await dialog.undo();
  await poll('the old text', async () => (await state()) === NOTE);
  assert.equal(await dialog.value(), NOTE);
});

test('an editable element is served like a textarea', async ({ open }) => {
  const dialog = await open({ box: 'contenteditable' });
  const panel = await dialog.panel();
  await dialog.type(NOTE);
  await counterSays(panel, 200 - NOTE.length);
  await poll('underlines', async () => (await dialog.marks()).length > 0);
  await press(panel, UI.fix);
  await poll('the link to go', async () => !(await dialog.value()).includes(LINK));
  await dialog.undo();
  assert.equal(await dialog.value(), NOTE);
});

test('a change between two frames leaves the count right', async ({ open }) => {
  const dialog = await open();
  const panel = await dialog.panel();
  await dialog.type('Hi Ada');
  await counterSays(panel, 200 - 'Hi Ada'.length);
  // Once our own frame has read the text, and before the panel hears of it, the page's counter goes on by one.
  await dialog.box((box) => {
    const write = () => document.execCommand('insertText', false, '!');
    box.addEventListener('input', () => requestAnimationFrame(write), { once: true });
  });
  await dialog.type(',');
  await poll('the page to write', async () => (await dialog.value()) === 'Hi Ada,!');
  await counterSays(panel, 200 - 'Hi Ada,!'.length);
});

test('a box that the page replaces after each key is followed', async ({ open }) => {
  const dialog = await open({ remount: true });
  const panel = await dialog.panel();
  for (const key of 'See https://a.example ') await dialog.page.keyboard.type(key);
  await counterSays(panel, 200 - 'See https://a.example '.length);
  await underlined(dialog, 'https://a.example');
  assert.equal(await dialog.traces(), 2, 'one host and one panel');
});

test('an isolated page (COEP) shows the panel', async ({ open }) => {
  const dialog = await open({ coep: 'yes' });
  await counterSays(await dialog.panel(), 200);
});

test('words on several lines are underlined on each, also after the box was scrolled', async ({ open }) => {
  const dialog = await open({ limit: 300 });
  await dialog.panel();
  const long = `https://glaze.example/${'tests/'.repeat(16)}end`;
  await dialog.paste(`${'One line.\n'.repeat(9)}See ${long} today.`);
  await dialog.box((box) => box.scrollTo(0, box.scrollHeight));
  await underlined(dialog, long);
  await dialog.box((box) => box.scrollBy(0, -7));
  await underlined(dialog, long);
});
