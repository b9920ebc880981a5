// @ts-check
// Runs the extension's own content scripts on a plain web page. On LinkedIn's address the installed extension does.
import './shim.js';

/** Loads the scripts that the extension's manifest names, in their order. */
export async function loadConnote() {
  if (location.hostname === 'www.linkedin.com') return;
  for (const name of ['score.js', 'find.js', 'invitation.js', 'sent.js', 'underlines.js', 'writing.js', 'guest.js', 'content.js', 'nudge.js', 'quiet.js', 'page.js']) {
    const script = document.createElement('script');
    script.src = new URL(`connote/${name}`, import.meta.url).href;
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${name} is missing: build the playground with cargo xtask dist`));
      document.head.append(script);
    });
  }
}
