// @ts-check
// Where words really stand, told by the browser's own painting of a selection, so that underlines are never compared
// with a second copy of their own measuring.

import { PNG } from 'pngjs';

/** @typedef {import('./dialog.mjs').Dialog} Dialog */
/** @typedef {import('./dialog.mjs').Rect} Rect */

/** A colour that no page uses. */
const [RED, GREEN, BLUE] = [255, 0, 255];

/** Rows of the same line may be cut by an underline of this many device pixels. */
const GAP = 5;

/**
 * Selects a word of the box's text and reads from a screenshot where it is: one rectangle for each place.
 *
 * @param {Dialog} dialog
 * @param {number} start UTF-16 units
 * @param {number} end
 * @returns {Promise<Rect[]>} CSS pixels of the tab
 */
export async function selectedPixels(dialog, start, end) {
  await dialog.focus();
  await dialog.box(
    (box, [from, to, colour]) => {
      const root = /** @type {Document | ShadowRoot} */ (box.getRootNode());
      const sheet = new (box.ownerDocument.defaultView ?? window).CSSStyleSheet();
      sheet.replaceSync(`#custom-message::selection { background: ${colour} !important; color: ${colour} !important; }`);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      const text = box.firstChild;
      if (box.nodeName === 'TEXTAREA') box.setSelectionRange(from, to);
      else if (text) /** @type {any} */ (root).getSelection().setBaseAndExtent(text, from, text, to);
    },
    /** @type {[number, number, string]} */ ([start, end, `rgb(${RED} ${GREEN} ${BLUE})`]),
  );
  const image = PNG.sync.read(Buffer.from(await dialog.page.screenshot()));
  const width = await dialog.page.evaluate(() => innerWidth);
  return lines(image, image.width / width);
}

/**
 * @param {PNG} image
 * @param {number} scale device pixels per CSS pixel
 * @returns {Rect[]}
 */
function lines({ data, width, height }, scale) {
  /** @type {Rect[]} */
  const found = [];
  for (let y = 0; y < height; y += 1) {
    let left = -1;
    let right = -1;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      if (data[at] !== RED || data[at + 1] !== GREEN || data[at + 2] !== BLUE) continue;
      if (left < 0) left = x;
      right = x + 1;
    }
    if (left < 0) continue;
    const last = found.at(-1);
    if (last && y - last.bottom < GAP) {
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
      last.bottom = y + 1;
    } else {
      found.push({ left, right, top: y, bottom: y + 1 });
    }
  }
  return found.map(({ left, right, top, bottom }) => ({ left: left / scale, right: right / scale, top: top / scale, bottom: bottom / scale }));
}
