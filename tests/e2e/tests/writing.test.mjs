// @ts-check
// A change of ours arrives on pages of every make, or not at all; caret, selection and focus stay with the user.

import assert from 'node:assert/strict';
import { Dialog } from '../lib/dialog.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI, press } from '../lib/ui.mjs';
import { ORIGIN } from '../server.mjs';

/** @typedef {import('../browsers.mjs').Browser} Browser */

const LINK = 'https://glaze.example/tests';
const NOTE = `Hi Ada, we both teach ceramics in Delft. Mine are at ${LINK} today.`;
const FIXED = 'Hi Ada, we both teach ceramics in Delft. Mine are at today.';

/** @param {Browser} browser @param {string} kind @param {string} [text] */
async function open(browser, kind, text = NOTE) {
  return new Dialog(browser, await browser.openPage(`${ORIGIN}/fixtures/boxes.html?${new URLSearchParams({ kind, text })}`));
}

/** @param {Dialog} dialog */
const text = (dialog) => dialog.box((box) => box.value ?? Array.from(box.childNodes, (node) => node.textContent).join('\n').replaceAll('\u00a0', ' '));

/** @param {Dialog} dialog */
const state = (dialog) => dialog.page.$eval('#state', (output) => ({ .../** @type {HTMLElement} */ (output).dataset }));

/**
 * Asks for a change as the popup does.
 *
 * @param {import('../lib/session.mjs').Session} session
 * @param {{ start: number, end: number, expected: string, replacement: string }} change
 */
async function edit(session, change) {
  const answer = await session.welcome.evaluate(async (given) => {
    const tabs = await chrome.tabs.query({});
    const asked = tabs.map(({ id = -1 }) => chrome.tabs.sendMessage(id, { type: 'connote:edit', id: 1, ...given }).catch(() => undefined));
    return (await Promise.all(asked)).find(Boolean);
  }, change);
  return { ok: answer.ok, text: answer.text.replaceAll('\u00a0', ' ') };
}

/** @param {import('puppeteer-core').Frame} panel @param {string} words */
const says = (panel, words) => poll(`the panel to say “${words}”`, () => panel.evaluate((wanted) => document.body.innerText.includes(wanted), words));

for (const kind of ['plain', 'binding', 'editable', 'paragraphs', 'forgetful']) {
  test(`writing: a box of the kind “${kind}” takes a fix`, async ({ browser }) => {
    const note = kind === 'paragraphs' ? NOTE.replace('. ', '.\n') : NOTE;
    const fixed = kind === 'paragraphs' ? FIXED.replace('. ', '.\n') : FIXED;
    const dialog = await open(browser, kind, note);
    const panel = await dialog.panel();
    await press(panel, UI.fix);
    await says(panel, 'Changed.');
    assert.equal(await text(dialog), fixed);
    assert.equal((await state(dialog)).model?.replaceAll('\u00a0', ' '), fixed);
    assert.equal(await dialog.counter(), `${fixed.length}/200`);
    assert.equal(await dialog.page.evaluate(() => document.activeElement?.id || document.activeElement?.nodeName), 'custom-message', 'the box has the focus');
    if (kind === 'forgetful') return; // it took its own undo history with it
    await dialog.undo();
    assert.equal(await text(dialog), note);
  });
}

for (const kind of ['stubborn', 'deaf', 'capital']) {
  test(`writing: a box of the kind “${kind}” refuses a fix, and the panel says so`, async ({ browser }) => {
    const dialog = await open(browser, kind);
    const panel = await dialog.panel();
    await press(panel, UI.fix);
    await says(panel, 'did not take the change');
    const { inputs } = await state(dialog);
    assert.ok(Number(inputs) <= 10, `${inputs} tries`);
    if (kind !== 'capital') assert.equal(await text(dialog), NOTE);
  });
}

test('writing: what would not fit, and what is about other words, is not written', async ({ browser, session }) => {
  const dialog = await open(browser, 'maxlength', 'Hi Ada');
  await dialog.panel();
  const refused = { ok: false, text: 'Hi Ada' };
  const add = (/** @type {number} */ units) => edit(session, { start: 6, end: 6, expected: '', replacement: '!'.repeat(units) });
  assert.deepEqual(await add(95), refused);
  assert.deepEqual(await edit(session, { start: 0, end: 2, expected: 'Ho', replacement: 'Hello' }), refused);
  assert.equal((await state(dialog)).inputs, '0');
  assert.deepEqual(await add(94), { ok: true, text: `Hi Ada${'!'.repeat(94)}` });
});

test('writing: lines are written as lines, undone in one step', async ({ browser, session }) => {
  for (const kind of ['plain', 'editable', 'paragraphs']) {
    const note = kind === 'editable' ? 'Hi Ada, see you.' : 'Hi Ada,\nsee you.';
    const dialog = await open(browser, kind, note);
    await dialog.panel();
    const words = { start: 3, end: 11, expected: note.slice(3, 11), replacement: 'Mina\n\nI shall see' };
    const after = 'Hi Mina\n\nI shall see you.';
    assert.deepEqual(await edit(session, words), { ok: true, text: after }, kind);
    await dialog.undo();
    assert.equal(await text(dialog), note, kind);
    await dialog.page.close();
  }
});

test('writing: a selection behind the change keeps its words, and its direction', async ({ browser }) => {
  for (const kind of ['plain', 'editable']) {
    const dialog = await open(browser, kind);
    const panel = await dialog.panel();
    const start = NOTE.indexOf('today');
    await dialog.box((box, from, to) => {
      const [node] = box.childNodes;
      if (box.nodeName === 'TEXTAREA') box.setSelectionRange(from, to, 'backward');
      else if (node) getSelection()?.setBaseAndExtent(node, to, node, from);
    }, start, start + 'today'.length);
    await press(panel, UI.fix);
    await says(panel, 'Changed.');
    const found = await dialog.box((box) => {
      if (box.nodeName === 'TEXTAREA') return [box.value.slice(box.selectionStart, box.selectionEnd), box.selectionDirection];
      const selection = /** @type {Selection} */ (getSelection());
      return [selection.toString(), selection.anchorOffset > selection.focusOffset ? 'backward' : 'forward'];
    });
    assert.deepEqual(found, ['today', 'backward'], kind);
  }
});

test('writing: a change from the popup leaves the focus where it is', async ({ browser }) => {
  const dialog = await open(browser, 'plain');
  await dialog.panel();
  await dialog.page.focus('#other');
  const popup = await browser.popup(dialog.page);
  await popup.click(UI.use);
  await poll('the rewrite', async () => (await text(dialog)) !== NOTE);
  await popup.close();
  assert.equal(await dialog.page.evaluate(() => document.activeElement?.id), 'other');
});

test('writing: what the user types while a change settles stays', async ({ browser }) => {
  const dialog = await open(browser, 'plain');
  const panel = await dialog.panel();
  await dialog.box((box) => box.addEventListener('input', () => (box.dataset.written = 'yes'), { once: true }));
  const pressed = press(panel, UI.fix);
  await poll('the change', () => dialog.box((box) => box.dataset.written));
  await dialog.page.keyboard.type('xy');
  await pressed;
  await says(panel, 'Changed.').catch(() => undefined);
  assert.equal((await text(dialog)).length, FIXED.length + 2);
});
