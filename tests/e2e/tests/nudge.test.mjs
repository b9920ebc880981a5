// @ts-check
// Step 1: a line of ours says what a note is worth, and the question is answered as if it were not there.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { EXTENSION } from '../lib/paths.mjs';
import { LinkedIn } from '../lib/linkedin.mjs';
import { pause, poll } from '../lib/poll.mjs';
import { test } from '../lib/suite.mjs';
import { press } from '../lib/ui.mjs';

/** @typedef {import('../lib/dialog.mjs').Dialog} Dialog */

const MOUNTS = /** @type {const} */ (['light', 'shadow', 'frame', 'modal']);
const ADD = 'Add a note';
const HIDE = '[data-key="hide"]';
const NEVER = '[data-key="never-again"]';

/** Long enough for a line to come, many times over. */
const LONG = 700;

/** @type {import('../pages/invitation.js').Row} */
const ROW = { place: 'profile', mount: 'light', lang: 'en' };

for (const mount of MOUNTS) {
  test(`nudge, ${mount}: it names the recipient, takes no focus and moves no button, and the step works`, async ({ open }) => {
    const dialog = await open({ mount, step: 1 });
    await says(dialog, 'tell Ada Lovelace how you know each other');
    assert.equal(await focused(dialog), ADD);
    const { keyboard } = dialog.page;
    await keyboard.press('Tab');
    assert.equal(await focused(dialog), 'Send without a note');
    await keyboard.down('Shift');
    await keyboard.press('Tab');
    await keyboard.up('Shift');
    assert.equal(await focused(dialog), ADD);
    await keyboard.press('Enter');
    await dialog.find();
    const panel = await poll('the panel of the box', async () => {
      const panels = await dialog.browser.panels(dialog.page);
      const [panel] = panels;
      return panels.length === 1 && (await panel?.$('[data-key="counter"]')) ? panel : null;
    });
    assert.equal(await panel.$('.nudge'), null);
    assert.equal(await dialog.traces(), 2, 'one host, one panel');
  });

  test(`nudge, ${mount}: Escape on it closes it alone, and gives the focus back`, async ({ open }) => {
    const dialog = await open({ mount, step: 1 });
    await says(dialog, 'tell Ada Lovelace');
    const panel = await dialog.panel();
    await panel.focus(HIDE);
    await dialog.page.keyboard.press('Escape');
    await poll('it to go', async () => (await dialog.traces()) === 0);
    await poll('the focus to be back', async () => (await focused(dialog)) === ADD);
    await dialog.page.keyboard.press('Escape');
    await poll('the dialog to close, by the page’s own Escape', async () => (await focused(dialog)) !== ADD);
  });
}

test('nudge: it is closed by a click, stays away from this dialog, and is there in the next', async ({ session, open }) => {
  const dialog = await open({ step: 1 });
  await says(dialog, 'tell Ada Lovelace');
  await press(await dialog.panel(), HIDE);
  await poll('it to go', async () => (await dialog.traces()) === 0);
  await poll('the focus to be back', async () => (await focused(dialog)) === ADD);
  await dialog.page.keyboard.press('Tab');
  await pause(LONG);
  assert.equal(await dialog.traces(), 0);
  assert.deepEqual(await session.stored(), { settings: { version: 1, consent: 'page' } });
  await says(await open({ step: 1 }), 'tell Ada Lovelace');
});

test('nudge: “Don’t show again” is kept until the options take it back', async ({ session, browser, open }) => {
  const dialog = await open({ step: 1 });
  await says(dialog, 'tell Ada Lovelace');
  await press(await dialog.panel(), NEVER);
  await poll('it to go', async () => (await dialog.traces()) === 0);
  assert.equal(await focused(dialog), ADD);
  assert.deepEqual(/** @type {any} */ ((await session.stored()).settings).rulesOff, ['empty-invitation']);
  const next = await open({ step: 1 });
  await pause(LONG);
  assert.equal(await next.traces(), 0);
  const options = await browser.extensionPage('options.html');
  await press(options, '[data-key="on-empty-invitation"]');
  await next.page.bringToFront();
  await says(next, 'tell Ada Lovelace');
  await options.bringToFront();
  await press(options, '[data-key="rule-empty-invitation"]');
  await poll('it to go', async () => (await next.traces()) === 0);
});

test('nudge: it names nobody whom the page does not name, and counts the notes that the page counts', async ({ session, open }) => {
  await session.store({ version: 1, consent: 'off' });
  const dialog = await open({ step: 1 });
  await poll('the question', () => dialog.page.$('.artdeco-modal strong'));
  await dialog.page.evaluate(() => {
    const sentence = document.querySelector('.artdeco-modal__content p');
    sentence?.replaceChildren('Would you like to add a note?');
    const left = document.createElement('p');
    left.textContent = '3 personalized invitations remaining for this month.';
    sentence?.after(left);
  });
  await session.store({ version: 1, consent: 'page' });
  const words = await says(dialog, 'tell them how you know each other');
  assert.ok(words.includes('3 notes left'), words);
});

test('nudge: it says another name when the page asks about somebody else in the same dialog', async ({ open }) => {
  const dialog = await open({ step: 1 });
  await says(dialog, 'tell Ada Lovelace');
  await dialog.page.evaluate(() => {
    const name = document.querySelector('.artdeco-modal strong');
    if (name) name.textContent = 'Grace Hopper';
  });
  await poll('the old one to go', async () => (await dialog.traces()) === 0);
  await dialog.page.keyboard.press('Tab');
  await says(dialog, 'tell Grace Hopper');
});

