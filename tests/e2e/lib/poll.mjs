// @ts-check
// Waiting for something to become true, with a name for what was missed.

/** How long anything may take before it counts as missing, in milliseconds. */
export const PATIENCE = 10_000;

/**
 * Asks again and again until the answer is neither false nor missing. A question that fails counts as not yet.
 *
 * @template T
 * @param {string} what for the message
 * @param {() => T | Promise<T>} ask
 * @param {number} [patience] milliseconds
 * @returns {Promise<NonNullable<T>>}
 */
export async function poll(what, ask, patience = PATIENCE) {
  const end = performance.now() + patience;
  let reason = '';
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer;
    } catch (error) {
      reason = ` (${error instanceof Error ? error.message : error})`;
    }
    await pause(20);
  } while (performance.now() < end);
  throw new Error(`waited ${patience} ms for ${what}${reason}`);
}

/** @param {number} ms */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
