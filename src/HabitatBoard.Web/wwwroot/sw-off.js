// Stands at /sw.js where Offline:Enabled is false: removes what browsers have kept, then itself.
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
})()));
