// Lets pages be read again when the line is gone; sw.js does it.
const workers = navigator.serviceWorker; // none in old browsers and private windows, nor over plain HTTP
if (workers) {
  const first = !workers.controller;
  addEventListener('load', async () => {
    await workers.register('/sw.js', { updateViaCache: 'none' });
    const { active } = await workers.ready;
    if (first) active.postMessage([location.href.split('#')[0], `/${document.documentElement.lang}/offline`, ...performance.getEntriesByType('resource').map(r => r.name)]);
  });
}
