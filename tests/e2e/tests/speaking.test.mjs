// @ts-check
// Every surface in other languages: said in full, in its direction, and nowhere wider than a narrow window.

import assert from 'node:assert/strict';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI, press } from '../lib/ui.mjs';

/** @typedef {import('puppeteer-core').Frame | import('puppeteer-core').Page} Surface */

const NOTE = 'Hi Ada, your talk on kilns was a joy, and I would like to add you to my professional network. See https://glaze.example/tests';

/** As narrow as a phone, in CSS pixels. */
const NARROW = { width: 320, height: 1200 };

for (const [locale, dir] of /** @type {const} */ ([['de', 'ltr'], ['pl', 'ltr'], ['ar', 'rtl']])) {
  test(`${locale}: every surface speaks it, and fits into ${NARROW.width} pixels`, async ({ speaking }) => {
    const session = await speaking(locale);
    try {
      for (const name of ['welcome', 'options', 'popup']) {
        const page = await session.browser.extensionPage(`${name}.html`);
        await page.setViewport(NARROW);
        await poll('the page', () => page.evaluate(() => (document.querySelector('#app')?.childElementCount ?? 0) > 0));
        if (name === 'options') await poll('the rules', () => page.$('[data-key="rule-shouting"]'));
        // The browser gives the popup the width that it asks for; on a phone it has the screen's.
        if (name === 'popup') await page.evaluate(() => { document.body.style.width = 'auto'; });
        await check(page, name, locale, dir);
        await page.close();
      }
      await session.reset();
      const question = await session.open({ step: 1 });
      await question.page.setViewport(NARROW);
      const line = await question.panel();
      await poll('the line', () => line.$('.nudge'));
      await check(line, 'the line at step 1', locale, dir);
      await question.page.close();
      const dialog = await session.open();
      await dialog.page.setViewport(NARROW);
      const panel = await dialog.panel();
      await check(panel, 'the panel without a note', locale, dir);
      await dialog.paste(NOTE);
      await poll('findings', () => panel.$(UI.finding));
      for (const part of ['[data-key="checklist"]', '[data-key="rewrites"]']) {
        await panel.$eval(part, (button) => button.scrollIntoView({ block: 'center' }));
        await press(panel, part);
      }
      await poll('rewrites', () => panel.$(UI.use));
      await check(panel, 'the panel', locale, dir);
    } finally {
      await session.browser.close();
    }
  });
}

/**
 * @param {Surface} surface
 * @param {string} name
 * @param {string} locale
 * @param {string} dir
 */
async function check(surface, name, locale, dir) {
  const { lang, direction, keys, wide } = await surface.evaluate(() => {
    const shown = [...document.body.querySelectorAll('*')].filter((element) => element.getClientRects().length > 0 && !element.closest('.visually-hidden, .preview'));
    const spills = (/** @type {Element} */ element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > innerWidth + 1 || (element.matches('button, label, h1, h2, h3') && element.scrollWidth > element.clientWidth + 1);
    };
    return {
      lang: document.documentElement.lang,
      direction: getComputedStyle(document.body).direction,
      keys: (document.body.textContent ?? '').match(/\b[a-z]+_[a-z_]+\b/g) ?? [],
      wide: shown.filter(spills).map((element) => `${element.tagName}.${element.className}: ${element.textContent}`),
    };
  });
  assert.deepEqual({ lang, direction }, { lang: locale, direction: dir }, name);
  assert.deepEqual(keys, [], `${name} shows the names of texts`);
  assert.deepEqual(wide, [], `${name} is too wide`);
}
