// @ts-check
// Whether a text box is an invitation note's, judged from a small description: no page is looked at here, and no word of
// any language counts.
'use strict';

/**
 * @typedef {object} Described what is known of a text box; the costly parts may be getters
 * @property {string} id
 * @property {string} name its attribute
 * @property {string} classes
 * @property {boolean} shell it stands in a dialog that carries LinkedIn's own identifiers of an invitation
 * @property {boolean} excluded it stands in a form that is certainly another: a message, a job application, a search
 * @property {boolean} editor it is a rich editor's, as posts and comments have
 * @property {string} path of the frame's address
 * @property {boolean} framed in a frame of the page
 * @property {boolean} connected the last click outside of dialogs was on a Connect control
 * @property {boolean} dialog it stands in something that says it is a dialog
 * @property {boolean} alone it is the dialog's only text box
 * @property {number | null} limit what its counter counts up to, or its `maxlength`
 */

const SALES_NAVIGATOR = 'connect-cta-form__invitation';
const OWN_IDS = ['custom-message', SALES_NAVIGATOR];
const INVITE_PATH = /^\/preload\/(search-)?custom-invite\//;
const OTHER_PATH = /^\/(messaging|jobs|sharing|post)\//;
const ENOUGH = 7;
const SOMETHING = 3;

/** Signs that prove nothing alone, and what each weighs. @type {[number, (box: Described) => boolean][]} */
const SIGNS = [
  [4, ({ classes }) => classes.includes('connect-button-send-invite')],
  [3, ({ path }) => INVITE_PATH.test(path)],
  [3, ({ connected }) => connected],
  [1, ({ framed, path }) => framed && path === '/preload/'],
  [1, ({ dialog }) => dialog],
  [1, ({ dialog, name }) => dialog && name === 'message'],
  [1, ({ dialog, alone }) => dialog && alone],
  [2, ({ limit }) => limit !== null && limit >= 100 && limit <= 500],
  [1, ({ limit }) => limit === 200 || limit === 300],
];

/** Own identifiers decide; what is certainly something else is left alone; else the signs are weighed.
 * @param {Described} box @returns {'note' | 'maybe' | 'other'} */
function judge(box) {
  if (OWN_IDS.includes(box.id)) return 'note';
  if (box.excluded) return 'other';
  if (box.shell) return 'note';
  if (box.editor || OTHER_PATH.test(box.path)) return 'other';
  const score = SIGNS.reduce((sum, [weight, holds]) => sum + (holds(box) ? weight : 0), 0);
  return score >= ENOUGH ? 'note' : score >= SOMETHING ? 'maybe' : 'other';
}
