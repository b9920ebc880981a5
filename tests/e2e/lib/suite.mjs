// @ts-check
// What a test file declares, and what a running test is given.

/** @typedef {import('../browsers.mjs').Browser} Browser */
/** @typedef {import('./dialog.mjs').Dialog} Dialog */

/**
 * @typedef {object} Test what a test is given
 * @property {import('./session.mjs').Session} session
 * @property {Browser} browser
 * @property {import('../server.mjs').Site} site
 * @property {(query?: import('./dialog.mjs').Query) => Promise<Dialog>} open the invitation dialog in a new tab
 * @property {(missing: string) => Promise<import('./session.mjs').Session>} crippled another browser, whose copy of the
 *   package lacks a file
 * @property {(locale: string) => Promise<import('./session.mjs').Session>} speaking another browser, whose copy of the package
 *   speaks this language
 * @property {(what: string) => void} note adds a figure to the test's line
 */

/**
 * @typedef {object} Declared
 * @property {string} name
 * @property {string} file that declares it, without its ending
 * @property {boolean} fresh in a browser of its own, just installed, where nobody has agreed to anything
 * @property {(test: Test) => Promise<void>} run
 */

/** @type {Declared[]} */
export const declared = [];

let file = '';

/** What is declared from now on stands in this file. @param {string} name without its ending */
export function inFile(name) {
  file = name;
}

/**
 * Declares a test in a browser whose user has agreed, and that other tests may have used.
 *
 * @param {string} name
 * @param {(test: Test) => Promise<void>} run
 */
export function test(name, run) {
  declared.push({ name, file, fresh: false, run });
}

/**
 * Declares a test in a browser of its own, as it is right after the install.
 *
 * @param {string} name
 * @param {(test: Test) => Promise<void>} run
 */
test.fresh = (name, run) => {
  declared.push({ name, file, fresh: true, run });
};
