// @ts-check
// What is remembered of the notes that were sent: nothing until the user switches it on, then exactly what the switch says.

import assert from 'node:assert/strict';
import { LinkedIn } from '../lib/linkedin.mjs';
import { ADA, DECIDED, ROW, TEXT, everything, invite, lines, remembering, send, stubborn, today } from '../lib/memory.mjs';
import { pause, poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { press } from '../lib/ui.mjs';

test('memory: with everything off, no word of any note and no recipient is stored', async ({ session, browser }) => {
  const site = await LinkedIn.open(session);
  for (const consent of ['page', 'quiet']) {
    await session.store({ version: 1, consent });
    for (const mount of /** @type {const} */ (['shadow', 'frame', 'modal'])) {
      await send(site, { ...ROW, mount }, consent);
      await poll('the dialog to close', async () => (await site.ask('connote:where')) === null);
    }
    await invite(site, ROW, consent);
    await site.type(TEXT);
    await site.call('close');
    await site.sees({ sees: null, draft: TEXT });
  }
  const options = await browser.extensionPage('options.html');
  await poll('the memory', () => options.$('[data-key="keep-count"]'));
  await pause(DECIDED);
  const all = await everything(session);
  assert.deepEqual(Object.keys(all.local), ['settings']);
  for (const word of ['Ada', 'Lovelace', 'talk', 'engines', 'joy', 'sent:']) assert.ok(!JSON.stringify(all).includes(word), `“${word}” is stored: ${JSON.stringify(all)}`);
});

for (const [keep, stored] of /** @type {[string[], string[]][]} */ ([
  [['count'], ['', '']],
  [['history'], ['', '']],
  [['history', 'names'], [ADA, '']],
  [['history', 'texts'], ['', TEXT.replaceAll('\\', '\\\\')]],
  [['count', 'names', 'texts'], ['', '']],
])) {
  test(`memory: ${keep.join(' and ')} store what they say, and no more`, async ({ session }) => {
    await remembering(session, keep);
    const site = await LinkedIn.open(session);
    await send(site);
    await site.panels(0);
    assert.deepEqual(await lines(session, 1), [['1', await today(session), 'note', '', 'waiting', ...stored].join('\t')]);
  });
}

for (const mount of /** @type {const} */ (['light', 'frame'])) {
  test(`memory, ${mount}: a note counts once it is sent; what was cancelled or refused does not`, async ({ session }) => {
    await remembering(session, ['count']);
    const site = await LinkedIn.open(session);
    const row = { ...ROW, mount };
    /** @param {() => Promise<unknown>} end */
    const give = async (end) => {
      await site.type(TEXT);
      await end();
      await site.panels(0);
    };
    await invite(site, row);
    await give(() => site.call('close'));
    await invite(site, row);
    await give(() => site.clickAtRest('cancel'));
    // Send was refused and the dialog stayed: Escape, or another way out, is no sending.
    await invite(site, row);
    await stubborn(site);
    await give(async () => {
      await site.clickAtRest('send');
      await site.page.keyboard.press('Escape');
      await site.call('close');
    });
    await invite(site, row);
    await stubborn(site);
    await give(async () => {
      await site.clickAtRest('send');
      await site.clickAtRest('cancel');
    });
    await site.call('visit', row);
    await site.call('write', { ...row, wall: 'weekly' });
    await site.panels(1);
    await give(() => site.clickAtRest('send'));
    await pause(DECIDED);
    assert.deepEqual(await lines(session, 0), []);
    await invite(site, row);
    await give(() => site.clickAtRest('send'));
    await lines(session, 1);
    await pause(DECIDED);
    await lines(session, 1);
  });
}

test('memory: quietly, too, a note counts', async ({ session }) => {
  const site = await LinkedIn.open(session);
  await remembering(session, ['count'], 'quiet');
  await send(site, ROW, 'quiet');
  await lines(session, 1);
});

test('memory: a page that is left right after Send has told of it', async ({ session }) => {
  await remembering(session, ['count']);
  const site = await LinkedIn.open(session);
  await send(site);
  await site.panels(0);
  await site.page.goto('about:blank');
  await lines(session, 1);
});

test('memory: what the page makes up counts nothing', async ({ session }) => {
  await remembering(session, ['count']);
  const site = await LinkedIn.open(session);
  await invite(site, ROW);
  await site.type(TEXT);
  await site.page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-test="send"]')).click());
  await site.panels(0);
  await pause(DECIDED);
  await lines(session, 0);
});

test('memory: tabs that send at the same time lose nothing', async ({ session }) => {
  await remembering(session, ['history', 'names']);
  const sites = [await LinkedIn.open(session), await LinkedIn.open(session)];
  for (let round = 1; round <= 2; round += 1) {
    for (const site of sites) {
      await site.page.bringToFront();
      await send(site);
    }
    await lines(session, round * sites.length);
  }
});

