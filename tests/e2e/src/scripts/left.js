// What a page can leave behind in a browser.
const [done] = arguments;
Promise.all([indexedDB.databases(), caches.keys()]).then(([databases, caches]) =>
  done({
    databases: databases.map(({ name }) => name),
    caches,
    keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    cookies: document.cookie,
    name: window.name,
    state: JSON.stringify(history.state),
    place: location.hash,
  }),
);
