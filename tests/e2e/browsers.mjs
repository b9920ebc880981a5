// @ts-check
// Chromium and Firefox behind one face: the shipped package in a real browser on the site of `server.mjs`.

import fs from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumInside, firefoxInside } from './lib/closed.mjs';
import { findBrowser } from './lib/find.mjs';
import { PATIENCE, poll } from './lib/poll.mjs';
import { chromiumPopup, firefoxPopup } from './lib/popup.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Frame} Frame */
/** @typedef {import('./lib/find.mjs').Kind} Kind */

/** The add-on's address in Firefox is made up at the install; a known one lets tests open its pages. */
const FIREFOX_UUID = 'c0220e7e-0000-4000-8000-00000000c0de';

/** Chromium stays quiet (no updates, no metrics) and runs in containers, too. */
const CHROMIUM_ARGS = [
  // Root has no sandbox to stay in.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
];

/** Hosts that a browser asks for on its own account, with or without an extension: updates, lists, experiments. */
export const OWN_HOSTS = {
  chromium: /(^|\.)(google|googleapis|gstatic|gvt1)\.com(:443)?$/,
  firefox: /(^|\.)mozilla\.(com|net|org)(:443)?$/,
};

/** Firefox believes the site's certificate, speaks to nobody else, and lets its extension's pages be opened. */
const FIREFOX_PREFS = {
  'network.stricttransportsecurity.preloadlist': false,
  'security.cert_pinning.enforcement_level': 0,
  'network.proxy.type': 1,
  'network.proxy.no_proxies_on': '127.0.0.1',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.topsites.contile.enabled': false,
  'intl.locale.requested': 'en-US',
  'privacy.reduceTimerPrecision': false,
  'extensions.openPopupWithoutUserGesture.enabled': true,
};

/**
 * @typedef {object} Options
 * @property {import('./server.mjs').Site} site
 * @property {string | null} extension the unpacked package, or null for a browser without it
 * @property {boolean} [headless] without a window (default: yes)
 * @property {'light' | 'dark'} [scheme] what the system prefers (default: light)
 * @property {number} [scale] device pixels per CSS pixel (default: 1)
 * @property {Record<string, unknown>} [prefs] more preferences, Firefox only
 * @property {string[]} [args] more switches, Chromium only
 * @property {string} [profile] a directory for the profile, which outlives the browser (default: a fresh one that goes with it)
 */

/**
 * Starts a browser, with a fresh profile unless it is given one.
 *
 * @param {Kind} kind
 * @param {Options} options
 * @returns {Promise<Browser>}
 */
