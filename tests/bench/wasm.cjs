// What a review costs in wasm: node wasm.cjs MODULE NOTE. Prints a figure in microseconds a line.
const fs = require('node:fs');

const [, , module_, note_] = process.argv;
const { reviewOnce } = require(module_);
const note = fs.readFileSync(note_, 'utf8').trimEnd();

const begin = performance.now();
reviewOnce(note);
console.log(`wasm-first ${((performance.now() - begin) * 1000).toFixed(1)}`);
console.log(`wasm-review ${median(note, 3000)}`);
for (const [name, units] of [['10k', 1e4], ['100k', 1e5], ['1m', 1e6]]) {
  console.log(`wasm-${name} ${median(note.repeat(Math.ceil(units / note.length)), 25)}`);
}

function median(text, rounds) {
  // The engine compiles hot code anew while it runs.
  for (let round = 0; round < rounds / 5; round += 1) reviewOnce(text);
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    reviewOnce(text);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  return (times[rounds >> 1] * 1000).toFixed(1);
}
