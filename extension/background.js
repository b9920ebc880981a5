// @ts-check
// Opens the welcome page once, after the install; hands the keyboard's commands to the tab, and a quiet page's state to the
// toolbar. Holds no state.

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
