// @ts-check
// Runs the end-to-end tests: node run.mjs [--browser chromium|firefox|both] [--only WORDS|WORDS] [--table] [--repeat N] [--headed]
//
// Each test runs once in each browser, or N times: every failure counts. There are no second tries: a test that fails now
// and then is a bug.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { kindsOf } from './lib/find.mjs';
import { HERE, PICTURES, WWW, demandPackage } from './lib/paths.mjs';
import { Session } from './lib/session.mjs';
import { declared, inFile } from './lib/suite.mjs';
import { startSite } from './server.mjs';

/** How long one test may take, in milliseconds. */
const LIMIT = 60_000;

/** The fixture table: the files that go through every place where a note is written, in every language, and every box that is none. */
const TABLE = ['others', 'pages', 'places', 'score', 'walls'];

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'both' },
    only: { type: 'string', default: '' },
    table: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '1' },
    headed: { type: 'boolean', default: false },
  },
});

const kinds = kindsOf(values.browser);

demandPackage();
for (const name of fs.readdirSync(path.join(HERE, 'tests')).sort()) {
  if (!name.endsWith('.test.mjs')) continue;
  inFile(name.replace('.test.mjs', ''));
  await import(`./tests/${name}`);
}
const chosen = declared.filter(({ name, file }) => values.only.split('|').some((words) => name.includes(words)) && (!values.table || TABLE.includes(file)));
const site = await startSite({ www: WWW });
let passed = 0;
/** @type {Map<string, number>} how often each test failed */
const failures = new Map();
for (const kind of kinds) {
  for (let round = 0; round < Number(values.repeat); round += 1) {
    /** @type {Session | undefined} a round's own, as if it were the only one */
    let shared;
    for (const test of chosen) {
      const start = () => Session.start(kind, { site, headless: !values.headed });
      const session = test.fresh ? await start() : (shared ??= await start());
      if (!test.fresh) await session.reset();
      const error = await runOne(kind, test, session);
      if (error === null) passed += 1;
      else failures.set(`${kind} ${test.name}`, (failures.get(`${kind} ${test.name}`) ?? 0) + 1);
      if (test.fresh) await session.browser.close();
    }
    await shared?.browser.close();
    if (Number(values.repeat) > 1) console.log(`round ${round + 1} of ${values.repeat} in ${kind}: ${failures.size} tests have failed so far`);
  }
}
await site.close();
for (const [name, times] of failures) console.log(`failed ${times} of ${values.repeat}: ${name}`);
const failed = [...failures.values()].reduce((sum, times) => sum + times, 0);
console.log(`${passed} passed, ${failed} failed: ${chosen.length} tests, ${kinds.length} browsers, ${values.repeat} times`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/**
 * @param {string} kind
 * @param {import('./lib/suite.mjs').Declared} test
 * @param {Session} session
 * @returns {Promise<unknown>} what went wrong, or null
 */
async function runOne(kind, test, session) {
  const begin = performance.now();
  /** @type {string[]} */
  const notes = [];
  /** @type {unknown} */
  let error = null;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${LIMIT} ms`)), LIMIT);
  });
  try {
    const given = {
      session,
      browser: session.browser,
      site,
      open: session.open.bind(session),
      speaking: (/** @type {string} */ locale) => Session.speaking(session.browser.kind, { site }, locale),
      crippled: (/** @type {string} */ missing) => Session.crippled(session.browser.kind, { site }, missing),
      note: notes.push.bind(notes),
    };
    await Promise.race([test.run(given), late]);
  } catch (thrown) {
    error = thrown;
  }
  clearTimeout(timer);
  const took = Math.round(performance.now() - begin);
  console.log([error === null ? 'ok  ' : 'FAIL', kind.padEnd(8), `${took} ms`.padStart(8), test.name, ...notes.map((note) => `· ${note}`)].join(' '));
  if (error !== null) {
    console.log(error instanceof Error ? (error.stack ?? error.message) : error);
    await picture(kind, test.name, session);
  }
  return error;
}

/**
 * Saves what every tab showed.
 *
 * @param {string} kind
 * @param {string} name
 * @param {Session} session
 */
async function picture(kind, name, session) {
  fs.mkdirSync(PICTURES, { recursive: true });
  const pages = await session.browser.raw.pages().catch(() => []);
  for (const [index, page] of pages.entries()) {
    if (page === session.welcome && pages.length > 1) continue;
    const file = path.join(PICTURES, `${kind}-${name.replace(/\W+/g, '-')}-${index}.png`);
    const data = await page.screenshot().catch(() => null);
    if (data) {
      fs.writeFileSync(file, data);
      console.log(`     see ${file}`);
    }
  }
}