export async function launch(kind, { site, extension, headless = true, scheme = 'light', scale = 1, prefs = {}, args = [], profile }) {
  const common = {
    executablePath: findBrowser(kind),
    headless,
    // Tests read what is said in English, whatever the machine's language.
    env: { ...process.env, LANGUAGE: 'en' },
    acceptInsecureCerts: true,
    ...(profile && { userDataDir: profile }),
    defaultViewport: headless ? { width: 1000, height: 800, deviceScaleFactor: scale } : null,
  };
  if (kind === 'chromium') {
    const raw = await puppeteer.launch({
      ...common,
      browser: 'chrome',
      pipe: true,
      enableExtensions: true,
      args: [
        ...CHROMIUM_ARGS,
        ...args,
        `--proxy-server=http://127.0.0.1:${site.proxy}`,
        `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
      ],
    });
    const id = extension === null ? null : await raw.installExtension(path.resolve(extension));
    return new Browser(kind, raw, extension, id && `chrome-extension://${id}/`, null);
  }
  const id = extension === null ? null : geckoId(extension);
  const raw = await puppeteer.launch({
    ...common,
    browser: 'firefox',
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...FIREFOX_PREFS,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': site.proxy,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': site.proxy,
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
      'ui.systemUsesDarkTheme': scheme === 'dark' ? 1 : 0, // the toolbar's popup goes by the system
      'extensions.webextensions.uuids': JSON.stringify(id === null ? {} : { [id]: FIREFOX_UUID }),
      ...prefs,
    },
  });
  if (extension !== null) await raw.installExtension(path.resolve(extension));
  return new Browser(kind, raw, extension, id && `moz-extension://${FIREFOX_UUID}/`, id);
}

/** A running browser. */
export class Browser {
  /**
   * @param {Kind} kind
   * @param {import('puppeteer-core').Browser} raw
   * @param {string | null} extension the unpacked package
   * @param {string | null} base the extension's address, with a slash at its end; null without the extension
   * @param {string | null} geckoId the extension's id in Firefox
   */
  constructor(kind, raw, extension, base, geckoId) {
    this.kind = kind;
    this.raw = raw;
    this.extension = extension;
    this.base = base;
    this.geckoId = geckoId;
  }

  /**
   * A new tab at an address.
   *
   * @param {string} url
   * @returns {Promise<Page>}
   */
  async openPage(url) {
    const page = await this.raw.newPage();
    if (this.kind === 'firefox' && url.startsWith('moz-extension:')) {
      // Firefox says nothing about the end of a navigation into an extension's page.
      page.goto(url).catch(() => undefined);
      await poll(`${url} to open`, () => page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url));
    } else {
      await page.goto(url, { waitUntil: 'load' });
    }
    return page;
  }

  /**
   * One of the extension's own pages, in a tab.
   *
   * @param {string} name such as `options.html`
   */
  extensionPage(name) {
    return this.openPage(`${this.base}${name}`);
  }

  /**
   * The tab that the extension itself opened on one of its pages.
   *
   * @param {string} name such as `welcome.html`
   * @returns {Promise<Page>}
   */
  openedPage(name) {
    return poll(`the extension to open ${name}`, async () => {
      for (const page of await this.raw.pages()) {
        // Firefox' driver misses navigations into an extension's page: the page itself knows better.
        const here = await page.evaluate(() => location.href);
        if (here === `${this.base}${name}`) return page;
      }
      return undefined;
    });
  }

  /**
   * The frame of the panel, once it is there. It is found by its path, since its host may be a disguise of the day.
   *
   * @param {Page} page
   * @returns {Promise<Frame>}
   */
  panel(page) {
    return poll('the panel', async () => (await this.panels(page))[0]);
  }

  /**
   * Every panel in a tab.
   *
   * @param {Page} page
   * @returns {Promise<Frame[]>}
   */
  async panels(page) {
    const found = [];
    for (const frame of page.frames()) {
      // A frame may go while it is asked.
      const address = await frame.evaluate(() => location.href).catch(() => '');
      if (/^(chrome|moz)-extension:\/\/[^/]+\/panel\.html/.test(address)) found.push(frame);
    }
    return found;
  }

  /**
   * Runs a function on every closed shadow root in a tab: what the page itself cannot see. The fixtures have none
   * of their own, so all of them are the extension's.
   *
   * @template T
   * @param {Page} page
   * @param {(root: ShadowRoot) => T} inspect runs in the page; what it gives back must be plain data
   * @returns {Promise<T[]>}
   */
  inside(page, inspect) {
    return this.kind === 'chromium' ? chromiumInside(page, inspect) : firefoxInside(page, inspect);
  }

  /**
   * Opens the real popup of the toolbar over a tab.
   *
   * @param {Page} page
   * @returns {Promise<import('./lib/popup.mjs').Popup>}
   */
  async popup(page) {
    await page.bringToFront();
    return this.kind === 'chromium' ? chromiumPopup(this, page) : firefoxPopup(this, page);
  }

  /** Installs the package once more over itself, as an update does. */
  async reinstall() {
    if (this.extension !== null) await this.raw.installExtension(path.resolve(this.extension));
  }

  /** Closes the browser and forgets its profile. */
  async close() {
    const child = this.raw.process();
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    // A browser may be gone before it has answered that it goes, and even before it is asked to.
    const gone = new Promise((resolve) => (child === null || child.exitCode !== null || child.signalCode !== null ? resolve(undefined) : child.once('exit', resolve)));
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve(child?.kill('SIGKILL')), PATIENCE);
    });
    await Promise.race([this.raw.close(), gone, late]);
    clearTimeout(timer);
  }
}

/** @param {string} extension */
function geckoId(extension) {
  const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'manifest.json'), 'utf8'));
  return String(manifest.browser_specific_settings.gecko.id);
}
