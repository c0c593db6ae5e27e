'use strict';
const VERSION = "HASH";
const PAGES = [
  "index.html",
  "promises.html",
  "search.html"
]
const ASSETS = [
  "../assets/brief-HASH.css",
  "../assets/icon-HASH.svg",
  "../assets/offline-HASH.js",
  "../assets/search-young-HASH.js",
  "../assets/brief-early-HASH.js",
  "../assets/brief-HASH.js",
  "../assets/brief-search-HASH.js",
  "../assets/brief-get-HASH.js"
]
// The service worker of one edition: after one visit the edition can be read
// without a connection. Duet writes before this: VERSION, which changes with any
// of the files, PAGES and ASSETS, their paths from this file.
//
// A page comes from the server whenever the server answers, so nobody reads an old
// page who could have the new one. What has a hash in its name never changes and
// comes from the store. Only files of this site are ever asked for or kept; who
// reads what is not noted anywhere.
const NAME = 'duet ' + self.registration.scope + ' ';
const STORE = NAME + VERSION;
const PATIENCE = 5000; // milliseconds: after that there is no connection worth the name

const at = path => new URL(path, self.location).href;
const pages = new Set(PAGES.map(at));
const assets = new Set(ASSETS.map(at));

// An address as the store knows it: no query, no fragment, and the file of a folder.
function plain(url) {
    const address = new URL(url);
    address.search = address.hash = '';
    if (address.pathname.endsWith('/')) {
        address.pathname += 'index.html';
    }
    return address.href;
}

// All files or none. An asset that an older store has is taken from there.
async function fill() {
    const store = await caches.open(STORE);
    await Promise.all([...pages].map(async url => {
        const answer = await fetch(url, { cache: 'no-cache' });
        if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
        await store.put(url, answer);
    }));
    await Promise.all([...assets].map(async url => {
        const answer = await caches.match(url) ?? await fetch(url);
        if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
        await store.put(url, answer);
    }));
}

async function tidy() {
    for (const name of await caches.keys()) {
        if (name.startsWith(NAME) && name !== STORE) {
            await caches.delete(name);
        }
    }
    await self.clients.claim();
}

// From the server; from the store when it does not answer in time; and when the
// store does not have it either, the edition's first page, where help is named.
async function page(event) {
    const url = plain(event.request.url);
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
        const answer = await fetch(event.request, { cache: 'no-cache', signal: stop.signal });
        if (answer.ok && !answer.redirected && pages.has(url)) {
            const copy = answer.clone();
            event.waitUntil(caches.open(STORE).then(store => store.put(url, copy)).catch(() => {}));
        }
        return answer;
    } catch {
        const store = await caches.open(STORE);
        const first = at('index.html');
        return await store.match(url) ??
            (url === first ? Response.error() : Response.redirect(first));
    } finally {
        clearTimeout(timer);
    }
}

// Files with a hash in their names: stored when they are first used, such as a font.
async function asset(request) {
    const store = await caches.open(STORE);
    const stored = await store.match(request.url);
    if (stored) {
        return stored;
    }
    const answer = await fetch(request);
    if (answer.ok) {
        await store.put(request.url, answer.clone()).catch(() => {});
    }
    return answer;
}

self.addEventListener('install', event => {
    event.waitUntil(fill().then(() => self.skipWaiting()));
});
self.addEventListener('activate', event => event.waitUntil(tidy()));
self.addEventListener('fetch', event => {
    const { request } = event;
    if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) {
        return;
    }
    if (request.mode === 'navigate') {
        if (request.url.startsWith(self.registration.scope)) {
            event.respondWith(page(event));
        }
    } else if (/\/assets\/[^/]+-[0-9a-f]{12,}\.[a-z0-9]+$/.test(new URL(request.url).pathname)) {
        event.respondWith(asset(request));
    }
});
