// @ts-check
// Shows the extension on a rebuilt dialog: node demo.mjs --browser chromium|firefox [--headless --screenshot DIR]

import { parseArgs } from 'node:util';
import { findBrowser } from './lib/find.mjs';
import { WWW, demandPackage } from './lib/paths.mjs';
import { takePictures } from './lib/pictures.mjs';
import { Session } from './lib/session.mjs';
import { ORIGIN, startSite } from './server.mjs';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
    screenshot: { type: 'string' },
  },
});
const kind = values.browser === 'firefox' ? 'firefox' : 'chromium';
console.log(`${kind}: ${findBrowser(kind)}`);
demandPackage();
const site = await startSite({ www: WWW });
try {
  if (values.screenshot !== undefined) {
    for (const file of await takePictures(kind, site, values.screenshot)) console.log(file);
  } else {
    await show();
  }
} finally {
  await site.close();
}

/** Opens a window as a new user has it: the welcome page in front, the dialog in the next tab. */
async function show() {
  const { browser, welcome } = await Session.start(kind, { site, headless: values.headless });
  await browser.openPage(`${ORIGIN}/playground/index.html`);
  await welcome.bringToFront();
  console.log(`The page at ${ORIGIN} is served by this machine; nothing of LinkedIn's is reached.`);
  console.log('Say on the welcome page whether Connote may work there, then turn to the other tab. Close the window to end.');
  await new Promise((resolve) => browser.raw.once('disconnected', resolve));
}