for (const [when, settings] of Object.entries({
  'in quiet mode': { version: 1, consent: 'quiet' },
  'before consent': null,
  'while it is off': { version: 1, consent: 'off' },
  'during a pause': { version: 1, consent: 'page', pausedUntil: 'soon' },
})) {
  test(`nudge: nothing ${when}`, async ({ session, open }) => {
    await session.store(settings && 'pausedUntil' in settings ? { ...settings, pausedUntil: Date.now() + 1_800_000 } : settings);
    const dialog = await open({ step: 1 });
    await dialog.page.keyboard.press('Tab');
    await pause(LONG);
    assert.equal(await dialog.traces(), 0);
    await session.store({ version: 1, consent: 'page' });
    await says(dialog, 'tell Ada Lovelace');
    if (settings === null) return;
    await session.store({ ...settings, pausedUntil: when === 'during a pause' ? Date.now() + 1_800_000 : undefined });
    await poll('it to go at once', async () => (await dialog.traces()) === 0);
  });
}

test('nudge: nothing at a wall, in a dialog that asks for an address, or for a made-up event', async ({ session }) => {
  const site = await LinkedIn.open(session);
  for (const wall of /** @type {const} */ (['email', 'weekly'])) {
    await site.call('visit', { ...ROW, wall });
    await site.click('connect');
    await pause(LONG);
    assert.equal(await site.call('hosts'), 0, wall);
    await site.call('close');
  }
  await site.call('visit', { ...ROW, wall: 'upsell' });
  await site.click('connect');
  await site.panels(1);
  await site.click('add');
  await site.sees({ sees: 'notes-used-up' });
  assert.equal(await site.call('hosts'), 0, 'the offer');
  await site.call('close');
  await site.page.evaluate(() => {
    const dialog = document.createElement('div');
    dialog.className = 'send-invite';
    dialog.setAttribute('role', 'dialog');
    const [text, name, button] = ['p', 'strong', 'button'].map((tag) => document.createElement(tag));
    text?.append(name ?? '');
    name?.append('Ada');
    dialog.append(text ?? '', button ?? '');
    document.body.append(dialog);
    for (const type of ['focusin', 'click', 'input']) button?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  });
  await pause(LONG);
  assert.equal(await site.call('hosts'), 0, 'a script’s event');
});

for (const width of [320, 1000]) {
  test(`nudge: at ${width} pixels no button moves away while it loads, and every language fits`, async ({ open, note }) => {
    const dialog = await open({ wait: true });
    await dialog.page.setViewport({ width, height: 900 });
    await dialog.page.evaluate(async (address) => {
      const { openDialog } = await import(address);
      openDialog({ step: 1, recipient: 'Maximiliane Wolkenstein-Rodenegg' });
    }, '/playground/dialog.js');
    const top = () => dialog.page.evaluate(() => document.querySelector('.artdeco-modal__actionbar')?.getBoundingClientRect().top ?? 0);
    const at = await top();
    await says(dialog, 'Maximiliane');
    const panel = await dialog.panel();
    await poll('its height', async () => (await dialog.browser.inside(dialog.page, (root) => root.querySelector('iframe')?.getBoundingClientRect().height ?? 0))[0] === (await panel.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))));
    note(`${Math.round((await top()) - at)} px, ${JSON.stringify(await panel.evaluate(() => [innerWidth, document.body.getBoundingClientRect().height]))}`);
    assert.ok(Math.abs((await top()) - at) <= 20, `the buttons went ${(await top()) - at} px`);
    const wide = await panel.evaluate(fitting, messages());
    assert.deepEqual(wide, []);
  });
}

/** The texts of the line in every language. */
function messages() {
  const folder = path.join(EXTENSION, '_locales');
  return fs.readdirSync(folder).map((locale) => {
    const all = JSON.parse(fs.readFileSync(path.join(folder, locale, 'messages.json'), 'utf8'));
    const text = (/** @type {string} */ key) => String(all[key].message).replace('$1', 'Maximiliane Wolkenstein-Rodenegg');
    return { locale, dir: text('dir'), words: text('sight_question_what'), left: text('note_left'), never: text('never_again') };
  });
}

/** Runs in the panel. @param {ReturnType<typeof messages>} languages */
function fitting(languages) {
  const [words, never] = [document.querySelector('.words p'), document.querySelector('[data-key="never-again"]')];
  if (!words || !never) return ['there is nothing to measure'];
  return languages.flatMap(({ locale, dir, ...said }) => {
    document.documentElement.dir = dir;
    words.textContent = said.words;
    never.textContent = said.never;
    const over = [...document.querySelectorAll('.nudge *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < 0 || right > innerWidth || element.scrollWidth > element.clientWidth + 1;
    });
    return over.map((element) => `${locale}: ${element.textContent}`);
  });
}

/** The line's words, once it says these. @param {Dialog} dialog @param {string} words */
async function says(dialog, words) {
  let last = '';
  return poll(`it to say “${words}”`, async () => {
    for (const panel of await dialog.browser.panels(dialog.page)) last = await panel.evaluate(() => document.querySelector('.nudge')?.textContent ?? '').catch(() => last);
    return last.includes(words) ? last : null;
  }).catch(() => assert.fail(`wanted “${words}”, says “${last}”`));
}

/** The label of what has the focus in the page, wherever that is. @param {Dialog} dialog @returns {Promise<string | null>} */
function focused(dialog) {
  return dialog.page.evaluate(() => {
    /** @type {(element: any) => any} */
    const inside = (element) => element?.shadowRoot?.activeElement ?? element?.contentDocument?.activeElement;
    let element = document.activeElement;
    while (inside(element)) element = inside(element);
    return element?.getAttribute('aria-label') ?? null;
  });
}
