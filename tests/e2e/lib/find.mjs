// @ts-check
// Where the browsers are, on Linux, macOS and Windows.

import fs from 'node:fs';
import path from 'node:path';

/** @typedef {'chromium' | 'firefox'} Kind */

const VARIABLES = { chromium: 'CONNOTE_CHROMIUM', firefox: 'CONNOTE_FIREFOX' };

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const MAC = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/**
 * The browsers that an option `--browser chromium|firefox|both` means.
 *
 * @param {string} option
 * @returns {Kind[]}
 */
export function kindsOf(option) {
  return option === 'chromium' || option === 'firefox' ? [option] : ['chromium', 'firefox'];
}

/**
 * The browser's program: the one that the environment names, else the first found in the usual places.
 *
 * @param {Kind} kind
 * @returns {string}
 * @throws {Error} with what to do, when there is none
 */
export function findBrowser(kind) {
  const named = process.env[VARIABLES[kind]];
  if (named) {
    if (isFile(named)) return named;
    throw new Error(`${VARIABLES[kind]} names ${named}, where no file is.`);
  }
  const found = places(kind).find(isFile);
  if (found) return found;
  const what = kind === 'firefox' ? 'Firefox' : 'Chromium, Chrome or Edge';
  throw new Error(`No ${what} was found. Install it, or name its program in ${VARIABLES[kind]}.`);
}

/**
 * @param {Kind} kind
 * @returns {string[]}
 */
function places(kind) {
  const { PATH = '', HOME = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env;
  const x86 = process.env['PROGRAMFILES(X86)'] ?? '';
  const join = (/** @type {string[]} */ roots, /** @type {string[]} */ ends) =>
    roots.filter(Boolean).flatMap((root) => ends.map((end) => path.join(root, end)));
  const onPath = PATH.split(path.delimiter);
  switch (process.platform) {
    case 'darwin':
      return [...join(['/Applications', path.join(HOME, 'Applications')], MAC[kind]), ...join(onPath, NAMES[kind])];
    case 'win32':
      return join([PROGRAMFILES, x86, LOCALAPPDATA], WINDOWS[kind]);
    default:
      // Snap's wrappers come last: they cannot open a profile under /tmp.
      return join([...onPath, '/usr/bin', '/usr/local/bin', '/snap/bin'], NAMES[kind]);
  }
}

/** @param {string} file */
function isFile(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
