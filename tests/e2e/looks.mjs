// @ts-check
// Compares what every surface looks like with the pictures in `looks/`: node looks.mjs [--bless]. Where one differs, the new picture
// and one of the differences are written beside the pictures of failed tests. With --bless the new ones are kept.

import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { takeLooks } from './lib/looks.mjs';
import { HERE, PICTURES, WWW, demandPackage } from './lib/paths.mjs';
import { differences, read, reduced, write } from './lib/png.mjs';
import { startSite } from './server.mjs';

const LOOKS = path.join(HERE, 'looks');

/** With what the pictures that are kept were taken. */
const TAKEN = path.join(LOOKS, 'taken.json');

/** How different a pixel's colour has to be to count (from 0 to 1), and how many pixels of so many may differ: with the same browser
 * and fonts, where a rounded edge may come out otherwise, and with others, which draw every letter in another way. */
const SAME = { threshold: 0.02, most: () => 20 };
const OTHER = { threshold: 0.2, most: (/** @type {number} */ all) => all * OTHER_SHARE };
const OTHER_SHARE = 0.08;

const { values } = parseArgs({ options: { bless: { type: 'boolean', default: false } } });
demandPackage();
/** @type {Map<string, Uint8Array>} */
const looks = new Map();
const site = await startSite({ www: WWW });
const taken = await takeLooks(site, (name, png) => looks.set(`${name}.png`, png)).finally(() => site.close());
if (values.bless) bless();
else compare();

function bless() {
  fs.rmSync(LOOKS, { recursive: true, force: true });
  fs.mkdirSync(LOOKS);
  let bytes = 0;
  for (const [name, png] of looks) {
    const file = write(reduced(read(png)));
    bytes += file.length;
    fs.writeFileSync(path.join(LOOKS, name), file);
  }
  fs.writeFileSync(TAKEN, `${JSON.stringify(taken, null, 2)}\n`);
  console.log(`${looks.size} pictures, ${Math.ceil(bytes / 1024)} KB. Look at them before you commit them.`);
}

function compare() {
  const kept = JSON.parse(fs.readFileSync(TAKEN, 'utf8'));
  const isSame = isDeepStrictEqual(kept, taken);
  const tolerance = isSame ? SAME : OTHER;
  if (!isSame) {
    console.log(`The pictures in ${LOOKS} were taken with ${JSON.stringify(kept)}.\nHere it is ${JSON.stringify(taken)}, which draws letters in another way.`);
    console.log(`So a picture counts as different only when more than ${OTHER_SHARE * 100} % of it is.`);
  }
  const folder = path.join(PICTURES, 'looks');
  fs.rmSync(folder, { recursive: true, force: true });
  const files = fs.readdirSync(LOOKS).filter((name) => name.endsWith('.png'));
  const wrong = files.filter((name) => !looks.has(name)).map((name) => `${name}: no surface looks like this any more`);
  for (const [name, png] of looks) {
    if (!files.includes(name)) {
      wrong.push(`${name}: there is no picture of it yet`);
      continue;
    }
    const [before, after] = [read(fs.readFileSync(path.join(LOOKS, name))), reduced(read(png))];
    const { pixels, share, picture } = differences(before, after, tolerance.threshold);
    if (pixels <= tolerance.most(picture.width * picture.height)) continue;
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, name), png);
    const shown = path.join(folder, name.replace('.png', '.differences.png'));
    fs.writeFileSync(shown, write(picture));
    const sizes = [before, after].map(({ width, height }) => `${width} × ${height}`);
    wrong.push(`${name}: ${pixels} pixels differ (${(share * 100).toFixed(2)} %${sizes[0] === sizes[1] ? '' : `; it was ${sizes[0]} and is ${sizes[1]}`}): see ${shown}`);
  }
  console.log([...wrong, `${looks.size} pictures, ${wrong.length} that differ`].join('\n'));
  if (wrong.length > 0) console.log('Where that is as it should be: cargo xtask looks --bless');
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
