// @ts-check
// What our scripts and pages need of an extension's `chrome`, on a plain web page: the same files run with nothing installed.
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

/** The locales that the package has. */
const LOCALES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt_BR', 'tr', 'zh_CN'];

/**
 * The messages of a locale; none when its file cannot be read.
 *
 * @param {string} locale
 * @returns {Promise<Record<string, { message: string }>>}
 */
async function locale(locale) {
  const response = await fetch(new URL(`connote/_locales/${locale}/messages.json`, import.meta.url)).catch(() => null);
  return response?.ok ? response.json() : {};
}

/** The messages in the visitor's language, with the English ones where it has none: as a browser chooses them. */
async function messages() {
  const tag = navigator.language;
  const own = [tag.replace('-', '_'), tag.split('-')[0] ?? ''].find((name) => LOCALES.includes(name)) ?? 'en';
  return Object.assign({}, ...await Promise.all([...new Set(['en', own])].map(locale)));
}

/** The way of speaking of the page around, which has read the messages already: a panel may not wait for anything before it listens
 * for its port. @type {{ getMessage: (name: string, args?: string[]) => string } | undefined} */
const around = parent === window ? undefined : /** @type {any} */ (parent).chrome?.i18n;

/** @type {Record<string, { message: string } | undefined>} */
const said = location.hostname === 'www.linkedin.com' || around ? {} : await messages();

/** @param {string} name @param {string[]} [args] */
function getMessage(name, args = []) {
  if (name === '@@extension_id') return location.host;
  return said[name]?.message.replaceAll(/\$([1-9])/g, (_, place) => args[Number(place) - 1] ?? '') ?? '';
}

const api = {
  runtime: {
    id: 'playground',
    /** @param {string} path */
    getURL: (path) => new URL(`connote/${path}`, import.meta.url).href,
    onMessage: { addListener() {} },
  },
  i18n: around ?? { getMessage },
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
