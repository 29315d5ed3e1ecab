/** Everything that the pages ask for passes here, as it does in an app that works offline. */
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => event.respondWith(fetch(event.request)))
