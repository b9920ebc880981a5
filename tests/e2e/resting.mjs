// @ts-check
// What Connote costs those who do not write: node resting.mjs [--seconds N] [--dialogs N]
//
// A tab without a dialog, watched for a minute: `resting script 0.00 ms`, `resting timers 0`, `resting wasm 0`. And 200 dialogs
// opened and closed: by how much the page's heap, its nodes and its listeners grew, against ten that warmed it up. Chromium
// alone: only its debugger tells.

import { parseArgs } from 'node:util';
import { demandPackage, WWW } from './lib/paths.mjs';
import { pause, poll } from './lib/poll.mjs';
import { Session } from './lib/session.mjs';
import { startSite } from './server.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const WARM_UP = 10;
const MARK = 'the watch begins';
const SETTLED = 50_000; // µs after the mark
const NOTE = 'Hi Ada, see https://glaze.example/tests by the way.';

/** What the browser's trace says when a script is loaded, or runs, and when a timer does. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'TimerFire', 'FireAnimationFrame', 'FireIdleCallback']);
const TIMER = new Set(['TimerInstall', 'TimerFire', 'RequestAnimationFrame', 'RequestIdleCallback']);

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, dialogs: { type: 'string', default: '200' } } });
demandPackage();
const site = await startSite({ www: WWW });
const session = await Session.start('chromium', { site });
await session.reset();
await watchIdle(Number(values.seconds));
await openMany(Number(values.dialogs));
await session.browser.close();
await site.close();

/** @param {number} seconds */
async function watchIdle(seconds) {
  const { page } = await session.open({ wait: true });
  await page.bringToFront();
  await pause(1000);
  const idle = await watched(page, seconds);
  console.log(`resting script ${(idle.script / seconds).toFixed(2)} ms a second over ${seconds} s`);
  console.log(`resting timers ${idle.timers}`);
  console.log(`resting wasm ${idle.wasm}`);
  // The silence is worth something only if a timer would be heard.
  await page.evaluate(() => setInterval(() => document.title, 100));
  const busy = await watched(page, 1);
  if (busy.timers === 0 || busy.script === 0) throw new Error('the watch is deaf');
  await page.close();
}

/**
 * @param {Page} page
 * @param {number} seconds
 * @returns {Promise<{ script: number, timers: number, wasm: number }>} milliseconds of script, and how often timers and wasm stirred
 */
async function watched(page, seconds) {
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-v8.compile', 'v8.wasm'] });
  // A mark tells which process is the page's, and what came before it was the mark's own doing.
  await page.evaluate((mark) => console.timeStamp(mark), MARK);
  await pause(seconds * 1000);
  const trace = await page.tracing.stop();
  /** @type {{ traceEvents: { name: string, pid: number, ts: number, dur?: number, args: any }[] }} */
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? new Uint8Array()).toString());
  const mark = traceEvents.find(({ name, args }) => name === 'TimeStamp' && args.data?.message === MARK);
  if (!mark) throw new Error('the trace has no mark');
  const mine = traceEvents.filter(({ pid, ts }) => pid === mark.pid && ts > mark.ts + SETTLED);
  const count = (/** @type {(name: string) => boolean} */ is) => mine.filter(({ name }) => is(name)).length;
  const script = mine.filter(({ name }) => SCRIPT.has(name)).reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
  return { script, timers: count((name) => TIMER.has(name)), wasm: count((name) => /wasm/i.test(name) && !name.startsWith('V8.GC')) };
}

/** @param {number} count */
async function openMany(count) {
  const { page } = await session.open({ wait: true });
  const debug = await page.createCDPSession();
  await debug.send('Performance.enable');
  await page.evaluate(async (address) => {
    const { openDialog, closeDialog } = await import(address);
    Object.assign(window, { openDialog, closeDialog });
  }, '/playground/dialog.js');
  const once = async () => {
    await page.evaluate((text) => /** @type {any} */ (window).openDialog({ text, limit: 200 }), NOTE);
    await poll('underlines', async () => (await session.browser.inside(page, (root) => root.querySelectorAll('.ink > div').length)).some(Boolean));
    await page.evaluate(() => /** @type {any} */ (window).closeDialog());
    await poll('nothing of ours', async () => (await session.browser.inside(page, () => 1)).length === 0);
  };
  const figures = async () => {
    for (let round = 0; round < 3; round += 1) await debug.send('HeapProfiler.collectGarbage');
    const { metrics } = await debug.send('Performance.getMetrics');
    const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), frames: of('Frames') };
  };
  for (let opening = 0; opening < WARM_UP; opening += 1) await once();
  const before = await figures();
  for (let opening = 0; opening < count; opening += 1) await once();
  const after = await figures();
  const more = ((after.heap / before.heap - 1) * 100).toFixed(1);
  console.log(`resting heap ${more} % more after ${count} dialogs (${(before.heap / 1e6).toFixed(2)} to ${(after.heap / 1e6).toFixed(2)} MB)`);
  for (const name of /** @type {const} */ (['nodes', 'listeners', 'frames'])) console.log(`resting ${name} ${after[name] - before[name]} more (${after[name]})`);
  await page.close();
}
