// @ts-check
// LinkedIn's pages on which invitations start, rebuilt from what is known of their structure. Tests call `fixture`.
// One document serves them all: as on the site, going from page to page changes the address in place.
import { ask, close, refuse, salesForm, setMount, write } from './invitation.js';
import { control, make } from './make.js';
import { offerOther, showOther } from './others.js';
import { WORDS } from './words.js';

/** @typedef {import('./invitation.js').Row} Row */

const RTL = ['ar'];
const main = document.body.appendChild(make('main', { id: 'workspace' }));
const outlet = document.body.appendChild(make('div', { id: 'interop-outlet', 'data-testid': 'interop-shadowdom' }));
const shadow = outlet.attachShadow({ mode: 'open' });

/** A frame may be shown in an isolated page, and kept with it, only if it is like it. */
const policies = new URLSearchParams(Array.from(new URLSearchParams(location.search)).filter(([name]) => name !== 'pages'));

/** The frame that stands ready on every new page. */
const framed = window !== top ? undefined : new Promise((resolve) => {
  const frame = /** @type {HTMLIFrameElement} */ (make('iframe', { 'data-testid': 'interop-iframe', src: `/preload/?_bprMode=vanilla&${policies}`, width: '900', height: '400' }));
  frame.addEventListener('load', () => resolve(frame), { once: true });
  document.body.append(frame);
});
/** @type {HTMLIFrameElement | undefined} */
const frame = await framed;
const overlays = document.createElement('style');
overlays.textContent = '.artdeco-modal-overlay, ._1f0c { position: absolute; top: 200px; left: 0; z-index: 9; background: #fff; }';
document.head.append(overlays);

setMount((row, dialog) => {
  if (row.mount === 'frame') frame?.contentDocument?.body.append(dialog);
  else if (row.mount === 'shadow') shadow.append(dialog);
  else document.body.append(dialog);
});

/** @type {Record<Row['place'], (slug: string) => string>} */
const ADDRESSES = {
  profile: (slug) => `/in/${encodeURIComponent(slug)}/`,
  search: () => '/search/results/people/?keywords=glaze',
  network: () => '/mynetwork/grow/',
  direct: (slug) => `/preload/custom-invite/?vanityName=${encodeURIComponent(slug)}`,
  sales: () => '/sales/lead/ACwAAA,NAME,x',
};

/** A member's Connect control, as the page has it. @param {Row} row @param {string} name @param {string} slug */
function connect(row, name, slug) {
  const label = WORDS[row.lang]?.invite(name) ?? '';
  const mine = name === WORDS[row.lang]?.name;
  const attributes = { 'aria-label': label, 'data-test': mine ? 'connect' : 'other' };
  if (row.place === 'network') return control('button', { ...attributes, type: 'button', componentkey: 'auto-1f' }, '+', () => ask(row));
  if (row.place === 'sales') return control('button', { ...attributes, type: 'button' }, '+', () => salesForm(row));
  const route = row.place === 'search' ? 'search-custom-invite' : 'custom-invite';
  return control('a', { ...attributes, href: `/preload/${route}/?vanityName=${encodeURIComponent(slug)}` }, '+', () => ask(row));
}

/** @param {Row} row @param {string} name @param {string} slug */
function card(row, name, slug) {
  const link = make('a', { href: `/in/${encodeURIComponent(slug)}/` }, name);
  return make('div', { role: 'listitem' }, make('p', {}, link, ' • 2'), make('p', {}, '…'), connect(row, name, slug));
}

/** Goes to a page, in place. @param {Row} row */
function visit(row) {
  const words = WORDS[row.lang];
  if (!words) throw new Error(row.lang);
  close();
  history.pushState(null, '', ADDRESSES[row.place](words.slug));
  document.documentElement.lang = row.lang;
  document.documentElement.dir = RTL.includes(row.lang) ? 'rtl' : 'ltr';
  // The new pages have no h1.
  const title = make(row.mount === 'light' ? 'h1' : 'h2', {}, words.name);
  if (row.place === 'profile') main.replaceChildren(make('section', { componentkey: 'com.linkedin.sdui.profile.card.refTopcard' }, title, connect(row, words.name, words.slug)), make('aside', {}, card(row, words.other, 'somebody')));
  else if (row.place === 'direct') main.replaceChildren(make('h1', {}, '…'));
  else main.replaceChildren(card(row, words.other, 'somebody'), card(row, words.name, words.slug));
  if (row.place === 'direct') ask(row);
}

/** Scrolls to the element that a test points at, where the panel has pushed it out of view. @param {string} name */
function reach(name) {
  for (const root of [document, shadow, frame?.contentDocument]) root?.querySelector(`[data-test="${name}"]`)?.scrollIntoView({ block: 'nearest' });
  return find(name);
}

/** The element that a test points at, wherever it is, and the middle of it in the tab. @param {string} name */
function find(name) {
  const places = [document, shadow, frame?.contentDocument];
  for (const root of places) {
    const element = root?.querySelector(`[data-test="${name}"]`);
    if (!element) continue;
    const rect = element.getBoundingClientRect();
    const outer = root === frame?.contentDocument ? frame?.getBoundingClientRect() : undefined;
    return { x: rect.x + rect.width / 2 + (outer?.x ?? 0), y: rect.y + rect.height / 2 + (outer?.y ?? 0) };
  }
  return null;
}

/** How many panels stand in the page: their hosts are the only elements without any attribute. */
function hosts() {
  const roots = [document, shadow, frame?.contentDocument];
  return roots.reduce((sum, root) => sum + Array.from(root?.querySelectorAll('div') ?? []).filter((element) => element.attributes.length === 0).length, 0);
}

/** @type {any} */ (window).fixture = { visit, write, close, refuse, find, reach, hosts, showOther, offerOther };
document.documentElement.dataset.ready = 'yes';
