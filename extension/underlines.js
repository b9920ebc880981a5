// @ts-check
// The text of a box, and the rectangles drawn over it: moved while it is edited, placed as the panel says.
'use strict';

/** @typedef {{start: number, end: number, severity: string, index: number}} Mark */
/** @typedef {{id: number, start: number, end: number, replacement: string, expected: string, select?: {start: number, end: number} | null}} Edit */
/** @typedef {{anchor: number, head: number}} Selected where a selection began, and where its caret is */
/** @typedef {{read(): string, selected(): Selected, select(anchor: number, head: number): void, force(start: number, end: number, text: string): void, range(start: number, end: number): Range | null}} Field */

const BLOCK = /^(ADDRESS|ARTICLE|BLOCKQUOTE|DIV|LI|OL|P|PRE|SECTION|UL)$/;
/** What decides where a textarea breaks its lines; the mirror copies these. */
const TEXT_STYLES = ['direction', 'font-family', 'font-feature-settings', 'font-kerning', 'font-optical-sizing', 'font-size', 'font-size-adjust',
  'font-stretch', 'font-style', 'font-variant', 'font-variation-settings', 'font-weight', 'hyphens', 'letter-spacing', 'line-break', 'line-height',
  'overflow-wrap', 'padding-bottom', 'padding-left', 'padding-right', 'padding-top', 'tab-size', 'text-align', 'text-indent', 'text-rendering',
  'text-spacing-trim', 'text-autospace', 'text-transform', 'text-wrap-style', 'unicode-bidi', 'white-space', 'word-break', 'word-spacing', 'writing-mode'];
/** Elements of other checkers, which underline in the same box. */
const NEIGHBOURS = 'grammarly-extension, lt-highlighter, lt-div, harper-render-box, [data-gramm="true"]';
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Cf}]/u;
const LONG_WORD = 100; // UTF-16 units that are looked through for the end of a word
const DRAWN_UP_TO = 10000; // UTF-16 units; far past any limit, laying out a second copy only costs time

const STYLE = `:host { all: initial; display: block; position: relative; width: 100%; }
  iframe { display: block; width: 100%; height: 0; border: 0; color-scheme: normal; }
  .layer { position: absolute; top: 0; left: 0; width: 100px; height: 0; z-index: 1; pointer-events: none; }
  .clip { position: absolute; overflow: hidden; contain: layout style paint; forced-color-adjust: none; }
  .mirror { visibility: hidden; box-sizing: border-box; position: absolute; top: 0; left: 0; }
  .ink { position: absolute; top: 0; left: 0; --error: #c5221f; --warning: #b45309; --suggestion: #0f766e; --hint: #6b7280; --tint: 15 118 110; }
  .ink.dark { --error: #ff8a80; --warning: #fbbf24; --suggestion: #5eead4; --hint: #9ca3af; --tint: 94 234 212; }
  .ink > div { position: absolute; top: 0; left: 0; }
  .ink.beside > :not(.over, .flash) { margin-top: 3px; }
  .error { --c: var(--error); } .warning { --c: var(--warning); }
  .error, .warning { background: linear-gradient(45deg, transparent 35%, var(--c) 35% 62%, transparent 62%) 0 100% / 6px 3px repeat-x,
    linear-gradient(-45deg, transparent 35%, var(--c) 35% 62%, transparent 62%) 3px 100% / 6px 3px repeat-x; }
  .suggestion { background: linear-gradient(var(--suggestion), var(--suggestion)) 0 100% / 100% 2px no-repeat; }
  .hint { background: repeating-linear-gradient(90deg, var(--hint) 0 2px, transparent 2px 5px) 0 100% / 100% 2px no-repeat; }
  .over { background: rgb(197 34 31 / .18); }
  .flash { background: rgb(var(--tint) / .22); border-radius: 2px; }
  @media (forced-colors: active) {
    .ink, .ink.dark { --error: CanvasText; --warning: CanvasText; --suggestion: CanvasText; --hint: CanvasText; }
    .over { background: none; border-bottom: 4px double CanvasText; box-sizing: border-box; } .flash { background: none; outline: 2px solid Highlight; }
  }`;

// ---- The text in the box ----

