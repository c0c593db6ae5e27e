// Takes away the service worker that an earlier build put here, and what it stored.
'use strict';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil((async () => {
    for (const name of await caches.keys()) {
        if (name.startsWith('duet ' + self.registration.scope + ' ')) {
            await caches.delete(name);
        }
    }
    await self.registration.unregister();
})()));
