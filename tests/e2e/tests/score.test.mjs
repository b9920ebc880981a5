// @ts-check
// The detector's judgement alone, on descriptions; no page takes part.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { EXTENSION } from '../lib/paths.mjs';
import { test } from '../lib/suite.mjs';

const NOTHING = {
  id: '', name: '', classes: '', shell: false, excluded: false, editor: false, path: '/feed/', framed: false,
  connected: false, dialog: false, alone: false, limit: null,
};
const DIRECT = '/preload/custom-invite/';
const IN_DIALOG = { dialog: true, alone: true };

/** @type {[string, object, 'note' | 'maybe' | 'other'][]} */
const TABLE = [
  ['no sign', {}, 'other'],
  ['the id', { id: 'custom-message' }, 'note'],
  ['the id in a place of messages', { id: 'custom-message', path: '/messaging/thread/1/' }, 'note'],
  ['Sales Navigator’s id', { id: 'connect-cta-form__invitation', path: '/sales/lead/1' }, 'note'],
  ['LinkedIn’s own dialog', { shell: true }, 'note'],
  ['a rich editor in LinkedIn’s own dialog', { shell: true, editor: true }, 'note'],
  ['a message in LinkedIn’s own dialog', { shell: true, excluded: true }, 'other'],
  ['the class on the direct page', { classes: 'x connect-button-send-invite__custom-message', path: DIRECT }, 'note'],
  ['the class in a dialog', { classes: 'connect-button-send-invite__custom-message', ...IN_DIALOG }, 'maybe'],
  ['a name and a counter in some dialog', { ...IN_DIALOG, name: 'message', limit: 300 }, 'maybe'],
  ['the same in the frame', { ...IN_DIALOG, name: 'message', limit: 300, framed: true, path: '/preload/' }, 'note'],
  ['a counter after Connect', { dialog: true, limit: 200, connected: true }, 'note'],
  ['another counter after Connect', { ...IN_DIALOG, limit: 250, connected: true }, 'note'],
  ['a long counter after Connect', { ...IN_DIALOG, limit: 3000, connected: true }, 'maybe'],
  ['no counter after Connect', { ...IN_DIALOG, name: 'message', connected: true }, 'maybe'],
  ['no dialog after Connect', { limit: 200, connected: true }, 'maybe'],
  ['an editor after Connect', { ...IN_DIALOG, limit: 200, connected: true, editor: true }, 'other'],
  ['a message after Connect', { ...IN_DIALOG, limit: 200, connected: true, excluded: true }, 'other'],
  ['messages after Connect', { ...IN_DIALOG, limit: 200, connected: true, path: '/messaging/compose/' }, 'other'],
  ['a job after Connect', { ...IN_DIALOG, limit: 200, connected: true, path: '/jobs/view/1/' }, 'other'],
  ['a box alone on the direct page', { path: DIRECT }, 'maybe'],
  ['a dialog with a counter on the direct page', { dialog: true, limit: 300, path: DIRECT }, 'note'],
  ['the same on the search’s direct page', { dialog: true, limit: 300, path: '/preload/search-custom-invite/' }, 'note'],
];

test('the detector weighs signs as the table says', async () => {
  const code = fs.readFileSync(path.join(EXTENSION, 'score.js'), 'utf8');
  const judge = vm.runInNewContext(`${code}; judge`);
  for (const [what, signs, verdict] of TABLE) assert.equal(judge({ ...NOTHING, ...signs }), verdict, what);
});
