// @ts-check
// Underlines lie under their words, to the pixel, however the box and the page are laid out.

import assert from 'node:assert/strict';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { selectedPixels } from '../lib/truth.mjs';

/** @typedef {import('../lib/dialog.mjs').Dialog} Dialog */
/** @typedef {import('../lib/dialog.mjs').Mark} Mark */
/** @typedef {import('../lib/dialog.mjs').Rect} Rect */

const LINK = 'https://glaze.example/tests';
const NOTE = `Hi Ada, we both teach ceramics in Delft. Mine are at ${LINK} today, if you care to look.`;
const LONG = `https://glaze.example/${'tests-of-glazes-'.repeat(6)}end`;

/** The tab's width in CSS pixels, as the browsers are started. */
const WIDTH = 1000;

/** How far an end may be off, in CSS pixels; a pixel of the screen is all that a picture can show. */
const TOLERANCE = 1;

/** How far below the line that the selection paints an underline may reach. */
const BELOW = 4;

/** @type {[name: string, text: string, words: string, arrange: (dialog: Dialog) => Promise<unknown>][]} */
const LAYOUTS = [
  ['as it is', NOTE, LINK, async () => undefined],
  ['a narrow box', NOTE, LINK, (dialog) => styled(dialog, 'width: 260px')],
  ['a long word on several lines', `See ${LONG} today.`, LONG, (dialog) => styled(dialog, 'width: 260px; height: 260px')],
  ['text larger than the box', `${'One line.\n'.repeat(20)}See ${LINK} today.`, LINK, (dialog) => dialog.box((box) => box.scrollTo(0, box.scrollHeight))],
  ['text larger than a box with a thin scroll bar', `${'One line.\n'.repeat(20)}See ${LINK} today.`, LINK, async (dialog) => {
    await styled(dialog, 'scrollbar-width: thin; text-align: end');
    await dialog.box((box) => box.scrollTo(0, box.scrollHeight));
  }],
  ['lines that do not wrap', `${'A word and '.repeat(8)}${LINK} today.`, LINK, async (dialog) => {
    await styled(dialog, 'white-space: pre; overflow-x: auto');
    await dialog.box((box) => box.scrollTo(9999, 0));
  }],
  ['another size of the box', NOTE, LINK, (dialog) => styled(dialog, 'width: 333.4px; padding: 3.3px 21px; border-width: 5px')],
  ['another size of the letters', NOTE, LINK, (dialog) => styled(dialog, 'font-size: 13.3px; line-height: 2; letter-spacing: .4px; word-spacing: 2px')],
  ['another font', NOTE, LINK, (dialog) => styled(dialog, 'font-family: monospace; font-weight: 700')],
  ['centred lines', NOTE, LINK, (dialog) => styled(dialog, 'text-align: center; text-indent: 30px')],
  ['balanced lines', NOTE, LINK, (dialog) => styled(dialog, 'text-wrap-style: balance')],
  ['from right to left', `שלום עדה, הנה העבודות שלי ${LINK} תודה רבה לך.`, LINK, (dialog) => dialog.box((box) => (box.dir = 'rtl'))],
  ['from right to left with a scroll bar', `${'שלום עדה\n'.repeat(20)}הנה ${LINK} תודה.`, LINK, async (dialog) => {
    await dialog.box((box) => (box.dir = 'rtl'));
    await dialog.box((box) => box.scrollTo(0, box.scrollHeight));
  }],
  ['both directions', `Hi עדה, see مرحبا ${LINK} שלום today.`, LINK, (dialog) => dialog.box((box) => (box.dir = 'auto'))],
  ['emoji', `👩‍👩‍👧‍👦 Hi 👋🏽 Ada 🏺 e\u0301 ${LINK} 🎉 today.`, LINK, async () => undefined],
  ['tabs', `Hi\tAda,\t\tsee\t${LINK}\ttoday.`, LINK, (dialog) => styled(dialog, 'tab-size: 7')],
  ['a scaled dialog', NOTE, LINK, (dialog) => dialogStyled(dialog, 'transform: translate(13px, 7px) scale(1.3); transform-origin: 50% 0')],
  ['a zoomed dialog', NOTE, LINK, (dialog) => dialogStyled(dialog, 'zoom: 1.25')],
  ['a font that comes late', NOTE, LINK, async (dialog) => {
    await styled(dialog, 'font-family: Late, monospace');
    await poll('underlines', async () => (await dialog.marks()).length > 0);
    await dialog.box(async (box) => {
      const sheet = new CSSStyleSheet();
      const anySans = ['DejaVu Sans', 'Liberation Sans', 'Arial', 'Helvetica'].map((name) => `local("${name}")`);
      sheet.replaceSync(`@font-face { font-family: Late; src: ${anySans.join(', ')}; size-adjust: 140%; }`);
      box.ownerDocument.adoptedStyleSheets.push(sheet);
      await document.fonts.load('16px Late');
    });
  }],
  ['a box that grows', NOTE, LINK, async (dialog) => {
    await poll('underlines', async () => (await dialog.marks()).length > 0);
    await styled(dialog, 'width: 300px; height: 300px');
  }],
];

