// @ts-check
// Nothing leaves the device, and no note is kept.

import assert from 'node:assert/strict';
import { ORIGIN } from '../server.mjs';
import { OWN_HOSTS } from '../browsers.mjs';
import { poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { UI, press } from '../lib/ui.mjs';

const NOTE = 'Hi Ada, your talk on kilns was a joy, and I would like to add you to my professional network. See https://glaze.example/tests';

/** What the page itself asks its site for. */
const PAGES_OWN = /^\/(preload\/custom-invite\/|fixtures\/|playground\/|favicon\.ico$)/;

test.fresh('no request leaves any page of ours, and no note is stored', async ({ browser, session, site, open }) => {
  site.requests.length = 0;
  site.strangers.clear();
  await press(session.welcome, UI.accept);
  const dialog = await open();
  const panel = await dialog.panel();
  await dialog.type(NOTE);
  await press(panel, UI.fix);
  const popup = await browser.popup(dialog.page);
  await popup.click(UI.use);
  await popup.close();
  const options = await browser.extensionPage('options.html');
  await poll('the options', () => options.$(UI.refuse));

  for (const surface of [session.welcome, options, panel]) {
    const leaked = await surface.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(() => true, () => false), `${ORIGIN}/leak`);
    assert.equal(leaked, false, 'a page of ours may not even try');
  }
  assert.deepEqual(site.requests.filter((path) => !PAGES_OWN.test(path)), []);
  assert.deepEqual([...site.strangers].filter((host) => !OWN_HOSTS[browser.kind].test(host)), []);
  const stored = JSON.stringify(await session.stored());
  for (const word of ['Ada', 'professional', 'glaze']) assert.ok(!stored.includes(word), `“${word}” is stored: ${stored}`);

  // The record is worth its silence only if it hears a request.
  const loose = await open({ csp: 'none' });
  await loose.page.evaluate(() => fetch('https://elsewhere.example/', { mode: 'no-cors' }).catch(() => undefined));
  assert.ok(site.strangers.has('elsewhere.example:443'));
});
