// @ts-check
// What content.js needs of an extension's `chrome`, on a plain web page: the same files run with nothing installed.
// The settings stay in this browser's localStorage. On LinkedIn's address nothing is put in place of the real one.

const KEY = 'connote-playground';
/** @type {Set<(changes: object, area: string) => void>} */
const followers = new Set();

/** @returns {Record<string, any>} */
function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}

/** @param {Record<string, any>} before @param {Record<string, any>} after @param {string[]} keys */
function tell(before, after, keys) {
  const changes = Object.fromEntries(keys.map((key) => [key, { oldValue: before[key], newValue: after[key] }]));
  followers.forEach((follow) => follow(changes, 'local'));
}

const api = {
  runtime: {
    id: 'playground',
    /** @param {string} path */
    getURL: (path) => new URL(`connote/${path}`, import.meta.url).href,
    onMessage: { addListener() {} },
  },
  i18n: { getMessage: () => location.host },
  storage: {
    local: {
      get: async () => stored(),
      /** @param {Record<string, any>} values */
      async set(values) {
        const before = stored();
        localStorage.setItem(KEY, JSON.stringify({ ...before, ...values }));
        tell(before, stored(), Object.keys(values));
      },
    },
    onChanged: {
      /** @param {(changes: object, area: string) => void} follow */
      addListener: (follow) => followers.add(follow),
    },
  },
};

if (location.hostname !== 'www.linkedin.com') {
  const page = /** @type {any} */ (globalThis);
  page.chrome = Object.assign(page.chrome ?? {}, api);
  addEventListener('storage', ({ key, oldValue, newValue }) => {
    if (key === KEY) tell(JSON.parse(oldValue ?? '{}'), JSON.parse(newValue ?? '{}'), ['settings']);
  });
}
