// @ts-check
// Where things are in the repository.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the end-to-end tests. */
export const HERE = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(HERE, '..', '..', 'target');
const DIST = process.env.CONNOTE_DIST ?? path.join(TARGET, 'dist');

/** The unpacked package, one for all browsers. */
export const EXTENSION = path.join(DIST, 'extension');

/** The built playground. */
export const WWW = path.join(DIST, 'www');

/** Where pictures of failed tests go. */
export const PICTURES = path.join(TARGET, 'e2e');

/** Ends the program with what to do when there is nothing to test. */
export function demandPackage() {
  for (const folder of [EXTENSION, WWW]) {
    if (fs.existsSync(folder)) continue;
    console.error(`${folder} is missing: run \`cargo xtask dist\` first.`);
    process.exit(2);
  }
}
