// @ts-check
// Who types does not notice Connote: text, selection and undo history are the same with it and without.

import assert from 'node:assert/strict';
import { launch } from '../browsers.mjs';
import { send } from '../lib/closed.mjs';
import { COMMAND, Dialog } from '../lib/dialog.mjs';
import { pause, poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';

const KEYSTROKES = 500;

/** So often the typist stops, long enough for the note to be judged and underlined. */
const REST_EVERY = 50;
const REST = 200;

/** More than there can be steps to undo. */
const UNDONE = 30;

/** What is typed between edits: much of it underlined. */
const WORDS = 'See https://glaze.example/a and [First name], I would love to pick your brain!! ';

/** How often each kind of keystroke comes; the rest are characters. */
const EDITS = /** @type {const} */ ([
  ['Backspace', 8], ['Delete', 2], ['ArrowLeft', 4], ['ArrowRight', 2], ['ArrowUp', 1], ['Home', 1], ['End', 4], ['Enter', 1],
  ['Shift+ArrowLeft', 4], ['Shift+Home', 1], ['z', 3], ['y', 1], ['x', 1], ['v', 2], ['compose', 2],
]);

/** @type {import('../lib/dialog.mjs').Query[]} */
const BOXES = [{ mount: 'light' }, { mount: 'shadow' }, { mount: 'frame' }, { mount: 'modal' }, { mount: 'react' }, { mount: 'light', box: 'contenteditable' }];

for (const query of BOXES) {
  test(`typing: ${Object.values(query).join(', ')}: ${KEYSTROKES} keystrokes end as without Connote`, async ({ browser, site, open }) => {
    const bare = await launch(browser.kind, { site, extension: null });
    try {
      const ours = await open(query);
      await ours.panel();
      const theirs = await Dialog.open(bare, query);
      const [here, there] = await Promise.all([typed(ours), typed(theirs)]);
      assert.deepEqual(here, there);
      assert.ok(new Set(here).size > KEYSTROKES / REST_EVERY, 'there was something to compare');
    } finally {
      await bare.close();
    }
  });
}

/**
 * Types, and undoes all of it.
 *
 * @param {Dialog} dialog
 * @returns {Promise<string[]>} text and selection as they were at each rest, and after each step back and forth
 */
async function typed(dialog) {
  const { page } = dialog;
  await page.bringToFront();
  const { handle } = await dialog.find();
  await handle.focus();
  /** @type {string[]} */
  const states = [];
  const look = async () => {
    states.push(await handle.evaluate((box) => {
      if (box.nodeName === 'TEXTAREA') return JSON.stringify([box.value, box.selectionStart, box.selectionEnd, box.selectionDirection]);
      const path = (/** @type {Node | null | undefined} */ node) => {
        const steps = [];
        for (let at = node; at && at !== box; at = at.parentNode) steps.unshift(Array.prototype.indexOf.call(at.parentNode?.childNodes, at));
        return steps;
      };
      const { anchorNode, anchorOffset, focusNode, focusOffset } = /** @type {Selection} */ (box.ownerDocument.getSelection());
      return JSON.stringify([box.innerHTML, path(anchorNode), anchorOffset, path(focusNode), focusOffset]);
    }));
  };
  const random = numbers(7);
  for (let key = 0; key < KEYSTROKES; key += REST_EVERY) {
    await pressAll(dialog, Array.from({ length: REST_EVERY }, (_, at) => chosen(random() * 100) ?? WORDS[(key + at) % WORDS.length] ?? ' '));
    await pause(REST);
    await look();
  }
  if (dialog.browser.base !== null) await poll('underlines', async () => (await dialog.marks()).length > 0);
  for (const way of ['z', 'y']) {
    for (let step = 0; step < UNDONE; step += 1) {
      await command(page, way);
      await look();
    }
  }
  return states;
}

/** @param {number} number from 0 to 100 */
function chosen(number) {
  let sum = 0;
  return EDITS.find(([, share]) => number < (sum += share))?.[0];
}

/** What WebDriver calls keys that write nothing. @type {Record<string, string>} */
const NAMELESS = {
  Backspace: '\uE003', Delete: '\uE017', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', Home: '\uE011', End: '\uE010', Enter: '\uE007',
  Shift: '\uE008', Control: '\uE009', Meta: '\uE03D',
};

/** @param {Dialog} dialog @param {string[]} keys */
async function pressAll({ page, browser }, keys) {
  if (browser.kind === 'chromium') {
    for (const key of keys) await press(page, key);
    return;
  }
  // One command for all: Firefox' driver takes its time over each.
  const actions = keys.flatMap((key) => {
    // It has no word for an input method: there it is one letter that a dead key makes.
    const names = key === 'compose' ? ['é'] : isCommand(key) ? [COMMAND, key] : key.split('+');
    const values = names.map((name) => NAMELESS[name] ?? name);
    return [...values.map((value) => ({ type: 'keyDown', value })), ...values.reverse().map((value) => ({ type: 'keyUp', value }))];
  });
  const context = /** @type {any} */ (page.mainFrame())._id;
  await send(page, 'input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions }] });
}

/** @param {string} key */
const isCommand = (key) => /^[zyxv]$/.test(key);

/** @param {import('puppeteer-core').Page} page @param {string} key */
async function press(page, key) {
  const { keyboard } = page;
  if (key === 'compose') {
    await compose(page);
  } else if (isCommand(key)) {
    await command(page, key);
  } else if (key.startsWith('Shift+')) {
    await keyboard.down('Shift');
    await keyboard.press(/** @type {any} */ (key.slice(6)));
    await keyboard.up('Shift');
  } else {
    await keyboard.press(/** @type {any} */ (key));
  }
}

/** @param {import('puppeteer-core').Page} page @param {string} key */
async function command({ keyboard }, key) {
  await keyboard.down(COMMAND);
  await keyboard.press(/** @type {any} */ (key));
  await keyboard.up(COMMAND);
}

/**
 * Three keys of an input method, and its word.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function compose(page) {
  const session = await page.createCDPSession();
  for (const text of ['n', 'に', 'にほ']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await session.send('Input.insertText', { text: '日本' });
  await session.detach();
}

/**
 * Numbers from 0 to 1 that look random and are the same each time.
 *
 * @param {number} seed
 */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
