// @ts-check
// The playground on an address where the extension has no say: its pages bring their own stand-in for the browser's interface.

import assert from 'node:assert/strict';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI } from '../lib/ui.mjs';

// A native modal dialog lies over the samples: it is for hands that type.
for (const mount of ['light', 'shadow', 'frame']) {
  test(`playground without the extension: ${mount}: a note is judged`, async ({ browser, site }) => {
    const page = await browser.openPage(`${site.plain}/playground/`);
    try {
      await page.select('select[name="mount"]', mount);
      await page.click('#samples button:nth-of-type(3)');
      // The sample opens another dialog, with another panel.
      const finding = await poll('a finding', () => page.frames().findLast((frame) => frame.url().endsWith('/panel.html'))?.$(UI.finding));
      const counter = await finding.evaluate((element, selector) => element.ownerDocument.querySelector(selector)?.textContent, UI.counter);
      assert.match(counter ?? '', /^\d+ left$/);
    } finally {
      await page.close();
    }
  });
}
