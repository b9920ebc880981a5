// @ts-check
// The page's hand: shows the panel below the invitation note's box, draws what the panel marks and writes what the
// panel says. It knows no rules and no wording. The messages are in ARCHITECTURE.md.
// Loaded after score.js, find.js, invitation.js, underlines.js, writing.js and guest.js, whose functions it uses.
'use strict';

/** Everything that stands on the page for one box. */
class Attachment extends Guest {
  /** @param {HTMLElement} box @param {string | null} recipient @param {(why: string, back: boolean) => void} ended */
  constructor(box, recipient, ended) {
    super(box, ended);
    this.box = box;
    this.dialog = closestOf(box, DIALOG);
    this.recipient = recipient;
    this.bound = new AbortController();
    this.ink = new Ink(this.shadow);
    this.field = fieldOf(box, this.ink.mirror);
    this.text = '';
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {number | null} first unit past the limit */
    this.over = null;
    /** @type {Mark[]} */
    this.flashed = [];
    this.isWhole = true; // no mark is hidden for the sake of the word that is being typed
    this.seq = 0;
    this.hasPort = false; // the panel, by now
    this.asked = 0;
    this.immediate = true;
    this.pen = new Pen(this);
    this.isTyping = false;
    this.typedAt = -1; // where the caret was after the last key, until it goes elsewhere
    this.inFrame = this.lightly(() => this.follow());
    this.afterFrame = this.guard(() => this.asked || this.tell());
    this.life.signal.addEventListener('abort', () => {
      this.bound.abort();
      cancelAnimationFrame(this.asked);
    });
    this.counter = findCounter(box);
    this.left = notesLeftIn(this.dialog);
    this.fingerprint = ''; // of the note, by the panel, where the user wants it kept
    this.sent = 0; // when Send was clicked last (performance.now), while nothing else was clicked since
    /** What the page's counter last said, for which length, and by how much it counts more than `length` does. */
    this.counted = { shown: '', units: 0, length: 0, offset: 0 };
  }

  open() {
    this.guard(() => {
      this.bind(this.box);
      this.openPanel();
      placeBelow(this.box, this.counter, this.host);
      this.watchPage();
    })();
  }

  /** @param {EventTarget} target @param {string} type @param {(event: any) => void} work @param {AbortSignal} [signal] */
  on(target, type, work, signal = this.life.signal) {
    target.addEventListener(type, this.guard(work), { signal, passive: true, capture: true });
  }

  /** Follows `box`; called again when the page replaces its node. @param {HTMLElement} box */
  bind(box) {
    this.bound.abort();
    this.bound = new AbortController();
    const { signal } = this.bound;
    this.box = box;
    this.field = fieldOf(box, this.ink.mirror);
    this.ink.bind(box, this.field);
    box.addEventListener('input', this.lightly((event) => this.typed(event)), { signal, passive: true, capture: true });
    box.addEventListener('keydown', this.lightly((event) => this.pressed(event)), { signal, capture: true });
    this.on(box, 'blur', () => this.changed(true), signal);
    this.on(box, 'scroll', () => this.ink.scroll(), signal);
    this.on(box, 'click', ({ isTrusted }) => isTrusted && this.clicked(this.field.selected().head), signal);
    const moved = this.guard(() => this.redraw(true));
    const resized = new ResizeObserver(moved);
    const restyled = new MutationObserver(moved);
    restyled.observe(box, { attributeFilter: ['class', 'data-gramm', 'dir', 'style'] });
    for (const element of [box, box.parentElement]) element && resized.observe(element);
    signal.addEventListener('abort', () => {
      resized.disconnect();
      restyled.disconnect();
    });
  }

