// @ts-check
// What Connote costs those who do not write: node resting.mjs [--seconds N] [--dialogs N]
//
// A tab without a dialog, watched for a minute: `resting script 0.00 ms`, `resting timers 0`, `resting wasm 0`. And 200 dialogs
// opened and closed: by how much the page's heap, its nodes and its listeners grew, against ten that warmed it up. Chromium
// alone: only its debugger tells.

import { parseArgs } from 'node:util';
import { demandPackage, WWW } from './lib/paths.mjs';
import { grown, watched } from './lib/rest.mjs';
import { Session } from './lib/session.mjs';
import { startSite } from './server.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, dialogs: { type: 'string', default: '200' } } });
demandPackage();
const site = await startSite({ www: WWW });
const session = await Session.start('chromium', { site });
await session.reset();
const idle = await watched(session, Number(values.seconds));
console.log(`resting script ${idle.script.toFixed(2)} ms a second over ${values.seconds} s`);
console.log(`resting timers ${idle.timers}`);
console.log(`resting wasm ${idle.wasm}`);
const { before, more } = await grown(session, Number(values.dialogs));
const percent = (more.heap / before.heap) * 100;
console.log(`resting heap ${percent.toFixed(1)} % more after ${values.dialogs} dialogs (from ${(before.heap / 1e6).toFixed(2)} MB)`);
for (const name of /** @type {const} */ (['nodes', 'listeners', 'frames'])) console.log(`resting ${name} ${more[name]} more (${before[name]} before)`);
await session.browser.close();
await site.close();
