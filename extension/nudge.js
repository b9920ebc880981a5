// @ts-check
// Step 1, which asks whether to add a note: a line below its text says why one is worth it. It is said once in a dialog, takes no
// focus, and goes with the question. Loaded after guest.js and invitation.js.
'use strict';

const NUDGE = 'empty-invitation'; // the rule's name in the settings
/** Dialogs in which it was said, and of whom. @type {WeakMap<Element, string | null>} */
const said = new WeakMap();
/** px: room for it is made at once, so that no button moves away under the mouse while it loads. What it took last is known. */
let known = { width: 0, height: 0 };
/** px that it is likely to take otherwise: a line for so much of its words as fits beside its button, and what is around them. @param {number} width */
const roomIn = (width) => 56 + 18 * Math.ceil(1000 / Math.max(width - 72, 100));

class Nudge extends Guest {
  /** @param {Element} dialog @param {HTMLElement} text the question's @param {(why: string, back: boolean) => void} ended */
  constructor(dialog, text, ended) {
    super(dialog, ended);
    this.dialog = dialog;
    this.text = text;
    this.name = nameIn(dialog);
    this.focused = /** @type {HTMLElement | null} */ (focused());
  }

  open() {
    this.guard(() => {
      said.set(this.dialog, this.name);
      this.openPanel();
      placeBelow(this.text, null, this.host);
      const { clientWidth: width } = this.host;
      this.frame.style.height = `${width === known.width ? known.height : roomIn(width)}px`;
      this.observe();
    })();
  }

  /** @param {any} message */
  hear(message) {
    const { type, height } = message;
    if (type === 'size' && !height) return; // it shows nothing yet
    if (type === 'size') known = { width: this.host.clientWidth, height };
    if (type === 'focus-box' && focused() === this.host) this.focused?.focus({ preventScroll: true });
    super.hear(message);
    const { dialog, name: recipient } = this;
    if (type === 'ready') this.port?.postMessage({ type: 'where', sees: 'question', recipient, left: notesLeftIn(dialog), draft: null, theme: themeOf(this.text) });
  }

  /** Another question in the same dialog, or its box, ends this one. */
  settle() {
    if (!this.stands() || !isQuestion(this.dialog) || nameIn(this.dialog) !== this.name) this.end('');
  }
}