  /** Notices when the box or the panel leaves or moves, and when the page's counter does. */
  watchPage() {
    this.observe();
    const moved = () => this.redraw(true);
    this.on(window, 'resize', moved);
    this.on(document.fonts, 'loadingdone', moved);
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) this.on(matchMedia(query), 'change', moved);
    for (const type of ['animationend', 'transitionend']) {
      this.on(closestOf(this.box, DIALOG) ?? document, type, ({ target }) => target.contains(this.box) && this.redraw(true));
    }
  }

  settle() {
    if (!this.box.isConnected) {
      const again = this.box.id ? boxAt(this.root.querySelector(`#${CSS.escape(this.box.id)}`)) : onlyBoxIn(this.dialog?.isConnected ? this.dialog : null);
      if (!again) return this.end('');
      this.bind(again);
      this.isTyping = true; // most pages that replace their box do so at each key
      this.changed(false);
    }
    if (!this.stands()) return this.end('', true);
    if (this.counter && this.counter.textContent !== this.counted.shown) this.changed(false);
  }

  // ---- To the panel ----

  handed() {
    this.hasPort = true;
    this.changed(true);
  }

  /** Moves the marks in the next frame and has the panel told after it: a key is shown before it costs anything else.
   * @param {boolean} immediate whether the panel should judge without waiting for a pause */
  changed(immediate) {
    this.immediate ||= immediate;
    this.asked ||= requestAnimationFrame(this.inFrame);
  }

  follow() {
    this.asked = 0;
    if (!this.box.isConnected) this.settle();
    this.update();
    setTimeout(this.afterFrame); // no message: a port takes its time over sending one
  }

  /** Not when a key came since the text was read: the page's counter is ahead of it then, and the next frame tells anyway. */
  tell() {
    if (this.hasPort) {
      this.seq += 1;
      this.port?.postMessage(this.note(this.immediate));
      this.immediate = false;
    }
    this.settle();
    this.observe();
  }

  /** @param {InputEvent} event */
  typed({ inputType, data, isTrusted }) {
    if (this.pen.isWriting) return;
    this.observer.disconnect(); // what the page makes of a key is looked at once it is shown
    if (isTrusted) this.pen.lift();
    this.isTyping = inputType === 'insertText' ? (data?.length ?? 0) <= 2 : /^(insertComposition|delete)/.test(inputType);
    this.changed(/^insertFrom(Paste|Drop)$/.test(inputType));
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const { key = '' } = event; // none where the browser fills in a form
    if ((key.length === 1 && key !== '.') || !event.isTrusted) return;
    if (key === 'Tab' && chrome.runtime?.id) this.pen.tab(event);
    if (key === '.' && (event.ctrlKey || event.metaKey)) this.enterPanel();
    if (/^(Arrow|End|Home|Page)/.test(key)) this.caretMoved();
  }

  caretMoved() {
    if (this.typedAt < 0) return;
    this.typedAt = -1;
    this.redraw(false);
  }

  /** Moves the marks over what has changed since they were made. */
  update() {
    const text = this.field.read();
    if (text === this.text) return;
    const change = difference(this.text, text);
    const longest = Math.max(text.length, this.text.length);
    const isOver = this.over !== null && longest > this.over;
    this.text = text;
    this.typedAt = this.isTyping ? change.newEnd : -1;
    // Most keys come words after the last mark: there is nothing to draw anew.
    const last = this.marks.reduce((most, { end }) => Math.max(most, end), -1);
    const isFar = last < 0 || (last < change.start && /\s/.test(text.slice(last, change.start)));
    if (isFar && this.isWhole && !isOver && !this.flashed.length) return;
    this.marks = longest > DRAWN_UP_TO ? [] : shifted(this.marks, text, change);
    this.flashed = [];
    this.redraw(false);
  }

  /** @param {boolean} immediate */
  note(immediate) {
    const { seq, text, recipient, left } = this;
    const draft = text ? null : draftFor(recipient, 'box');
    return { type: 'note', seq, text, caret: this.field.selected().head, ...this.limits(), recipient, left, draft, immediate, theme: this.ink.theme, private: isPrivate() };
  }

  limits() {
    if (!this.counter?.isConnected) this.counter = findCounter(this.box);
    const read = this.counter && readCounter(this.counter);
    this.counted.shown = this.counter?.textContent ?? '';
    if (read) return { limit: read[1], limitFrom: 'counter', pageLength: this.pageLength(read[0]) };
    const { id, maxLength } = /** @type {HTMLTextAreaElement} */ (this.box);
    if (maxLength > 0) return { limit: maxLength, limitFrom: 'maxlength', pageLength: null };
    return id === SALES_NAVIGATOR ? { limit: 300, limitFrom: 'sales-navigator', pageLength: null } : { limit: null, limitFrom: null, pageLength: null };
  }

  /** The page's count of the text. A counter that has not yet followed it is carried on by its last offset.
   * @param {number} units what the counter shows */
  pageLength(units) {
    const { counted, text: { length } } = this;
    const behind = units === counted.units && length !== counted.length;
    if (!behind) Object.assign(counted, { units, length, offset: units - length });
    return length + counted.offset;
  }

  /** @param {number} caret */
  clicked(caret) {
    this.caretMoved();
    const mark = this.marks.find(({ start, end }) => start <= caret && caret <= end);
    if (mark) this.port?.postMessage({ type: 'reveal', index: mark.index });
  }

  // ---- From the panel ----

  /** @param {any} message */
  hear(message) {
    super.hear(message);
    const { type, start, end } = message;
    if (type === 'marks') this.mark(message);
    if (type === 'edit') this.pen.edit(message).then((answer) => this.port?.postMessage(answer), (error) => this.end(String(error)));
    if (type === 'flash') this.flash(start < end ? [{ start, end, severity: 'flash', index: -1 }] : []);
    if (type === 'fingerprint') this.fingerprint = String(message.code);
    if (type === 'focus-box') this.box.focus({ preventScroll: true });
  }

  /** Takes the marks for the latest note; an answer to an older one is about to be followed by another.
   * @param {{seq: number, marks: {start: number, end: number, severity: string}[], over: number | null}} message */
  mark({ seq, marks, over }) {
    if (seq !== this.seq) return;
    const before = this.marks;
    this.marks = marks.map(({ start, end, severity }, index) => {
      const known = before.find((mark) => mark.start === start && mark.end === end && mark.severity === severity && mark.index === index);
      return known ?? { start, end, severity, index };
    });
    this.over = over;
    this.redraw(this.ink.mayHaveMoved(this.text));
  }

  /** @param {Mark[]} flashed */
  flash(flashed) {
    this.flashed = flashed;
    this.redraw(false);
  }

  /** @param {boolean} all whether marks that stayed the same may have moved */
  redraw(all) {
    const { text, over } = this;
    const tail = over !== null && over < text.length ? [{ start: over, end: text.length, severity: 'over', index: -1 }] : [];
    const isTyping = this.typedAt >= 0 && this.root.activeElement === this.box;
    const marks = isTyping ? withoutWord(this.marks, text, this.typedAt) : this.marks;
    this.isWhole = marks.length === this.marks.length && marks.every((mark, index) => mark === this.marks[index]);
    this.ink.draw(text, [...tail, ...this.flashed, ...marks], all);
  }
}
