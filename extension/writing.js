// @ts-check
// Writes into the box as a key would, and sees whether the page takes it.
'use strict';

const SETTLED_AFTER = 250; // ms after which a page that answers a change (replaces its box, takes it back) has done so
const CHECKS = 4; // times that the page is looked at after a change, and at most written to
const SEND = '.artdeco-modal__actionbar .artdeco-button--primary, .connect-cta-form__send, [type="submit"]';

const BLANK = /\[[^\][\n]{1,60}\]/g; // what the user is to fill in, as our wordings show it

/** Editors write some spaces as no-break spaces. @param {string} a @param {string} b */
const alike = (a, b) => a.replaceAll('\u00a0', ' ') === b.replaceAll('\u00a0', ' ');

class Pen {
  /** @param {Attachment} attachment */
  constructor(attachment) {
    this.attachment = attachment;
    this.isWriting = false;
    this.changes = 0;
    /** What we left to fill in. @type {Set<string>} */
    this.blanks = new Set();
  }

  /** The user has written: from now on the text is not ours to take back. */
  lift() {
    this.changes += 1;
  }

  /** Tab goes on to the next blank of ours; behind the last it leaves the box as ever. @param {KeyboardEvent} event */
  tab(event) {
    if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !this.blanks.size) return;
    const { anchor, head } = this.attachment.field.selected();
    const text = this.read();
    const places = Array.from(this.blanks, (blank) => ({ start: text.indexOf(blank, Math.max(anchor, head)), blank })).filter(({ start }) => start >= 0);
    const [next] = places.sort((a, b) => a.start - b.start);
    if (!next) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // the dialog's own focus trap has nothing to do
    this.attachment.field.select(next.start, next.start + next.blank.length);
  }

  read() {
    return this.attachment.field.read();
  }

  /** Carries out one undoable change, and answers once the page has settled: `ok` when box, counter and Send have followed.
   * Else the text is as it was. @param {Edit} edit @param {boolean} [stays] whether the focus goes back to where it was */
  async edit({ id, start, end, replacement, expected, select }, stays = false) {
    const { attachment } = this;
    const before = this.read();
    const after = before.slice(0, start) + replacement + before.slice(end);
    const answer = (/** @type {boolean} */ ok) => ({ type: 'written', id, ok, text: this.read() });
    const { maxLength = -1 } = /** @type {HTMLTextAreaElement} */ (attachment.box);
    const isCut = maxLength >= 0 && after.length > maxLength && replacement;
    if (before.slice(start, end) !== expected || isCut || attachment.box.matches(':disabled, :read-only')) return answer(false);
    const { anchor, head } = attachment.field.selected();
    const moved = (/** @type {number} */ at) => carried(at - start, expected, replacement) + start;
    const wanted = select ? { anchor: select.start, head: select.end } : { anchor: moved(anchor), head: moved(head) };
    const shown = this.shown();
    this.changes += 1;
    const { changes } = this;
    for (const [blank] of replacement.matchAll(BLANK)) this.blanks.add(blank);
    for (let check = 0; check < CHECKS; check += 1) {
      if (this.read() === before) this.write(start, end, replacement, wanted, stays || check > 0);
      if (this.read() !== before && !alike(this.read(), after)) break; // the page made something else of it
      attachment.changed(true);
      await this.settled();
      if (changes !== this.changes || attachment.life.signal.aborted) return answer(true); // the text has gone on
      if (alike(this.read(), after) && this.isFollowed(shown, before.length !== after.length)) return answer(true);
    }
    if (this.read() !== before && attachment.root.activeElement === attachment.box) document.execCommand('undo');
    const { start: from, oldEnd, newEnd } = difference(before, this.read());
    this.write(from, newEnd, before.slice(from, oldEnd), { anchor, head }, true);
    attachment.changed(true);
    await this.settled(); // the panel hears of the text first
    return answer(false);
  }

  /** Replaces a part of the text, with the page's own events.
   * @param {number} start @param {number} end @param {string} text @param {Selected} wanted @param {boolean} stays */
  write(start, end, text, wanted, stays) {
    const { box, field, root, host, frame } = this.attachment;
    const before = field.read();
    const active = focused();
    this.isWriting = true;
    box.focus({ preventScroll: true });
    if (text !== before.slice(start, end)) {
      field.select(start, end);
      // A page that does not let the box have the focus would have the words written elsewhere.
      if (root.activeElement === box) document.execCommand(text ? 'insertText' : 'delete', false, text);
      if (field.read() === before) field.force(start, end, text);
      if (!box.isConnected) this.attachment.settle();
    }
    this.attachment.isTyping = false;
    this.attachment.typedAt = -1;
    this.attachment.field.select(wanted.anchor, wanted.head);
    if (stays && active !== box) /** @type {HTMLElement | null} */ (active === host ? frame : active)?.focus({ preventScroll: true });
    this.isWriting = false;
  }

  /** What the page shows of the text besides the box. */
  shown() {
    const { attachment } = this;
    if (!attachment.counter?.isConnected) attachment.counter = findCounter(attachment.box);
    const send = /** @type {HTMLButtonElement | null | undefined} */ (closestOf(attachment.box, DIALOG)?.querySelector(SEND));
    return { counter: attachment.counter?.textContent ?? '', canSend: send ? !send.disabled : null };
  }

  /** Whether the page knows of a change. @param {{counter: string, canSend: boolean | null}} before @param {boolean} lengthChanged */
  isFollowed(before, lengthChanged) {
    const { counter, canSend } = this.shown();
    const [units, limit] = (this.attachment.counter && readCounter(this.attachment.counter)) ?? [1, 1];
    const isStale = lengthChanged && counter !== '' && counter === before.counter;
    const isBarred = before.canSend === true && canSend === false && units > 0 && units <= limit;
    return !isStale && !isBarred;
  }

  settled() {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, SETTLED_AFTER);
      this.attachment.life.signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
    });
  }
}

/** Where a place in `before` is in `after`: the place keeps the words that it stands between.
 * @param {number} at @param {string} before @param {string} after */
function carried(at, before, after) {
  const { start, oldEnd, newEnd } = difference(before, after);
  if (at <= start) return at;
  return at < oldEnd ? newEnd : at + after.length - before.length;
}
