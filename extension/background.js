// @ts-check
// Opens the welcome page once, after the install; hands the keyboard's commands to the tab, and a quiet page's state to the
// toolbar; keeps what the user wants remembered of a note that was sent; keeps settings the same in the user's browsers, once they
// switch that on. Holds no state but the wait for a pause in typing.

/** What the toolbar shows of a note in quiet mode. @type {Record<string, {text: string, title: string, color: string}>} */
const BADGES = {
  none: { text: '', title: 'Connote', color: '#0b6b67' },
  note: { text: '•', title: 'Connote: a note to check', color: '#0b6b67' },
  over: { text: '!', title: 'Connote: the note is too long', color: '#b3261e' },
};

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('welcome.html') });
});

chrome.commands.onCommand.addListener((command, tab) => {
  // A tab without our script has nobody to listen.
  if (tab?.id !== undefined) chrome.tabs.sendMessage(tab.id, { type: `connote:${command}` }).catch(() => {});
});

chrome.runtime.onMessage.addListener((message, { tab }) => {
  const badge = message?.type === 'connote:badge' && Object.hasOwn(BADGES, message.state) && BADGES[message.state];
  if (!badge || tab?.id === undefined) return;
  const { text, title, color } = badge;
  const tabId = tab.id;
  const { action } = chrome;
  // The tab may have closed meanwhile.
  Promise.all([action.setBadgeText({ tabId, text }), action.setTitle({ tabId, title }), action.setBadgeBackgroundColor({ tabId, color })]).catch(() => {});
});

/** Inside a part of a line, so that it stays one (`memory::sent` reads it). @type {Record<string, string>} */
const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** What `memory::fingerprint` writes; anything else would be a damaged line. */
const FINGERPRINT = /^[\w-]*\.[\w-]*$/;

/** The line that a note sent now is kept as: version, day, kind, fingerprint, outcome, recipient, text.
 * @param {unknown} fingerprint @param {unknown} recipient @param {unknown} text */
function lineOf(fingerprint, recipient, text) {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  const part = (/** @type {unknown} */ given) => (typeof given === 'string' ? given.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? '') : '');
  return ['1', day, 'note', part(fingerprint), 'waiting', part(recipient), part(text)].join('\t');
}

/** Keeps a note that was sent, under a key of its own: tabs that send at the same time cannot undo each other.
 * @param {any} message @param {chrome.tabs.Tab | undefined} tab */
async function remember({ fingerprint, recipient, text }, tab) {
  if (tab?.incognito !== false) return;
  const { memory } = await chrome.storage.local.get('memory');
  const wanted = Array.isArray(/** @type {any} */ (memory)?.keep) ? /** @type {any} */ (memory).keep : [];
  const hasHistory = wanted.includes('history');
  if (!['count', 'reuse', 'history'].some((word) => wanted.includes(word))) return;
  const kept = (/** @type {string} */ detail, /** @type {unknown} */ given) => (hasHistory && wanted.includes(detail) ? given : null);
  const entry = { [`sent:${crypto.randomUUID()}`]: lineOf(wanted.includes('reuse') && FINGERPRINT.test(fingerprint) ? fingerprint : '', kept('names', recipient), kept('texts', text)) };
  await chrome.storage.local.set(entry).catch(async () => {
    // No room: it waits in memory, the options say so and make room.
    await chrome.storage.session.set(entry);
    await chrome.action.setBadgeText({ text: '!' });
    await chrome.action.setTitle({ title: chrome.i18n.getMessage('memory_full') });
  });
}

chrome.runtime.onMessage.addListener((message, { tab }) => {
  if (message?.type === 'connote:sent') void remember(message, tab);
});

/** The settings that the browser's own account may carry: no word of a note, and no answer that is given in each browser. */
const SHARED = ['version', 'plan', 'limit', 'about', 'rulesOff', 'theme'];

/** What is typed changes settings with every key, and an account takes two writes a second at most: ms without a change before one. */
const CALM = 1000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let giving;

/** @param {any} settings @returns {Record<string, unknown>} in one order, so that two can be compared as text */
const shared = (settings) => Object.fromEntries(SHARED.filter((name) => settings?.[name] !== undefined).map((name) => [name, settings[name]]));

/** @param {any} one @param {any} other */
const isSame = (one, other) => JSON.stringify(shared(one)) === JSON.stringify(shared(other));

/** Gives the account what was changed here. @param {chrome.storage.StorageChange | undefined} turned the switch, when it was turned */
async function giveSettings(turned) {
  const { settings, sync } = await chrome.storage.local.get(['settings', 'sync']);
  if (turned?.oldValue === true && sync !== true) return chrome.storage.sync.remove('settings');
  if (sync !== true) return;
  const { settings: there } = await chrome.storage.sync.get('settings');
  if (turned && there) return takeSettings(there); // they were chosen in another browser: this one joins
  if (settings && !isSame(settings, there)) await chrome.storage.sync.set({ settings: shared(settings) });
}

/** Takes what was changed in another browser. @param {unknown} there */
async function takeSettings(there) {
  const { settings, sync } = await chrome.storage.local.get(['settings', 'sync']);
  if (sync !== true || !there || isSame(settings, there)) return;
  const own = Object.entries(settings ?? {}).filter(([name]) => !SHARED.includes(name));
  await chrome.storage.local.set({ settings: { ...Object.fromEntries(own), ...shared(there) } });
}

chrome.storage.onChanged.addListener((changes, area) => {
  const { settings, sync } = changes;
  // The account may be full or away: the next change is another try.
  if (area === 'local' && sync) giveSettings(sync).catch(() => {});
  else if (area === 'local' && settings) {
    clearTimeout(giving);
    giving = setTimeout(() => giveSettings(undefined).catch(() => {}), CALM);
  }
  if (area === 'sync' && settings) takeSettings(settings.newValue).catch(() => {});
});
