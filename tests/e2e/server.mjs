// @ts-check
// The site under test: https://www.linkedin.com on loopback, with headers as strict as the real ones may be.
//
// Browsers reach it through a proxy of ours, so that addresses, match patterns, frames and policies are the real
// ones, and so that every host that a browser asks for is on record.

import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generate } from 'selfsigned';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PAGES = path.join(HERE, 'pages');
const HOST = 'www.linkedin.com';

/** The site's address in every browser. */
export const ORIGIN = `https://${HOST}`;

/** A policy in the manner of LinkedIn's, at its strictest: no wasm, no inline script, no string made into script. */
const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * @typedef {object} Site
 * @property {number} proxy the proxy's port on loopback
 * @property {string} plain the address of the same files over plain HTTP, as a playground's visitor has them
 * @property {string[]} requests the path of every request that reached the site, in order
 * @property {Set<string>} strangers every other host that a browser asked the proxy for
 * @property {() => Promise<void>} close
 */

/**
 * Starts the site, its plain twin and the proxy, each on a free port of loopback.
 *
 * @param {{ www: string }} options `www`: the folder of the built playground
 * @returns {Promise<Site>}
 */
export async function startSite({ www }) {
  /** @type {string[]} */
  const requests = [];
  /** @type {Set<string>} */
  const strangers = new Set();
  const react = bundle('react.jsx');
  const listener = (/** @type {boolean} */ strict) => {
    /** @type {http.RequestListener} */
    const handle = (request, response) => {
      const url = new URL(request.url ?? '/', ORIGIN);
      requests.push(url.pathname);
      answer(url, { www, react, strict }).then(
        ({ status, headers, body }) => response.writeHead(status, headers).end(body),
        (error) => response.writeHead(500).end(String(error)),
      );
    };
    return handle;
  };
  const certificate = await generate([{ name: 'commonName', value: HOST }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: HOST }] }],
  });
  const site = https.createServer({ key: certificate.private, cert: certificate.cert }, listener(true));
  const plain = http.createServer(listener(false));
  const [sitePort, plainPort] = await Promise.all([listen(site), listen(plain)]);
  const proxy = startProxy(sitePort, strangers);
  const servers = [site, plain, proxy];
  return {
    proxy: await listen(proxy),
    plain: `http://127.0.0.1:${plainPort}`,
    requests,
    strangers,
    close: async () => {
      await Promise.all(servers.map(stop));
    },
  };
}

/**
 * A proxy that knows one host and writes down the others.
 *
 * @param {number} sitePort
 * @param {Set<string>} strangers
 */
function startProxy(sitePort, strangers) {
  const proxy = http.createServer((request, response) => {
    strangers.add(new URL(request.url ?? '/', 'http://unknown').host);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, client) => {
    // A browser that is closed cuts its connections, also those that were refused: nothing to report.
    client.on('error', () => client.destroy());
    if (request.url !== `${HOST}:443`) {
      strangers.add(request.url ?? 'unknown');
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const server = net.connect(sitePort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      server.pipe(client);
      client.pipe(server);
    });
    server.on('error', () => client.destroy());
    client.on('close', () => server.destroy());
  });
  return proxy;
}

/**
 * `/playground/…` is the built playground, `/fixtures/…` a file of `pages/`, and every other path is the page
 * that holds the dialog, whatever LinkedIn's route; with `pages`, and in the frame that LinkedIn keeps, it is the one
 * that rebuilds LinkedIn's pages. Queries: `csp=none` drops the policy, `coep` and `coop` isolate the page, `cached` lets
 * the browser keep it.
 *
 * @param {URL} url
 * @param {{ www: string, react: Promise<Uint8Array>, strict: boolean }} site
 * @returns {Promise<{ status: number, headers: Record<string, string>, body: Uint8Array | string }>}
 */
async function answer(url, { www, react, strict }) {
  /** @type {Record<string, string>} */
  const headers = url.searchParams.has('cached') ? {} : { 'cache-control': 'no-store' };
  if (strict && url.searchParams.get('csp') !== 'none') headers['content-security-policy'] = STRICT;
  if (url.searchParams.has('coep')) headers['cross-origin-embedder-policy'] = 'require-corp';
  if (url.searchParams.has('coop')) headers['cross-origin-opener-policy'] = 'same-origin';
  const send = (/** @type {string} */ name, /** @type {Uint8Array | string} */ body) => ({
    status: 200,
    headers: { ...headers, 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream' },
    body,
  });
  const [, area, ...rest] = decodeURIComponent(url.pathname).split('/');
  if (url.pathname === '/favicon.ico') return { status: 204, headers, body: '' };
  if (url.pathname === '/fixtures/react.js') return send('react.js', await react);
  if (area === 'playground' || area === 'fixtures') {
    const root = area === 'playground' ? www : PAGES;
    const file = path.join(root, ...(rest.join('/') === '' ? ['index.html'] : rest));
    if (!file.startsWith(root + path.sep) || !fs.existsSync(file)) return { status: 404, headers, body: 'not found' };
    return send(file, fs.readFileSync(file));
  }
  const page = url.searchParams.has('pages') || url.pathname === '/preload/' ? 'linkedin.html' : 'dialog.html';
  return send(page, fs.readFileSync(path.join(PAGES, page)));
}

/**
 * A page's script with what it imports from npm, as one file that a strict policy lets run.
 *
 * @param {string} entry
 * @returns {Promise<Uint8Array>}
 */
async function bundle(entry) {
  const result = await build({
    entryPoints: [path.join(PAGES, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['/playground/*'],
  });
  return result.outputFiles[0]?.contents ?? new Uint8Array();
}

/** The open connections of each server. @type {WeakMap<net.Server, Set<net.Socket>>} */
const connections = new WeakMap();

/**
 * @param {net.Server} server
 * @returns {Promise<number>} the port
 */
function listen(server) {
  /** @type {Set<net.Socket>} */
  const open = new Set();
  connections.set(server, open);
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

/** Ends a server with all its connections: nobody reads a tunnel whose browser has gone, so it would never end by itself.
 * @param {http.Server | https.Server} server */
function stop(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    for (const socket of connections.get(server) ?? []) socket.destroy();
  });
}