/** @param {HTMLTextAreaElement} box @param {HTMLElement} mirror @returns {Field} */
function textareaField(box, mirror) {
  return {
    read: () => box.value,
    selected() {
      const { selectionStart: start, selectionEnd: end, selectionDirection } = box;
      return selectionDirection === 'backward' ? { anchor: end, head: start } : { anchor: start, head: end };
    },
    select: (anchor, head) => box.setSelectionRange(Math.min(anchor, head), Math.max(anchor, head), head < anchor ? 'backward' : 'forward'),
    force(start, end, text) {
      box.setRangeText(text, start, end, 'end');
      box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    },
    range: (start, end) => (mirror.firstChild ? span(mirror.firstChild, start, mirror.firstChild, end) : null),
  };
}

/** Blocks and line breaks count as one line feed each. @param {HTMLElement} box @returns {Field} */
function editableField(box) {
  const selection = () => /** @type {any} */ (box.getRootNode()).getSelection?.() ?? document.getSelection();
  /** The text, and the places where a caret may stand: in a text of some length, or before what has none. */
  const read = () => {
    /** @type {{node: Node, offset: number, start: number, length: number}[]} */
    const places = [];
    let text = '';
    const walk = (/** @type {Node} */ parent) => parent.childNodes.forEach((node, index) => {
      const { nodeName, nodeValue, previousSibling: before, nextSibling: next } = node;
      if (before && (BLOCK.test(nodeName) || BLOCK.test(before.nodeName))) text += '\n';
      if (node.nodeType === 3) places.push({ node, offset: 0, start: text.length, length: nodeValue?.length ?? 0 });
      else if (!node.firstChild) places.push({ node: parent, offset: index, start: text.length, length: 0 });
      if (node.nodeType === 3) text += nodeValue;
      else if (nodeName === 'BR') text += next && !BLOCK.test(next.nodeName) ? '\n' : ''; // the last one of a block ends its line
      else walk(node);
    });
    walk(box);
    return { text, places };
  };
  /** @param {Node | null} node @param {number} offset */
  const position = (node, offset) => {
    const { text, places } = read();
    if (!node || !box.contains(node)) return text.length;
    const upTo = document.createRange();
    upTo.setStart(box, 0);
    upTo.setEnd(node, offset);
    const place = places.findLast((one) => upTo.isPointInRange(one.node, one.offset));
    if (!place) return 0;
    return place.start + (place.node === node && node.nodeType === 3 ? offset : place.length);
  };
  const range = (/** @type {number} */ start, /** @type {number} */ end) => {
    const { places } = read();
    const from = places.findLast((place) => place.start <= start);
    const before = places.findLast((place) => place.start < end) ?? from;
    const to = before && before.start + before.length < end ? places.findLast((place) => place.start <= end) : before;
    return from && to ? span(from.node, from.offset + start - from.start, to.node, to.offset + end - to.start) : null;
  };
  return {
    read: () => read().text,
    selected() {
      const { anchorNode = null, anchorOffset = 0, focusNode = null, focusOffset = 0 } = selection() ?? {};
      return { anchor: position(anchorNode, anchorOffset), head: position(focusNode, focusOffset) };
    },
    select(anchor, head) {
      const [from, to] = [range(anchor, anchor), range(head, head)];
      if (from && to) selection()?.setBaseAndExtent(from.startContainer, from.startOffset, to.startContainer, to.startOffset);
    },
    force() {}, // An editor's own model cannot be written behind its back: the edit is refused instead.
    range,
  };
}

/** @param {HTMLElement} box @param {HTMLElement} mirror */
const fieldOf = (box, mirror) => (isTextarea(box) ? textareaField(/** @type {HTMLTextAreaElement} */ (box), mirror) : editableField(box));

/** A range whose ends are held within their nodes.
 * @param {Node} from @param {number} start @param {Node} to @param {number} end */
function span(from, start, to, end) {
  const range = document.createRange();
  range.setStart(from, Math.min(start, from.nodeValue?.length ?? start));
  range.setEnd(to, Math.min(end, to.nodeValue?.length ?? end));
  return range;
}

