// @ts-check
// Boxes that are not an invitation's note, each as LinkedIn builds it: Connote has to keep out of all of them.
import { control, make } from './make.js';

const RICH = { contenteditable: 'true', role: 'textbox', 'data-test': 'box' };
const AREA = { 'data-test': 'box', rows: '3' };

/** `unmarked`: nothing but the address or the click before tells what it is.
 * @typedef {{path: string, unmarked?: true, build: () => HTMLElement}} Other */

/** @param {string} from @param {string} to */
const counter = (from, to) => make('span', { class: 't-14' }, `${from}/${to}`);

/** @type {Record<string, Other>} */
export const OTHERS = {
  'a message': { path: '/messaging/thread/2-abc/', build: () => make('form', { class: 'msg-form' }, make('div', { ...RICH, class: 'msg-form__contenteditable' }), make('button', { class: 'msg-form__send-button' }, '>')) },
  'a message in the overlay': { path: '/feed/', build: () => make('aside', { id: 'msg-overlay', class: 'msg-overlay-list-bubble', role: 'dialog' }, make('div', { ...RICH, class: '_a1' }), counter('0', '300')) },
  'a message, renamed': { unmarked: true, path: '/messaging/compose/', build: () => make('div', { role: 'dialog' }, make('textarea', { ...AREA, name: 'message' }), counter('0', '300')) },
  'an InMail': { path: '/in/ada-lovelace/', build: () => make('div', { role: 'dialog', class: 'msg-overlay-conversation-bubble' }, make('form', { class: 'msg-form' }, make('input', { name: 'subject' }), make('textarea', { ...AREA, name: 'message' }), counter('0', '200'))) },
  'a message of Sales Navigator': { path: '/sales/lead/x/', build: () => make('div', { role: 'dialog', class: 'artdeco-modal' }, make('input', { class: 'compose-form__subject-field' }), make('textarea', { ...AREA, class: 'compose-form__message-field', name: 'message' }), counter('0', '300')) },
  'a comment': { path: '/feed/', build: () => make('form', { class: 'comments-comment-box' }, make('div', { class: 'editor-container' }, make('div', { ...RICH, class: 'ql-editor' }))) },
  'a comment on a picture': { path: '/feed/update/urn:li:activity:1/', build: () => make('div', { role: 'dialog' }, make('div', { ...RICH, class: 'tiptap ProseMirror' }), counter('0', '300')) },
  'a comment, renamed': { path: '/feed/', build: () => make('div', { class: '_c3' }, make('div', { ...RICH })) },
  'a post': { unmarked: true, path: '/sharing/compose/', build: () => make('dialog', { 'data-testid': 'dialog', open: '' }, make('div', { ...RICH, class: '_p4' }), counter('0', '300')) },
  'a post, older': { path: '/feed/', build: () => make('div', { role: 'dialog', class: 'share-box artdeco-modal' }, make('div', { ...RICH, class: 'ql-editor' })) },
  'an application': { unmarked: true, path: '/jobs/view/1/', build: () => make('dialog', { 'data-testid': 'dialog', open: '' }, make('textarea', AREA), counter('0', '200')) },
  'an application, older': { path: '/jobs/search/', build: () => make('div', { role: 'dialog', class: 'artdeco-modal jobs-easy-apply-modal' }, make('textarea', { ...AREA, name: 'message' }), counter('0', '200')) },
  'an application from the feed': { path: '/feed/', build: () => make('div', { role: 'dialog', class: 'jobs-easy-apply-modal' }, make('textarea', { ...AREA, maxlength: '300', name: 'message' })) },
  reCAPTCHA: { path: '/preload/custom-invite/', build: () => make('div', { role: 'dialog' }, make('textarea', { ...AREA, id: 'g-recaptcha-response-100000', name: 'message', maxlength: '300' })) },
  'the search': { path: '/feed/', build: () => make('div', { role: 'search' }, make('textarea', { ...AREA, maxlength: '200' })) },
  'a text about oneself': { path: '/in/ada-lovelace/edit/forms/summary/new/', build: () => make('div', { role: 'dialog', class: 'artdeco-modal' }, make('textarea', AREA), counter('0', '2,600')) },
  'a recommendation': { path: '/in/ada-lovelace/edit/recommend/ask/', build: () => make('div', { role: 'dialog', class: 'artdeco-modal' }, make('textarea', { ...AREA, name: 'message' }), counter('0', '3000')) },
  'a headline': { unmarked: true, path: '/in/ada-lovelace/', build: () => make('div', { role: 'dialog', class: 'artdeco-modal' }, make('textarea', { ...AREA, name: 'message' }), counter('12', '220')) },
  'a page of text': { path: '/pulse/edit/', build: () => make('textarea', AREA) },
};

/** Goes to a box's page and puts it there, in place of the last. @param {string} name @param {boolean} [stay] without going */
export function showOther(name, stay = false) {
  const other = OTHERS[name];
  if (!other) throw new Error(name);
  if (!stay) history.pushState(null, '', other.path);
  put(other);
}

/** Offers a button that puts a box on the page that is open. @param {string} name */
export function offerOther(name) {
  const other = OTHERS[name];
  if (!other) throw new Error(name);
  document.querySelector('#other')?.remove();
  document.body.prepend(make('section', { id: 'other' }, control('button', { 'data-test': 'opener' }, name, () => put(other))));
}

/** @param {Other} other */
function put(other) {
  document.querySelector('#other')?.remove();
  document.body.prepend(make('section', { id: 'other' }, other.build()));
}