for (const [name, text, words, arrange] of LAYOUTS) {
  test(`underlines: ${name}`, async ({ open }) => {
    const dialog = await open({ text, limit: 300 });
    await dialog.panel();
    await arrange(dialog);
    await placed(dialog, words);
  });
}

for (const [name, query] of /** @type {[string, import('../lib/dialog.mjs').Query][]} */ ([
  ['a shadow root', { mount: 'shadow' }], ['a frame', { mount: 'frame' }], ['a modal dialog', { mount: 'modal' }],
  ['a box of the page’s own making', { box: 'contenteditable' }],
])) {
  test(`underlines: in ${name}, moved and narrowed`, async ({ open }) => {
    const dialog = await open({ ...query, text: NOTE, limit: 300 });
    await dialog.panel();
    await placed(dialog, LINK);
    await dialogStyled(dialog, 'width: 380px; transform: translateY(9px)');
    await placed(dialog, LINK);
  });
}

test('underlines: in a window that becomes narrow', async ({ open }) => {
  const dialog = await open({ text: NOTE, limit: 300 });
  await dialog.panel();
  await placed(dialog, LINK);
  await dialog.page.setViewport({ width: 420, height: 800 });
  await placed(dialog, LINK);
});

for (const [name, style, text] of [
  ['centred', 'text-align: center', 'Hi Ada, see '],
  ['at its end', 'text-align: end', 'Hi Ada, see '],
  ['from right to left', 'direction: rtl', 'שלום עדה '],
]) {
  test(`underlines: on a line that is ${name} and goes on`, async ({ open }) => {
    const dialog = await open({ text: `${text}${LINK}`, limit: 300 });
    await dialog.panel();
    await styled(dialog, style ?? '');
    await placed(dialog, LINK);
    await dialog.box((box) => box.setSelectionRange(box.value.length, box.value.length));
    await dialog.type(' and more of it');
    await placed(dialog, LINK);
  });
}

test('underlines: beside a scroll bar that a key brings', async ({ open }) => {
  const dialog = await open({ text: `${LINK} and ${'some words. '.repeat(4)}`, limit: 300 });
  await dialog.panel();
  await styled(dialog, 'width: 300px; height: 120px; resize: none; text-align: justify');
  await dialog.box((box) => box.setSelectionRange(box.value.length, box.value.length));
  await dialog.type('And more of them, until there are too many, and more, and more.');
  await dialog.box((box) => box.scrollTo(0, 0));
  await placed(dialog, LINK);
});

