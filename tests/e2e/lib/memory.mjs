// @ts-check
// Notes that are sent on LinkedIn's pages, and what is stored of them.

import assert from 'node:assert/strict';
import { poll } from './poll.mjs';

/** @typedef {import('./linkedin.mjs').LinkedIn} LinkedIn */
/** @typedef {import('./session.mjs').Session} Session */
/** @typedef {import('../pages/invitation.js').Row} Row */

/** A note with a sign that a line has to escape. */
export const TEXT = 'Hi Ada, your talk\\on engines was a joy.';

/** Whom the pages show. */
export const ADA = 'Ada Lovelace';

/** Longer than the page may take to show that a note was refused. */
export const DECIDED = 2500;

/** @type {Row} */
export const ROW = { place: 'profile', mount: 'light', lang: 'en' };

/** A user who has agreed and wants this kept. @param {Session} session @param {string[]} keep @param {string} [consent] @param {string} [plan] */
export async function remembering(session, keep, consent = 'page', plan = 'unknown') {
  await session.store({ version: 1, consent, plan });
  await session.welcome.evaluate((words) => chrome.storage.local.set({ memory: { version: 1, keep: words } }), keep);
}

/** To step 2. @param {LinkedIn} site @param {Row} row @param {string} [consent] */
export async function invite(site, row, consent = 'page') {
  await site.call('visit', row);
  await site.click('connect');
  await site.click('add');
  await (consent === 'page' ? site.panels(1) : site.sees({ sees: 'note', attached: true }));
}

/** A note, written and sent. @param {LinkedIn} site @param {Row} [row] @param {string} [consent] @param {string} [text] */
export async function send(site, row = ROW, consent = 'page', text = TEXT) {
  await invite(site, row, consent);
  await site.type(text);
  await site.clickAtRest('send');
}

/** Makes the dialog stay when Send is clicked, as a page does whose server refused. @param {LinkedIn} site */
export const stubborn = (site) => site.call('refuse');

/** Everything that is stored anywhere. @param {Session} session */
export const everything = (session) => session.welcome.evaluate(async () => ({
  local: Object.fromEntries(Object.entries(await chrome.storage.local.get(null)).filter(([key]) => !key.startsWith('fill'))),
  session: await chrome.storage.session.get(null),
  sync: await chrome.storage.sync.get(null),
  page: { ...localStorage },
}));

/** The lines of the notes that were sent, once there are so many. @param {Session} session @param {number} count */
export async function lines(session, count) {
  /** @type {unknown[]} */
  let found = [];
  await poll(`${count} records`, async () => {
    const { local } = await everything(session);
    found = Object.entries(local).filter(([key]) => key.startsWith('sent:')).map(([, line]) => line);
    return found.length === count;
  }).catch(() => assert.fail(`wanted ${count} records, stored are ${JSON.stringify(found)}`));
  return /** @type {string[]} */ (found);
}

/** The day by the browser's clock. @param {Session} session */
export const today = (session) => session.welcome.evaluate(() => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
});
