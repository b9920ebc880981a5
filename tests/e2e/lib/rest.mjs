// @ts-check
// What Connote does where nobody writes. Chromium alone: only its debugger tells.

import { pause, poll } from './poll.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {{ heap: number, nodes: number, listeners: number, frames: number }} Figures bytes, and how many */

const WARM_UP = 10;
const MARK = 'the watch begins';
const SETTLED = 50_000; // µs after the mark
const NOTE = 'Hi Ada, see https://glaze.example/tests by the way.';

/** What the browser's trace says when a script is loaded, or runs, and when a timer does. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'TimerFire', 'FireAnimationFrame', 'FireIdleCallback']);
const TIMER = new Set(['TimerInstall', 'TimerFire', 'RequestAnimationFrame', 'RequestIdleCallback']);

/** @typedef {{ script: number, timers: number, wasm: number }} Stirred milliseconds of script a second, and how often timers and wasm stirred */

/**
 * Watches a tab without a dialog.
 *
 * @param {Session} session
 * @param {number} seconds
 * @returns {Promise<Stirred>}
 */
export async function watched(session, seconds) {
  const { page } = await session.open({ wait: true });
  await page.bringToFront();
  await pause(1000);
  const idle = await watch(page, seconds);
  // The silence is worth something only if a timer would be heard.
  await page.evaluate(() => setInterval(() => document.title, 100));
  const busy = await watch(page, 1);
  if (busy.timers === 0 || busy.script === 0) throw new Error('the watch is deaf');
  await page.close();
  return idle;
}

/**
 * @param {Page} page
 * @param {number} seconds
 * @returns {Promise<Stirred>}
 */
async function watch(page, seconds) {
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
  return { script: script / seconds, timers: count((name) => TIMER.has(name)), wasm: count((name) => /wasm/i.test(name) && !name.startsWith('V8.GC')) };
}

/**
 * Opens dialogs and closes them again: each with a panel and underlines, or at step 1 with the line there.
 *
 * @param {Session} session
 * @param {number} dialogs
 * @param {1 | 2} [step]
 * @returns {Promise<{ before: Figures, more: Figures }>} what the page had when it was warm, and how much more in the end
 */
export async function grown(session, dialogs, step = 2) {
  const { page } = await session.open({ wait: true });
  const debug = await page.createCDPSession();
  await debug.send('Performance.enable');
  await page.evaluate(async (address) => {
    const { openDialog, closeDialog } = await import(address);
    Object.assign(window, { openDialog, closeDialog });
  }, '/playground/dialog.js');
  const once = async () => {
    await page.evaluate((text, at) => /** @type {any} */ (window).openDialog({ text, limit: 200, step: at }), NOTE, step);
    if (step === 2) await poll('underlines', async () => (await session.browser.inside(page, (root) => root.querySelectorAll('.ink > div').length)).some(Boolean));
    else await poll('the line', async () => (await session.browser.panels(page))[0]?.$('.nudge'));
    await page.evaluate(() => /** @type {any} */ (window).closeDialog());
    await poll('nothing of ours', async () => (await session.browser.inside(page, () => 1)).length === 0);
  };
  const counted = async () => {
    for (let round = 0; round < 3; round += 1) await debug.send('HeapProfiler.collectGarbage');
    const { metrics } = await debug.send('Performance.getMetrics');
    const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), frames: of('Frames') };
  };
  // What a closed dialog leaves to be collected may take its time: the figures count once they stand still.
  const figures = async () => {
    let last = await counted();
    return poll('the figures to stand still', async () => {
      await pause(200);
      const now = await counted();
      const isStill = now.nodes === last.nodes && now.listeners === last.listeners && now.frames === last.frames;
      last = now;
      return isStill ? now : null;
    });
  };
  for (let opening = 0; opening < WARM_UP; opening += 1) await once();
  const before = await figures();
  for (let opening = 0; opening < dialogs; opening += 1) await once();
  const after = await figures();
  await page.close();
  const more = { heap: after.heap - before.heap, nodes: after.nodes - before.nodes, listeners: after.listeners - before.listeners, frames: after.frames - before.frames };
  return { before, more };
}
