// @ts-check
// What stands in LinkedIn's page for a while: a host with a closed root, the panel's frame in it and the port to that, all of
// which can go at any moment. Loaded after find.js and underlines.js, whose style it wears.
'use strict';

const READY_WITHIN = 8000; // ms for the panel to say `ready`, also on a machine that is busy with other things
const CLOSED = 'closed by the user';
const TALLEST = 4000; // px that the panel may ask for

/** Something of ours in the page. `end` takes all of it away. */
class Guest {
  /** @param {Element} near what it is put below @param {(why: string, back: boolean) => void} ended */
  constructor(near, ended) {
    /** @type {Document | ShadowRoot} */
    this.root = /** @type {any} */ (near.getRootNode());
    this.ended = ended;
    this.life = new AbortController();
    this.host = document.createElement('div');
    this.shadow = this.host.attachShadow({ mode: 'closed' });
    this.shadow.appendChild(document.createElement('style')).textContent = STYLE;
    this.frame = document.createElement('iframe');
    this.ready = false;
    /** @type {MessagePort | null} */
    this.port = null;
    this.observer = new MutationObserver(this.guard(() => this.settle()));
    this.life.signal.addEventListener('abort', () => this.observer.disconnect());
  }

  /** @param {string} why a fault to name, or nothing when all is well @param {boolean} [back] whether to come back at the same place */
  end(why, back = false) {
    if (this.life.signal.aborted) return;
    this.life.abort();
    this.port?.close();
    this.host.remove();
    this.ended(why, back);
  }

  /** `work` as a listener that may never trouble the page.
   * @template {any[]} A @param {(...given: A) => void} work @returns {(...given: A) => void} */
  guard(work) {
    return this.lightly((...given) => {
      if (chrome.runtime?.id) work(...given);
      else this.end('the extension was updated or removed');
    });
  }

  /** The same for what a key waits for: to ask whether the extension is still there takes longer than the rest.
   * @template {any[]} A @param {(...given: A) => void} work @returns {(...given: A) => void} */
  lightly(work) {
    return (...given) => {
      if (this.life.signal.aborted) return;
      try {
        work(...given);
      } catch (error) {
        this.end(String(error));
      }
    };
  }

  /** @param {number} delay ms @param {() => void} work */
  after(delay, work) {
    const timer = setTimeout(this.guard(work), delay);
    this.life.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Starts the panel. Its port is handed to the extension's own origin alone. */
  openPanel() {
    const { frame } = this;
    if ('credentialless' in frame) frame.credentialless = true; // else a page with COEP would not show it
    frame.title = 'Connote';
    frame.allow = 'clipboard-write';
    frame.src = chrome.runtime.getURL('panel.html');
    const origin = `${new URL(frame.src).protocol}//${chrome.i18n.getMessage('@@extension_id')}`;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = this.guard(({ data }) => this.hear(data));
    port1.addEventListener('close', this.guard(() => this.end('the panel closed')));
    this.port = port1;
    const hand = () => {
      frame.contentWindow?.postMessage({ connote: 1, remembers: isRemembering() || hasTemplates }, origin, [port2]);
      this.handed();
    };
    frame.addEventListener('load', this.guard(hand), { once: true });
    this.shadow.append(frame);
    this.after(READY_WITHIN, () => this.ready || this.end('the panel did not start'));
  }

  /** The panel has its port: what it is told from now on waits there until it listens. */
  handed() {}

  /** What every panel says. @param {any} message */
  hear({ type, height }) {
    if (type === 'ready') this.ready = true;
    if (type === 'size') this.frame.style.height = `${Math.max(0, Math.min(Number(height) || 0, TALLEST))}px`;
    if (type === 'close') this.end(CLOSED);
  }

  /** The way into the panel by keyboard, beside Tab: Ctrl or Cmd with a full stop in the box, or the browser's shortcut. */
  enterPanel() {
    this.frame.focus();
    this.port?.postMessage({ type: 'focus' });
  }

  /** Watches what happens to the page around. */
  observe() {
    if (this.life.signal.aborted) return;
    for (let root = /** @type {Node} */ (this.root); root; root = /** @type {ShadowRoot} */ (root).host?.getRootNode()) {
      this.observer.observe(root, { childList: true, characterData: true, subtree: true });
    }
  }

  /** Follows what happened to the page around. */
  settle() {
    if (!this.stands()) this.end('');
  }

  stands() {
    return this.host.isConnected;
  }
}

/** Puts `host` below an element's block: after the counter of a box, and out of labels and rows.
 * @param {HTMLElement} element @param {Element | null} counter @param {HTMLElement} host */
function placeBelow(element, counter, host) {
  const dialog = closestOf(element, DIALOG);
  let block = element.closest('label') ?? element;
  for (let parent = block.parentElement; parent && parent !== dialog; parent = parent.parentElement) {
    if (parent.querySelector('button, h2, input:not([type="hidden"])')) break;
    const { display, flexDirection } = getComputedStyle(parent);
    const row = /inline|grid/.test(display) || (display === 'flex' && flexDirection.startsWith('row'));
    const holdsCounter = counter && !block.contains(counter) && parent.contains(counter);
    if (row || holdsCounter || parent.nodeName === 'P') block = parent;
  }
  const stale = /** @type {any} */ (block.nextElementSibling); // Firefox: what a script left that an update has cut off
  if (stale?.openOrClosedShadowRoot?.querySelector('iframe[title="Connote"]')) stale.remove();
  block.after(host);
}
