// @ts-check
// Each language's lexicon is a file of its own, read when a note needs it.

import assert from 'node:assert/strict';
import { underlined } from '../lib/expect.mjs';
import { test } from '../lib/suite.mjs';

/** What is wrong in each: a request for a job, or for the other to send the invitation. */
/** @type {[language: string, note: string, words: string][]} */
const NOTES = [
  ['en', 'Hi Ada, please let me know if you have any openings for me in your workshop.', 'let me know if you have any openings'],
  ['de', 'Hallo Ada, ich freue mich über Ihren Vortrag. Bitte senden Sie mir eine Kontaktanfrage.', 'senden Sie mir eine Kontaktanfrage'],
  ['fr', 'Bonjour Ada, j’ai lu votre article sur les fours. Envoyez-moi une invitation, merci.', 'Envoyez-moi une invitation'],
];

for (const [language, note, words] of NOTES) {
  test(`a note in ${language} is judged by its own words`, async ({ open }) => {
    const dialog = await open();
    await dialog.panel();
    await dialog.paste(note);
    await underlined(dialog, words);
  });
}

test('without the file of a language the rest is judged', async ({ crippled }) => {
  const other = await crippled('lexicon/en.bin');
  try {
    await other.store({ version: 1, consent: 'page' });
    const dialog = await other.open();
    await dialog.panel();
    await dialog.paste('Hi [First name], I liked your talk on glazes and would love to hear more of them.');
    await underlined(dialog, '[First name]');
    assert.equal(await dialog.counter(), '81/200');
  } finally {
    await other.browser.close();
  }
});
