// @ts-check
// Looking into closed shadow roots, which the page cannot do, without a change to the package under test.

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Chromium: the debugger's tree goes through every shadow root and same-process frame.
 *
 * @template T
 * @param {Page} page
 * @param {(root: ShadowRoot) => T} inspect
 * @returns {Promise<T[]>}
 */
export async function chromiumInside(page, inspect) {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found = [];
    for (const node of closedRoots(root)) {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: node.backendNodeId });
      const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: `function () { return (${inspect})(this); }`,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      found.push(result.value);
    }
    return found;
  } finally {
    await session.detach();
  }
}

/**
 * @param {import('puppeteer-core').Protocol.DOM.Node} node
 * @returns {import('puppeteer-core').Protocol.DOM.Node[]}
 */
function closedRoots(node) {
  const own = node.shadowRootType === 'closed' ? [node] : [];
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  return [...own, ...below.flatMap(closedRoots)];
}

/**
 * Firefox: WebDriver BiDi serialises closed shadow roots on request, with references that it takes back as arguments.
 *
 * @template T
 * @param {Page} page
 * @param {(root: ShadowRoot) => T} inspect
 * @returns {Promise<T[]>}
 */
export async function firefoxInside(page, inspect) {
  const found = [];
  for (const context of await sameOrigin(page)) {
    const { result } = await send(page, 'script.callFunction', {
      functionDeclaration: '() => document.documentElement',
      target: { context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
    });
    for (const sharedId of closedIds(result)) {
      const answer = await send(page, 'script.callFunction', {
        functionDeclaration: `(root) => JSON.stringify((${inspect})(root))`,
        arguments: [{ sharedId }],
        target: { context },
        awaitPromise: false,
      });
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      found.push(JSON.parse(answer.result.value));
    }
  }
  return found;
}

/**
 * The contexts of a tab that are of its own origin; the panel's is not.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
async function sameOrigin(page) {
  const origin = new URL(page.url()).origin;
  return page
    .frames()
    .filter((frame) => frame.url() === 'about:blank' || frame.url().startsWith(origin))
    .map((frame) => /** @type {any} */ (frame)._id);
}

/**
 * @param {any} node a serialised node
 * @returns {string[]}
 */
function closedIds(node) {
  const value = node?.value;
  if (!value) return [];
  const root = value.shadowRoot;
  const own = root?.value?.mode === 'closed' && root.sharedId ? [root.sharedId] : [];
  return [...own, ...closedIds(root), ...(value.children ?? []).flatMap(closedIds)];
}

/**
 * One command of WebDriver BiDi that puppeteer has no word for.
 *
 * @param {Page} page
 * @param {string} method
 * @param {object} params
 * @returns {Promise<any>}
 */
export async function send(page, method, params) {
  const { connection } = /** @type {any} */ (page.browser());
  const { result } = await connection.send(method, params);
  return result;
}
