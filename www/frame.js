// @ts-check
// The page inside the dialog's frame: opens the dialog that the address asks for, and leaves with it.
import { openDialog } from './dialog.js';
import { loadConnote } from './load.js';

const options = JSON.parse(new URLSearchParams(location.search).get('options') ?? '{}');
await loadConnote();
openDialog({ ...options, onSend: (text) => parent.postMessage({ sent: text }, location.origin) });
new MutationObserver(() => {
  if (!document.querySelector('[role="dialog"]')) frameElement?.remove();
}).observe(document.body, { childList: true });
