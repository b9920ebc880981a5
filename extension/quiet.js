// @ts-check
// Quiet mode: the note's box is followed for the popup's sake, and nothing of ours is put into the page. No wasm runs here, so
// nobody can count findings: what is known without (is there text, is it too long) goes to the toolbar's badge, and the popup
// puts their number there once it has judged the text, until that changes. Loaded after content.js.
'use strict';

class Quiet extends Attachment {
  badge = 'none';
  told = ''; // the text that the badge is about

  open() {
    this.guard(() => {
      this.bind(this.box);
      this.watchPage();
      this.changed(true);
    })();
  }

  stands() {
    return true;
  }

  redraw() {}

  enterPanel() {}

  tell() {
    if (this.text !== this.told) this.badge = ''; // also what the popup has put there
    this.told = this.text;
    const { limit, pageLength } = this.limits();
    const units = pageLength ?? this.text.length;
    this.show(!this.text.trim() ? 'none' : limit !== null && units > limit ? 'over' : 'note');
    super.tell();
  }

  /** @param {string} why @param {boolean} [back] */
  end(why, back) {
    if (!this.life.signal.aborted) this.show('none');
    super.end(why, back);
  }

  /** @param {'none' | 'note' | 'over'} state */
  show(state) {
    if (state === this.badge || !chrome.runtime?.id) return;
    this.badge = state;
    chrome.runtime.sendMessage({ type: 'connote:badge', state }).catch(() => {}); // no matter to the page
  }
}
