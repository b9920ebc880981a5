// @ts-check
// Every place where an invitation's note is written: each mount, both steps, each page, seven languages.

import assert from 'node:assert/strict';
import { LinkedIn } from '../lib/linkedin.mjs';
import { test } from '../lib/suite.mjs';
import { WORDS } from '../pages/words.js';

/** @typedef {import('../pages/invitation.js').Row} Row */

const PLACES = /** @type {const} */ (['profile', 'search', 'network', 'direct']);
/** @type {string[]} */
const CONNECTS = ['profile', 'search'];
const LANGUAGES = Object.keys(WORDS);

for (const mount of /** @type {const} */ (['light', 'shadow', 'frame', 'modal'])) {
  test(`${mount}: both steps, on every page, in every language`, async ({ session, note }) => {
    const site = await LinkedIn.open(session);
    let rows = 0;
    for (const place of PLACES) {
      for (const lang of LANGUAGES) {
        const limit = rows % 2 ? 300 : 200;
        // Where the click on Connect tells what the dialog is for, it may have none of today's names; a frame hears no click around it.
        const layout = rows % 3 === 2 && mount !== 'frame' && CONNECTS.includes(place) ? 'renamed' : 'ids';
        await bothSteps(site, { place, mount, lang, limit, layout, left: rows % 6 }).catch((error) => {
          throw new Error(`${place}, ${lang}, ${layout}: ${error.message}`, { cause: error });
        });
        rows += 1;
      }
      await site.sees(null);
    }
    note(`${rows} invitations`);
  });
}

test('Sales Navigator: its one step, in every language', async ({ session }) => {
  const site = await LinkedIn.open(session);
  for (const mount of /** @type {const} */ (['light', 'shadow'])) {
    for (const lang of LANGUAGES) {
      const recipient = WORDS[lang]?.name;
      await site.call('visit', { place: 'sales', mount, lang });
      await site.click('connect');
      await site.panels(1);
      await site.sees({ sees: 'note', attached: true, recipient });
      const told = await site.ask('connote:note');
      assert.deepEqual([told.recipient, told.limit, told.left], [recipient, 300, null]);
      await site.call('close');
      await site.panels(0);
    }
  }
});

/** From Connect to the note, and away. @param {LinkedIn} site @param {Row} row */
async function bothSteps(site, row) {
  const recipient = WORDS[row.lang]?.name;
  await site.call('visit', row);
  if (row.place !== 'direct') await site.click('connect');
  await site.sees({ sees: 'question', attached: false, recipient, draft: null });
  const stands = row.layout === 'ids' ? 1 : 0;
  await site.panels(stands);
  assert.equal(await site.click('add'), stands, 'a line of ours stands in step 1 where it is known for one');
  await site.panels(1);
  const told = await site.ask('connote:note');
  const left = row.limit === 200 ? row.left : null;
  assert.deepEqual([told.recipient, told.limit, told.limitFrom, told.left, told.draft], [recipient, row.limit, 'counter', left, null]);
  await site.call('close');
  await site.panels(0);
}
