// The service worker: it keeps every file of the site on this device, so that all of it works without the internet.
// `finish` puts `SITE` in front of it: the build, and each file with its address and digest.
//
// A new version is fetched beside the one that is in use, whole or not at all, and then waits: every page that is opened
// gets the version that was agreed on. All other files have names that tell their content, so that a page of an old
// version never gets a file of a new one.

const ROOT = registration.scope;
// Under the same host name there may be another copy of the site, in another folder.
const OURS = `room-to-grow ${new URL(ROOT).pathname} `;
const AGREED = OURS + "agreed";
const cacheOf = (build) => OURS + build;

addEventListener("install", (event) => event.waitUntil(complete().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim().then(tidy)));
addEventListener("message", (event) => event.waitUntil(answer(event)));

addEventListener("fetch", (event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(ROOT)) return;
  const path = address.slice(ROOT.length);
  if (request.mode === "navigate") {
    const folder = path.replace(/index\.html$/, "");
    if (SITE.files.some(([known]) => isPage(known) && known === folder)) event.respondWith(page(request, folder));
  } else if (/\.[0-9a-f]{16}\.\w+$/.test(path)) {
    event.respondWith(file(request, address));
  }
});

// A page has the name of its folder, which tells nothing of its content.
const isPage = (path) => path === "" || path.endsWith("/");

async function page(request, folder) {
  const cacheName = cacheOf(await agreed());
  return (await caches.match(ROOT + folder, { cacheName, ignoreVary: true })) ?? fetch(request);
}

// Of whatever version: the name tells the content.
async function file(request, address) {
  const kept = await caches.match(address, { ignoreVary: true });
  // Whoever asks past the caches found what came from them damaged.
  const past = request.cache === "reload" || request.url.endsWith("?");
  if (kept && !past) return kept;
  return fetch(request).catch((error) => kept ?? Promise.reject(error));
}

// Fetches what is not here yet of this version. What a host changes on the way, or has of another version by now, does
// not match its digest, and then nothing of it is kept.
async function complete() {
  const name = cacheOf(SITE.build);
  const begun = await caches.has(name);
  const cache = await caches.open(name);
  const kept = await Promise.allSettled(SITE.files.map((file) => keep(cache, file)));
  const failed = kept.find(({ status }) => status === "rejected");
  if (!failed) return;
  // What was whole before may be in use.
  if (!begun) await caches.delete(name);
  const trouble = troubleOf(failed.reason);
  for (const page of await clients.matchAll({ includeUncontrolled: true })) page.postMessage({ trouble });
  throw failed.reason;
}

// As pages are told of it.
const troubleOf = ({ name }) => (name === "QuotaExceededError" ? "full" : "failed");

async function keep(cache, [path, integrity]) {
  const address = ROOT + path;
  if (await cache.match(address, { ignoreVary: true })) return;
  const same = !isPage(path) && (await caches.match(address, { ignoreVary: true }));
  await cache.put(address, same || (await get(address, integrity, isPage(path) ? "reload" : "default")));
}

async function get(address, integrity, cache) {
  const got = await fetch(address, { integrity, cache }).catch(() => fetch(address, { integrity, cache: "reload" }));
  if (!got.ok) throw new Error(`${got.status} for ${address}`);
  // A page may not be answered with a redirection that was followed before.
  return got.redirected ? new Response(got.body, { headers: got.headers }) : got;
}

// The version that pages get: the one that was agreed on, as long as it is here.
async function agreed() {
  const kept = await caches.match(ROOT, { cacheName: AGREED });
  const build = await kept?.text();
  return build && (await caches.has(cacheOf(build))) ? build : agree();
}

async function agree() {
  await (await caches.open(AGREED)).put(ROOT, new Response(SITE.build)).catch(() => {});
  return SITE.build;
}

// Versions that no page uses any more go. A page holds a lock with the name of its cache.
async function tidy() {
  const held = (await navigator.locks?.query())?.held ?? [];
  const used = [AGREED, cacheOf(SITE.build), cacheOf(await agreed()), ...held.map(({ name }) => name)];
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && !used.includes(name)) await caches.delete(name);
  }
}

// A page asks how things are, and with `agree` it moves to this version.
async function answer({ data, ports: [port] }) {
  let trouble;
  // Someone may have deleted the caches.
  await complete().catch((error) => (trouble = troubleOf(error)));
  if (data === "agree" && !trouble) await agree();
  port.postMessage({ newest: SITE.build, agreed: await agreed(), trouble });
  await tidy();
}