for (const zoom of [0.5, 0.8, 1.1, 1.5, 3]) {
  test(`underlines: at ${Math.round(zoom * 100)} % zoom`, async ({ open, session }) => {
    const dialog = await open({ text: `${'One line.\n'.repeat(9)}${NOTE}`, limit: 300 });
    await dialog.panel();
    await dialog.page.bringToFront();
    const zoomed = (/** @type {number} */ factor) => session.welcome.evaluate(async (wanted) => {
      for (const { id } of await chrome.tabs.query({ active: true })) if (id !== undefined) await chrome.tabs.setZoom(id, wanted);
    }, factor);
    await zoomed(zoom);
    try {
      // Firefox rounds a zoom so that a pixel of the screen is a whole number of its sixtieths: 110 % becomes 109.1 %.
      await poll('the zoom', () => dialog.page.evaluate((wanted) => Math.abs(innerWidth / wanted - 1) < 0.01, WIDTH / zoom));
      await dialog.box((box) => {
        box.scrollIntoView();
        box.scrollTo(0, box.scrollHeight);
      });
      await placed(dialog, LINK);
    } finally {
      await zoomed(1);
    }
  });
}

test('underlines: at two pixels of the screen for one', async ({ open }) => {
  const dialog = await open({ text: NOTE, limit: 300 });
  await dialog.page.setViewport({ width: 1000, height: 800, deviceScaleFactor: 2 });
  await dialog.panel();
  await placed(dialog, LINK);
});

test('underlines: not under the word that is being typed', async ({ open }) => {
  const dialog = await open({ limit: 300 });
  const panel = await dialog.panel();
  const marks = (/** @type {number} */ wanted) => poll(`${wanted} underlines`, async () => (await dialog.marks()).length === wanted);
  const keys = (/** @type {string} */ text) => dialog.page.keyboard.type(text);
  await dialog.type('Mine: https://one.example and https://two.example');
  await poll('the panel to tell of both', async () => (await panel.$$('[data-key^="finding-contains-link"]')).length === 2);
  await marks(1);
  await dialog.page.keyboard.press('ArrowLeft');
  await marks(2); // the caret has moved: nobody types this word any more
  await dialog.page.keyboard.press('End');
  await keys('s');
  await marks(1);
  await keys(' ');
  await marks(2);
  await keys('a');
  await marks(2);
});

/** @param {Dialog} dialog @param {string} css */
const styled = (dialog, css) => dialog.box((box, more) => (box.style.cssText += `;${more}`), css);

/** @param {Dialog} dialog @param {string} css */
const dialogStyled = (dialog, css) => dialog.box((box, more) => (/** @type {HTMLElement} */ (box.closest('.artdeco-modal')).style.cssText += `;${more}`), css);

/**
 * The words are underlined from end to end, on as many lines as they take.
 *
 * @param {Dialog} dialog
 * @param {string} words
 */
async function placed(dialog, words) {
  await poll('underlines', async () => (await dialog.marks()).length > 0);
  const start = (await dialog.value()).indexOf(words);
  const end = start + words.length;
  // Of words on several lines a selection tells the ends of each line badly, but where they begin and end well.
  const [first] = await selectedPixels(dialog, start, start + 3);
  const [last] = await selectedPixels(dialog, end - 3, end);
  assert.ok(first && last, `“${words}” is in sight`);
  const ratio = await dialog.page.evaluate(() => devicePixelRatio);
  const tolerance = Math.max(TOLERANCE, 1 / ratio) + 0.01;
  let story = '';
  await poll(`underlines under “${words}”`, async () => {
    const marks = await dialog.marks();
    story = JSON.stringify({ first, last, marks });
    const isNear = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) <= tolerance;
    const isUnder = (/** @type {Mark} */ mark, /** @type {Rect} */ { top, bottom }) => mark.bottom > (top + bottom) / 2 && mark.bottom <= bottom + BELOW;
    return marks.some((mark) => isUnder(mark, first) && isNear(mark.left, first.left)) && marks.some((mark) => isUnder(mark, last) && isNear(mark.right, last.right));
  }, 3000).catch((error) => assert.fail(`${error.message}: ${story}`));
}