/** The one change from `before` to `after`, by their common start and end. @param {string} before @param {string} after */
function difference(before, after) {
  if (after.startsWith(before)) return { start: before.length, oldEnd: before.length, newEnd: after.length }; // as most keys do
  const most = Math.min(before.length, after.length);
  const start = longest(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const [oldest, newest] = [before.length, after.length];
  const tail = longest(most - start, (from, to) => before.slice(oldest - to, oldest - from) === after.slice(newest - to, newest - from));
  return { start, oldEnd: oldest - tail, newEnd: newest - tail };
}

/** The most units, up to `most`, for which `isSame` holds. It compares pieces, not letters: a key waits for this.
 * @param {number} most @param {(from: number, to: number) => boolean} isSame */
function longest(most, isSame) {
  let [known, wrong] = [0, most + 1];
  for (let next = most; known < next; next = (known + wrong) >> 1) {
    if (isSame(known, next)) known = next;
    else wrong = next;
  }
  return known;
}

/** The marks, moved over a change to `after`; the ones that it touches go.
 * @param {Mark[]} marks @param {string} after @param {{start: number, oldEnd: number, newEnd: number}} change */
function shifted(marks, after, { start, oldEnd, newEnd }) {
  const joins = (/** @type {number} */ at) => /[\p{L}\p{N}]/u.test(after[at] ?? '');
  return marks.flatMap((mark) => {
    if (mark.end < start || (mark.end === start && !joins(start))) return [mark];
    if (mark.start < oldEnd || (mark.start === oldEnd && joins(newEnd - 1))) return [];
    return [{ ...mark, start: mark.start + newEnd - oldEnd, end: mark.end + newEnd - oldEnd }];
  });
}

/** The marks without the word that is being typed; one with a punctuation mark behind it is done. @param {Mark[]} marks @param {string} text @param {number} caret */
function withoutWord(marks, text, caret) {
  const [typed = ''] = /\s*\S*[^\s.,:;!?…]$/.exec(text.slice(Math.max(0, caret - LONG_WORD), caret)) ?? [];
  if (!typed) return marks;
  const [rest = ''] = /^\S*\s*/.exec(text.slice(caret, caret + LONG_WORD)) ?? [];
  const [from, to] = [caret - typed.length, caret + rest.length];
  return marks.flatMap((mark) => {
    if (mark.end <= from || to <= mark.start) return [mark];
    return [{ ...mark, end: from }, { ...mark, start: to }].filter(({ start, end }) => start < end);
  });
}

// ---- Drawing ----

/** The underlines: absolutely placed rectangles over the box, in a layer that moves with it. */
class Ink {
  /** @param {ShadowRoot} root */
  constructor(root) {
    this.layer = root.appendChild(division('layer'));
    this.clip = this.layer.appendChild(division('clip'));
    this.mirror = this.clip.appendChild(division('mirror'));
    this.ink = this.clip.appendChild(division('ink'));
    /** @type {WeakMap<HTMLElement, string>} where each rectangle stands, so that only moved ones are touched */
    this.shown = new WeakMap();
    /** @type {Map<Mark, string[]>} */
    this.measured = new Map();
    this.scale = 1;
    this.theme = 'light';
    this.drawnFor = '';
  }

  /** @param {HTMLElement} box @param {Field} field */
  bind(box, field) {
    this.box = box;
    this.field = field;
    this.measured = new Map();
    this.ink.replaceChildren();
    this.restyle(box);
  }

  /** Whether words that were measured may stand elsewhere by now. On a line that starts at the left they stay, whatever
   * comes behind them, as long as the box does. @param {string} text */
  mayHaveMoved(text) {
    if (text.length > DRAWN_UP_TO) return false; // nothing is drawn
    return !this.box || RIGHT_TO_LEFT.test(text) || this.drawnFor === '' || this.drawnFor !== this.circumstances(this.box);
  }

  /** What the places of words depend on, besides the text; nothing where they depend on what comes behind them.
   * @param {HTMLElement} box */
  circumstances(box) {
    const { direction, font, textAlign, textWrapStyle = 'auto' } = getComputedStyle(box);
    if (direction !== 'ltr' || !/^(-webkit-auto|auto|left|start)$/.test(textAlign) || textWrapStyle !== 'auto') return '';
    const [from, to] = [this.layer.getBoundingClientRect(), box.getBoundingClientRect()];
    return [to.left - from.left, to.top - from.top, to.width, box.clientWidth, box.clientHeight, font, themeOf(box), hasNeighbour(box)].join();
  }

  /** Copies what decides where the box breaks its lines, and its colours. @param {HTMLElement} box */
  restyle(box) {
    this.theme = themeOf(box);
    this.ink.classList.toggle('dark', this.theme === 'dark');
    // Theirs lie at the foot of the words; ours go below.
    this.ink.classList.toggle('beside', hasNeighbour(box));
    if (!isTextarea(box)) return;
    const style = getComputedStyle(box);
    for (const name of TEXT_STYLES) this.mirror.style.setProperty(name, style.getPropertyValue(name));
    this.mirror.lang = closestOf(box, '[lang]')?.getAttribute('lang') ?? '';
  }

  /** Draws `marks` over `text`. Marks that were drawn before and are the same object have not moved, unless `all` may have.
   * @param {string} text @param {Mark[]} marks @param {boolean} all */
  draw(text, marks, all) {
    const wanted = text.length > DRAWN_UP_TO ? [] : marks;
    const fresh = wanted.filter((mark) => all || !this.measured.has(mark));
    if (!fresh.length && wanted.length === this.measured.size) return;
    const measured = fresh.length ? this.measure(text, fresh, all) : new Map();
    this.measured = new Map(wanted.map((mark) => [mark, measured.get(mark) ?? this.measured.get(mark) ?? []]));
    const rectangles = wanted.flatMap((mark) => this.measured.get(mark)?.map((css) => [mark.severity, css]) ?? []);
    const pool = /** @type {HTMLElement[]} */ (Array.from(this.ink.children));
    rectangles.forEach(([severity, css], index) => {
      const drawn = pool[index] ?? this.ink.appendChild(division(''));
      if (drawn.className !== severity) drawn.className = severity;
      if (this.shown.get(drawn) !== css) drawn.style.cssText = css;
      this.shown.set(drawn, css);
    });
    pool.slice(rectangles.length).forEach((unused) => unused.remove());
  }

  /** @param {string} text @param {Mark[]} marks @param {boolean} all @returns {Map<Mark, string[]>} each mark's rectangles as CSS, one a line of text */
  measure(text, marks, all) {
    const { box, field } = this;
    if (!box || !field) return new Map();
    if (all) this.restyle(box);
    if (all || !this.measured.size) this.place(box);
    if (all) this.drawnFor = this.circumstances(box);
    if (isTextarea(box) && this.mirror.textContent !== text) this.mirror.textContent = text;
    const origin = this.ink.getBoundingClientRect();
    return new Map(marks.map((mark) => [mark, this.rectangles(field.range(mark.start, mark.end), origin)]));
  }

  /** @param {Range | null} range @param {DOMRect} origin */
  rectangles(range, origin) {
    return Array.from(range?.getClientRects() ?? []).filter(({ width }) => width > 0).map((rect) => this.toLayer(rect, origin));
  }

  /** In whole pixels of the screen, so that the lines are crisp. @param {DOMRect} rect @param {DOMRect} origin */
  toLayer(rect, origin) {
    const px = (/** @type {number} */ value) => `${Math.round((value / this.scale) * devicePixelRatio) / devicePixelRatio}px`;
    return `transform:translate(${px(rect.left - origin.left)},${px(rect.top - origin.top)});width:${px(rect.width)};height:${px(rect.height + 1)}`;
  }

  /** Lays the clip over the inside of the box. A dialog that grows while it opens scales everything alike.
   * @param {HTMLElement} box */
  place(box) {
    const layer = this.layer.getBoundingClientRect();
    const rect = box.getBoundingClientRect();
    this.scale = layer.width / 100 || 1;
    const style = getComputedStyle(box);
    const edges = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
    const scrollbar = Math.max(0, Math.round(box.offsetWidth - box.clientWidth - edges));
    const width = rect.width / this.scale - edges - scrollbar;
    const css = { left: (rect.left - layer.left) / this.scale + box.clientLeft, top: (rect.top - layer.top) / this.scale + box.clientTop, width, height: box.clientHeight };
    for (const [name, value] of Object.entries(css)) this.clip.style.setProperty(name, `${value}px`);
    this.mirror.style.width = `${width}px`;
    this.scroll();
  }

  scroll() {
    const moved = `translate(${-(this.box?.scrollLeft ?? 0)}px, ${-(this.box?.scrollTop ?? 0)}px)`;
    this.ink.style.transform = moved;
    this.mirror.style.transform = moved;
  }
}

/** @param {HTMLElement} box */
const hasNeighbour = (box) => [/** @type {ShadowRoot} */ (box.getRootNode()), document].some((root) => root.querySelector(NEIGHBOURS));

/** @param {string} className */
function division(className) {
  const made = document.createElement('div');
  made.className = className;
  return made;
}
