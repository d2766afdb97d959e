// Public pages that were read can be read again when the line is gone, with their date. Never kept is what depends on
// who asks: secretariat, accounts, previews, API. Where Offline:Enabled is false, sw-off.js stands here instead.
const pages = 'pages-1', parts = 'parts-1';
const most = { [pages]: 100, [parts]: 24 };
const page = /^\/(ar|zh|en|fr|ru|es)(?!\/(manage|account|preview)(\/|$))(\/|$)/;
const part = /^\/[\w-]+\.(css|js|svg)$/;

const storeOf = url => url.origin !== location.origin ? null : page.test(url.pathname) ? pages : part.test(url.pathname) && url.search ? parts : null;
const find = href => caches.match(href, { ignoreVary: true });
const get = async href => keep(href, await fetch(href));

async function keep(href, answer) {
  const name = storeOf(new URL(href, location));
  if (!name || !answer.ok || answer.redirected || /no-store/.test(answer.headers.get('cache-control'))) return;
  const store = await caches.open(name);
  await store.delete(href); // to the end
  await store.put(href, answer);
  for (const oldest of (await store.keys()).slice(0, -most[name])) await store.delete(oldest);
}

async function readPage(event, url) {
  const help = `/${url.pathname.slice(1, 3)}/offline`;
  try {
    const answer = await fetch(event.request);
    event.waitUntil(Promise.all([keep(url.href, answer.clone()), find(help).then(kept => kept || get(help))]).catch(() => {}));
    return answer;
  } catch {
    const kept = await find(url.href);
    return kept ? dated(kept, url) : await find(help) || Response.error();
  }
}

// The page says of when it is; its headers still hold.
async function dated(answer, url) {
  const day = new Date(answer.headers.get('date'));
  const said = day.toLocaleString(`${url.pathname.slice(1, 3)}-u-nu-latn`, { dateStyle: 'long', timeStyle: 'short' });
  const text = (await answer.text()).replace('<p class="kept" hidden>', '<p class="kept">').replace('<i></i>', `<time datetime="${day.toISOString()}">${said}</time>`);
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  return new Response(text, { headers });
}

async function readPart(event, url) {
  const kept = await find(url.href); // its address changes with its content
  if (kept) return kept;
  const answer = await fetch(event.request);
  event.waitUntil(keep(url.href, answer.clone()));
  return answer;
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
// The first page was there before this: it sends its address and its parts.
addEventListener('message', event => event.waitUntil(Promise.all(event.data.map(get)).catch(() => {})));
addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  const name = event.request.method === 'GET' && storeOf(url);
  if (name === pages && event.request.mode === 'navigate') event.respondWith(readPage(event, url));
  else if (name === parts) event.respondWith(readPart(event, url));
});
