// Tells what a page leaves around it in the browser: not the names only, but what is in them.
const [done] = arguments;
const stored = (store) => Object.entries(store).map(([key, value]) => `${key}=${value}`);
const cached = async (name) => {
  const cache = await caches.open(name);
  const requests = await cache.keys();
  return Promise.all(requests.map(async (request) => `${request.url} ${await (await cache.match(request)).text()}`));
};
Promise.all([caches.keys().then((names) => Promise.all(names.map(cached))), indexedDB.databases()]).then(
  ([caches, databases]) => done(JSON.stringify({
    stores: [...stored(localStorage), ...stored(sessionStorage)],
    caches,
    databases,
    cookies: document.cookie,
    window: window.name,
    history: history.state,
    fetched: performance.getEntries().map(({ name }) => name),
  })),
);
