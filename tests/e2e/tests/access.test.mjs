// @ts-check
// Every surface can be used by everybody: axe finds nothing to say.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI } from '../lib/ui.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NOTE = 'Hi Ada, I would like to add you to my professional network. See https://glaze.example/tests';

/** A part of LinkedIn's page, which has the first heading. */
const INSIDE = { 'page-has-heading-one': { enabled: false } };

test('axe: the panel, with and without a note', async ({ open }) => {
  const dialog = await open();
  const panel = await dialog.panel();
  await clean(panel, INSIDE);
  await dialog.paste(NOTE);
  await poll('findings', () => panel.$(UI.fix));
  await clean(panel, INSIDE);
});

for (const name of ['popup', 'options', 'welcome']) {
  test(`axe: ${name}`, async ({ browser }) => {
    const page = await browser.extensionPage(`${name}.html`);
    await poll('the page', () => page.evaluate(() => (document.querySelector('#app')?.childElementCount ?? 0) > 0));
    await clean(page, {});
  });
}

/**
 * @param {import('puppeteer-core').Frame | import('puppeteer-core').Page} surface
 * @param {Record<string, { enabled: boolean }>} rules
 */
async function clean(surface, rules) {
  const violations = await surface.evaluate(async (source, given) => {
    const scope = /** @type {any} */ (globalThis);
    if (!scope.axe) (0, eval)(source);
    const { violations: found } = await scope.axe.run(document, { resultTypes: ['violations'], rules: given });
    return found.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.html).join(' | ')}`);
  }, AXE, rules);
  assert.deepEqual(violations, []);
}
