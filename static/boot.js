// Starts the app. It is a file of its own because the Content-Security-Policy allows no inline
// script, and it stays small because everything else waits for it. Trunk puts it into the page
// (Trunk.toml, pattern_script) with the addresses of the other files as attributes.

const script = document.querySelector("script[data-wasm]");
const page = document.documentElement;
const packs = JSON.parse(script.dataset.packs || "{}");
const modules = JSON.parse(script.dataset.modules || "{}");
const languages = Object.keys(packs)
  .filter((name) => name.startsWith("ask."))
  .map((name) => name.slice("ask.".length));

// Relative to the page, not to this file: both lie in the same folder, wherever the site is hosted.
const address = (path) => new URL(path, document.baseURI).href;

// Grows with each failure. Under the same address browsers would only repeat a failed import
// (whatwg/html#6768), and a damaged copy would come from their cache again; hosts ignore a bare `?`.
let again = "";

// Imports a script and starts the wasm that belongs to it, if there is one.
async function open({ js, wasm }) {
  const module = await import(address(js) + again);
  if (wasm) await module.default({ module_or_path: address(wasm) + again });
  return module;
}

// What few visits need comes when it is asked for: `await roomToGrow.load("annex")`. Asking twice gives
// the same module, and asking after a failure tries again.
const loading = {};
const load = (name) =>
  (loading[name] ??= open(modules[name]).catch((error) => {
    delete loading[name];
    again += "?";
    throw error;
  }));
const roomToGrow = { load };
globalThis.roomToGrow = roomToGrow;

// Some browsers offer to install the app as soon as they know it; the page offers it where it belongs (offline.js).
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  roomToGrow.offer = event;
});

function kept(choice) {
  try {
    return localStorage.getItem(`room-to-grow.${choice}`);
  } catch {
    // Storage can be forbidden by the browser's settings; then nothing was chosen.
    return null;
  }
}

function chosenLanguage() {
  const wishes = [kept("language"), ...(navigator.languages ?? [navigator.language])];
  const codes = wishes.map((wish) => wish?.toLowerCase().split("-")[0]);
  return codes.find((code) => languages.includes(code)) ?? languages[0];
}

// A language without texts of its own in the page speaks another one here.
function showTextsInLanguageOfPage() {
  const texts = [...document.querySelectorAll("[data-language]")];
  const known = texts.some((text) => text.dataset.language === page.lang);
  const shown = known ? page.lang : texts[0].dataset.language;
  for (const text of texts) text.hidden = text.dataset.language !== shown;
}

function showInPlaceOfApp(panel) {
  // The language may have been changed since the start.
  showTextsInLanguageOfPage();
  // A start text that is still there would promise what does not happen.
  for (const text of document.querySelectorAll("#app > .starting")) text.hidden = true;
  panel.hidden = false;
}

function showTrouble() {
  const trouble = document.getElementById("trouble");
  if (!trouble.hidden) return;
  showInPlaceOfApp(trouble);
  // The rest of the page is dead: whoever uses the keyboard needs this button first.
  trouble.querySelector("[data-language]:not([hidden]) button").focus();
  load("rescue").then(({ rescue }) => rescue());
}

// After a trap the app can neither draw nor save any more, so the page must say so by itself. The
// event comes from the panic hook; a trap without one (out of memory, for instance) shows as error.
addEventListener("room-to-grow:trouble", showTrouble);
addEventListener("error", (event) => troubleIfTrap(event.error));
addEventListener("unhandledrejection", (event) => troubleIfTrap(event.reason));

function troubleIfTrap(error) {
  if (error instanceof WebAssembly.RuntimeError) showTrouble();
}

for (const button of document.querySelectorAll("[data-reload]")) {
  button.addEventListener("click", () => location.reload());
}

// Whoever shows a page in a frame can lay something over it, and catch what is pressed. Headers prevent that, and this
// does where a host sends none. data-frames names the sites that may; 'self' is the one that this page is of.
function isFramedByStranger() {
  if (top === self) return false;
  const allowed = script.dataset.frames.split(" ");
  // Not every browser names all sites around a page. The referrer is the nearest, or empty.
  const around = location.ancestorOrigins ?? [document.referrer && new URL(document.referrer).origin];
  return [...around].some((site) => !site || !allowed.includes(site === location.origin ? "self" : site));
}

page.lang = chosenLanguage();
// The size of the text and the like: src/reading.rs says which marks there are.
page.dataset.reading = kept("reading") ?? "";
// An installed app has one name: the one in the language in which it was installed. With the word `manifest` in the page itself,
// a browser may read the first before this runs.
const manifest = document.querySelector(`link[rel=manifest-in-language][lang="${page.lang}"]`);
if (manifest) manifest.rel = "manifest";
showTextsInLanguageOfPage();

if (isFramedByStranger()) {
  showInPlaceOfApp(document.getElementById("framed"));
} else {
  // The app asks for this pack as soon as it runs; fetching it now saves a round trip. `crossorigin`
  // makes the request equal to that of `fetch`, or it would be sent twice.
  const ask = packs[`ask.${page.lang}`];
  if (ask) {
    const preload = document.createElement("link");
    Object.assign(preload, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address(ask) });
    document.head.append(preload);
  }

  try {
    await open(script.dataset);
  } catch (error) {
    console.error(error);
    showTrouble();
  }
}
