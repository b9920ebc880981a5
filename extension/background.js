// @ts-check
// Opens the welcome page once, after the install. Holds no state and does nothing else.
chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('welcome.html') });
});
