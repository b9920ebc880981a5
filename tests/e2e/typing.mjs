// @ts-check
// What Connote costs a typist: node typing.mjs [--browser chromium|firefox|both] [--rounds N]
//
// The same keys go into the same note in a browser with the extension and in one without, key by key in turns, each of the
// two first in every other round, so that whatever else the machine does slows both. A key's time is that from the event until the
// frame that shows it is done. What is printed is the difference, at the median and at the 95th percentile of all rounds' keys:
// `typing chromium-300-p50 0.4 ms more (with 17.1, without 16.7; rounds 0.3, 0.4, 0.6)`. Chromium's page runs on a processor four
// times slower, the panel, in a process of its own, on the machine's; Firefox knows no such brake.

import { parseArgs } from 'node:util';
import { launch } from './browsers.mjs';
import { Dialog } from './lib/dialog.mjs';
import { kindsOf } from './lib/find.mjs';
import { demandPackage, WWW } from './lib/paths.mjs';
import { pause, poll } from './lib/poll.mjs';
import { Session } from './lib/session.mjs';
import { startSite } from './server.mjs';

/** @typedef {import('./browsers.mjs').Browser} Browser */

const SLOWER = 4;

/** 77 keys, with something to find among them. */
const KEYS = 'I would love to pick your brain on glazes, see https://glaze.example by chance.';

/** What the note says before, again and again: all of it with underlines. */
const SENTENCE = 'My glazes are at https://glaze.example/tests by the way. ';

/** Milliseconds between keys, and after a word: time enough for the note to be judged and drawn while the next key comes. */
const BETWEEN = 25;
const AFTER_WORD = 200;

const { values } = parseArgs({ options: { browser: { type: 'string', default: 'both' }, rounds: { type: 'string', default: '5' } } });
const kinds = kindsOf(values.browser);
demandPackage();
const site = await startSite({ www: WWW });
for (const kind of kinds) {
  const session = await Session.start(kind, { site });
  await session.reset();
  const having = session.browser;
  const lacking = await launch(kind, { site, extension: null });
  for (const units of [300, 1000]) {
    /** @type {[number[], number[]][]} */
    const times = [];
    for (let round = 0; round < Number(values.rounds); round += 1) times.push(await typed([having, lacking], units, round));
    const [ours, bare] = [0, 1].map((which) => times.flatMap((round) => round[which] ?? []));
    for (const [name, at] of /** @type {const} */ ([['p50', 0.5], ['p95', 0.95]])) {
      const more = (/** @type {number[]} */ a = [], /** @type {number[]} */ b = []) => (percentile(a, at) - percentile(b, at)).toFixed(1);
      const [withUs, without] = [ours, bare].map((all = []) => percentile(all, at).toFixed(1));
      const all = times.map((round) => more(...round)).join(', ');
      console.log(`typing ${kind}-${units}-${name} ${more(ours, bare)} ms more (with ${withUs}, without ${without}; rounds ${all})`);
    }
  }
  await Promise.all([having.close(), lacking.close()]);
}
await site.close();

/**
 * @param {[Browser, Browser]} browsers
 * @param {number} units how long the note is before
 * @param {number} round an odd one begins with the other browser
 * @returns {Promise<[number[], number[]]>} milliseconds, one a key, for each browser
 */
async function typed(browsers, units, round) {
  const [ours, bare] = [await prepared(browsers[0], units), await prepared(browsers[1], units)];
  await pause(500);
  for (const key of KEYS) {
    for (const page of round % 2 ? [bare, ours] : [ours, bare]) {
      await page.keyboard.press(/** @type {any} */ (key));
      await pause(BETWEEN);
    }
    if (key === ' ') await pause(AFTER_WORD);
  }
  const times = [await timesOf(ours), await timesOf(bare)];
  await Promise.all([ours.close(), bare.close()]);
  return /** @type {[number[], number[]]} */ (times);
}

/**
 * A page with the note, the caret at its end, that takes down the time of each key.
 *
 * @param {Browser} browser
 * @param {number} units
 */
async function prepared(browser, units) {
  const text = SENTENCE.repeat(Math.ceil(units / SENTENCE.length)).slice(0, units);
  const dialog = await Dialog.open(browser, { limit: units + 200, text });
  const { page } = dialog;
  if (browser.base !== null) await poll('the first underlines', async () => (await dialog.marks()).length > 0);
  if (browser.kind === 'chromium') await page.emulateCPUThrottling(SLOWER);
  await dialog.box((box) => {
    box.setSelectionRange(box.value.length, box.value.length);
    const { port1, port2 } = new MessageChannel();
    /** @type {number[]} */
    const waiting = [];
    /** @type {number[]} */
    const times = (/** @type {any} */ (window).times = []);
    // A message that is sent in a frame arrives after it was drawn.
    port1.onmessage = () => waiting.splice(0).forEach((begin) => times.push(performance.now() - begin));
    box.addEventListener('keydown', (event) => {
      waiting.push(event.timeStamp);
      requestAnimationFrame(() => port2.postMessage(0));
    });
  });
  await dialog.focus();
  return page;
}

/** @param {import('puppeteer-core').Page} page */
function timesOf(page) {
  return poll('all keys', async () => {
    const found = await page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).times));
    return found.length === KEYS.length ? found : null;
  });
}

/**
 * @param {number[]} list
 * @param {number} at between 0 and 1
 */
function percentile(list, at) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? NaN;
}
