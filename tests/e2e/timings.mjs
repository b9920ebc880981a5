// @ts-check
// How long a user waits for the first warning: node timings.mjs [--browser chromium|firefox|both]
//
// A page is loaded, a click opens the dialog with a note in it, and the clock runs until the frame in which the first
// underline is painted. One line a browser: `first-warning chromium 93 ms (median of 15, 80 to 121)`.

import { parseArgs } from 'node:util';
import { kindsOf } from './lib/find.mjs';
import { pause, poll } from './lib/poll.mjs';
import { WWW, demandPackage } from './lib/paths.mjs';
import { Session } from './lib/session.mjs';
import { startSite } from './server.mjs';

const OPENINGS = 15;
const NOTE = "Hi Ada, I'd like to add you to my professional network on LinkedIn. See https://glaze.example/tests";

const { values } = parseArgs({ options: { browser: { type: 'string', default: 'both' } } });
const kinds = kindsOf(values.browser);
demandPackage();
const site = await startSite({ www: WWW });
for (const kind of kinds) {
  const session = await Session.start(kind, { site });
  await session.reset();
  const times = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) times.push(await firstWarning(session));
  times.sort((a, b) => a - b);
  const [least, median, most] = [times[0], times[OPENINGS >> 1], times.at(-1)].map((time) => Math.round(time ?? NaN));
  console.log(`first-warning ${kind} ${median} ms (median of ${OPENINGS}, ${least} to ${most})`);
  await session.browser.close();
}
await site.close();

/**
 * @param {Session} session
 * @returns {Promise<number>} milliseconds
 */
async function firstWarning(session) {
  const dialog = await session.open({ wait: true, text: NOTE });
  const { page } = dialog;
  // The content script starts when the page is idle; no user is faster.
  await pause(300);
  await page.click('h1');
  // The clock is put into the closed root long before the panel can have answered. Should it come late, the time
  // that it notes is too long, never too short.
  await poll('the root', async () => {
    const roots = await session.browser.inside(page, (root) => {
      const { documentElement, defaultView } = root.ownerDocument;
      const look = () => {
        if (root.querySelector('.ink > div')) documentElement.dataset.warned = String(performance.now());
        else defaultView?.requestAnimationFrame(look);
      };
      look();
      return true;
    });
    return roots.length > 0;
  });
  await poll('the first warning', () => page.evaluate(() => document.documentElement.dataset.warned));
  const time = await page.evaluate(() => {
    const { opened, warned } = document.documentElement.dataset;
    return Number(warned) - Number(opened);
  });
  await page.close();
  return time;
}
