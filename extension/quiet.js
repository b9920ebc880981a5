// @ts-check
// Quiet mode: the note's box is followed for the popup's sake, and nothing of ours is put into the page. No wasm runs here, so
// nobody can count findings: what is known without (is there text, is it too long) goes to the toolbar's badge, and the popup
// puts their number there once it has judged the text, until that changes. Loaded after content.js.
'use strict';

class Quiet extends Attachment {
  told = 'none';

  open() {
    this.guard(() => {
      this.bind(this.box);
      this.watchPage();
      this.changed();
    })();
  }

  stands() {
    return true;
  }

  redraw() {}

  enterPanel() {}

  changed() {
    this.asked ||= requestAnimationFrame(this.guard(() => {
      this.asked = 0;
      const before = this.text;
      this.update();
      if (this.text !== before) this.told = ''; // also what the popup has put there
      const { limit, pageLength } = this.limits();
      const units = pageLength ?? this.text.length;
      this.tell(!this.text.trim() ? 'none' : limit !== null && units > limit ? 'over' : 'note');
    }));
  }

  /** @param {string} why @param {boolean} [back] */
  end(why, back) {
    if (!this.life.signal.aborted) this.tell('none');
    super.end(why, back);
  }

  /** @param {'none' | 'note' | 'over'} state */
  tell(state) {
    if (state === this.told || !chrome.runtime?.id) return;
    this.told = state;
    chrome.runtime.sendMessage({ type: 'connote:badge', state }).catch(() => {}); // no matter to the page
  }
}
