// @ts-check
// What the page's events lead to: a box is found and the panel put below it, a question met, the popup answered.
// Loaded last, after content.js.
'use strict';

const RETURNS = 3; // times that a removed panel is put back
const PAUSE = 3_600_000; // ms; a pause that would end later was stored under another clock

/** @type {Attachment | null} */
let attachment = null;
/** @type {typeof Attachment} what is put below a box, or merely follows it */
let Kind = Attachment;
/** @type {Nudge | null} */
let nudge = null;
let nudges = true; // whether the user wants it
/** @type {AbortController | null} alive while the user's consent is */
let watch = null;
/** @type {AbortController | null} alive while no box is ours: a key in one that is shall wake no more than it must */
let search = null;
let pausedUntil = 0; // ms since 1970
const isPaused = () => Date.now() < pausedUntil && pausedUntil <= Date.now() + PAUSE;
/** @type {WeakRef<Element> | null} the field that had the focus last */
let last = null;
/** Waits for a box in an invitation that has none, or has lost its. */
const awaiting = new MutationObserver(([record]) => {
  if (chrome.runtime?.id) consider(onlyBoxIn(closestOf(/** @type {Element} */ (record?.target), DIALOG)));
});
/** Dialogs that the user closed us in, or where something failed. @type {WeakSet<Element>} */
const left = new WeakSet();
/** @type {WeakMap<Element, number>} how often the panel was put below a box again, after the page had removed it */
const returned = new WeakMap();

/** @param {Element | null} target */
function arrive(target) {
  if (target?.nodeType !== 1) return;
  if (isField(target)) last = new WeakRef(target);
  if (boxAt(target)) return consider(target);
  const dialog = closestOf(target, INVITATION) && closestOf(target, DIALOG);
  if (!dialog || attachment) return;
  remember(dialog);
  awaiting.observe(dialog, { childList: true, subtree: true });
  if (nudges && Kind === Attachment) suggest(dialog);
}

/** Says what a note is worth, below the question whether to add one. @param {Element} dialog */
function suggest(dialog) {
  const text = /** @type {HTMLElement | null} */ (dialog.querySelector('strong') ?? dialog.querySelector('p'));
  if (!text || nudge || !isQuestion(dialog) || said.get(dialog) === nameIn(dialog)) return;
  nudge = new Nudge(dialog, text, (why) => {
    nudge = null;
    if (why && why !== CLOSED) console.debug('Connote:', why);
  });
  nudge.open();
}

/** Attaches to the box at `target`, if it is a note's. @param {EventTarget | null} target */
function consider(target) {
  const box = boxAt(target);
  // A page that replaces its box may focus the new one before its absence was noticed: the panel stays.
  if (box && attachment && !attachment.box.isConnected) attachment.settle();
  if (!box || box === attachment?.box || left.has(closestOf(box, DIALOG) ?? box)) return;
  if (judge(describe(box, isConnected())) === 'note') attach(box);
}

/** @param {HTMLElement} box */
function attach(box) {
  attachment?.end('');
  nudge?.end('');
  awaiting.disconnect();
  search?.abort();
  const made = new Kind(box, recipientOf(closestOf(box, DIALOG)), (why, back) => ended(made, why, back));
  attachment = made;
  made.open();
}

/** @param {Attachment} gone @param {string} why @param {boolean} back */
function ended({ box, dialog, field, recipient, sent, text, fingerprint }, why, back) {
  attachment = null;
  if (!chrome.runtime?.id) watch?.abort();
  if (why) left.add(dialog ?? box);
  if (why && why !== CLOSED) console.debug('Connote:', why);
  if (!box.isConnected) {
    keepDraft(field.read(), recipient, sent > 0);
    if (!why) boxLeft({ text: field.read() || text, recipient, dialog, sent, fingerprint });
  }
  const times = (returned.get(box) ?? 0) + 1;
  returned.set(box, times);
  if (!watch || watch.signal.aborted) return;
  seek();
  if (why || isPaused()) return;
  if (back && times <= RETURNS) consider(box);
  else if (dialog?.isConnected) awaiting.observe(dialog, { childList: true, subtree: true });
}

/** Attaches to the field that the user was in last, on the user's word, whatever it is taken for. Another frame may have
 * it: then this one is silent. */
function adopt() {
  const now = focused();
  const outside = frameElement && frameElement.ownerDocument.activeElement;
  if (now?.nodeName === 'IFRAME' || (outside && outside !== frameElement && isField(outside))) return null;
  const field = isField(now) ? now : last?.deref();
  if (!field?.isConnected) return null;
  const box = boxAt(field);
  const ok = box !== null && !closestOf(box, NEVER);
  if (ok) left.delete(closestOf(box, DIALOG) ?? box);
  if (ok && box !== attachment?.box) attach(box);
  return { type: 'adopted', ok: ok && attachment?.box === box };
}

/** @param {Element} target */
function clicked(target) {
  if (attachment) watchSend(attachment, target);
  remember(target);
}

/** @param {string} type @param {(target: any) => void} work @param {AbortController} life */
function listen(type, work, life) {
  window.addEventListener(type, (event) => {
    if (!chrome.runtime?.id) life.abort();
    else if (event.isTrusted && !isPaused()) work(event.composedPath()[0]);
  }, { capture: true, passive: true, signal: life.signal });
}

/** Looks at the boxes that the user writes in: one may turn out to be a note's only then. */
function seek() {
  search = new AbortController();
  listen('input', consider, search);
}

function start() {
  if (watch && !watch.signal.aborted) return;
  watch = new AbortController();
  listen('focusin', arrive, watch);
  listen('click', clicked, watch);
  seek();
}

function stop() {
  watch?.abort();
  search?.abort();
  awaiting.disconnect();
  attachment?.end('');
  nudge?.end('');
}

/** A pause needs no timer to end: the first event after it finds it over. @param {any} settings */
function follow(settings) {
  const kind = { page: Attachment, quiet: Quiet }[/** @type {string} */ (settings?.consent)];
  pausedUntil = Number(settings?.pausedUntil) || 0;
  nudges = !(Array.isArray(settings?.rulesOff) && settings.rulesOff.includes(NUDGE));
  if (!nudges) nudge?.end('');
  if (kind !== Kind || isPaused()) stop();
  if (!kind) return;
  Kind = kind;
  start();
  if (!isPaused() && !attachment) arrive(focused());
}

chrome.storage.onChanged.addListener((changes, area) => {
  if (area !== 'local') return;
  if (changes.memory) followMemory(changes.memory.newValue);
  if (changes.settings) follow(changes.settings.newValue);
});
chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  if (!watch || watch.signal.aborted || isPaused()) return;
  /** @param {object | null} given */
  const tell = (given) => given && answer(given); // a frame with nothing to tell leaves the answer to another
  attachment?.update();
  if (message?.type === 'connote:note') tell(attachment && attachment.note(true));
  if (message?.type === 'connote:where') tell(whereAmI(attachment?.box ?? null));
  if (message?.type === 'connote:adopt') tell(adopt());
  if (message?.type === 'connote:focus') (attachment ?? nudge)?.enterPanel();
  if (message?.type !== 'connote:edit' || !attachment) return;
  attachment.pen.edit(message, true).then(answer, () => answer(null));
  return true; // answered later
});
const read = () => chrome.runtime?.id && chrome.storage.local.get(['settings', 'memory']).then(({ settings, memory }) => {
  followMemory(memory);
  follow(settings);
}, () => {});
// A page that the browser kept while the user was elsewhere has not heard what was chosen meanwhile.
window.addEventListener('pageshow', ({ persisted }) => persisted && read(), { passive: true });
void read();