test('memory: the options switch it on, count, mark, hand out and erase', async ({ session, browser }) => {
  const options = await browser.extensionPage('options.html');
  await press(options, '[data-key="keep-count"]');
  await press(options, '[data-key="keep-history"]');
  await press(options, '[data-key="keep-names"]');
  await poll('the choice', async () => /** @type {any} */ ((await session.stored()).memory)?.keep?.join() === 'count,history,names');
  const site = await LinkedIn.open(session);
  await send(site);
  const [line] = await lines(session, 1);
  await options.bringToFront();
  const says = (/** @type {string} */ selector, /** @type {string} */ words) => poll(`“${words}” in ${selector}`, () => options.$eval(selector, (element, wanted) => element.textContent?.includes(wanted), words));
  await says('[data-key="counted"]', 'This month: 1');
  await says('[data-key="history"]', ADA);

  const select = await poll('the outcome', () => options.$('[data-key^="outcome-"]'));
  await select.focus();
  await options.keyboard.press('ArrowDown');
  assert.deepEqual(await poll('the mark', async () => (await lines(session, 1))[0] !== line && lines(session, 1)), [line?.replace('waiting', 'accepted')]);
  await says('[data-key="accepted"]', 'Accepted: 1 of 1 that you marked');

  await options.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (/** @type {any} */ blob) => {
      void blob.text().then((/** @type {string} */ text) => (document.body.dataset.file = text));
      return make(blob);
    };
    // A file of a test is not to be kept.
    HTMLAnchorElement.prototype.click = () => {};
  });
  await press(options, '[data-key="export-csv"]');
  const day = await today(session);
  await poll('the file', async () => (await options.evaluate(() => document.body.dataset.file)) === `day,note,outcome,recipient,text\r\n${day},yes,accepted,${ADA},\r\n`);

  await press(options, '[data-key="keep-names"]');
  await press(options, '[data-key="erase-yes"]');
  await poll('the name to go', async () => !JSON.stringify(await everything(session)).includes('Ada'));
  await press(options, '[data-key="erase"]');
  await press(options, '[data-key="erase-not"]');
  await lines(session, 1);
  await press(options, '[data-key="erase"]');
  await press(options, '[data-key="erase-yes"]');
  await lines(session, 0);
  await says('[data-key="counted"]', 'This month: 0');
});

test('memory: a damaged record is named and harms no other', async ({ session, browser }) => {
  await remembering(session, ['history']);
  const day = await today(session);
  await session.welcome.evaluate((good) => chrome.storage.local.set({ 'sent:good': good, 'sent:torn': good.slice(0, 9), 'sent:odd': { a: 1 } }), `1\t${day}\tnote\t\twaiting\t\t`);
  const options = await browser.extensionPage('options.html');
  const text = () => options.$eval('.memory', (element) => element.textContent ?? '');
  await poll('the damage', async () => /sent:odd.*sent:torn|sent:torn.*sent:odd/.test(await text()));
  assert.match(await text(), /This month: 1/);
  assert.equal(Object.keys((await everything(session)).local).filter((key) => key.startsWith('sent:')).length, 3, 'nothing goes by itself');
  await press(options, '[data-key="discard"]');
  await lines(session, 1);
});

test('memory: a full storage says so and loses nothing', async ({ session, browser, note }) => {
  if (browser.kind === 'firefox') return note('Firefox gives an extension the disk: it cannot be filled here');
  await remembering(session, ['count']);
  await session.welcome.evaluate(async () => {
    for (let size = 500_000, at = 0; size >= 1; size = Math.floor(size / 2)) {
      while (await chrome.storage.local.set({ [`fill${at}`]: 'x'.repeat(size) }).then(() => true, () => false)) at += 1;
    }
  });
  const site = await LinkedIn.open(session);
  await send(site);
  await poll('the toolbar to say so', () => session.welcome.evaluate(async () => (await chrome.action.getBadgeText({})) === '!'));
  const options = await browser.extensionPage('options.html');
  await poll('the warning', () => options.$('.memory [role="alert"]'));
  assert.match(await options.$eval('.memory', (element) => element.textContent ?? ''), /This month: 1/);
  await session.welcome.evaluate(async () => {
    await chrome.storage.local.remove(Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('fill')));
    await chrome.action.setBadgeText({ text: '' });
    await chrome.action.setTitle({ title: '' });
  });
  await options.reload();
  await lines(session, 1);
  await poll('the way out of memory', async () => Object.keys((await everything(session)).session).length === 0);
});

test('memory: the background keeps nothing of a private window', async ({ session, browser }) => {
  // Neither driver opens a private window in which an extension may work, so the background is told of one.
  await remembering(session, ['count', 'history', 'names', 'texts']);
  const told = { recipient: ADA, text: TEXT };
  const tell = async (/** @type {boolean} */ incognito) => {
    if (browser.kind === 'firefox') {
      await session.welcome.evaluate(async (message, tab) => (/** @type {any} */ (await chrome.runtime.getBackgroundPage())).remember(message, tab), told, { incognito });
      return;
    }
    await session.welcome.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined)); // wakes it
    const target = await browser.raw.waitForTarget((one) => one.type() === 'service_worker');
    await (await target.worker())?.evaluate((message, tab) => /** @type {any} */ (globalThis).remember(message, tab), told, { incognito });
  };
  await tell(true);
  await lines(session, 0);
  await tell(false);
  await lines(session, 1);
});
