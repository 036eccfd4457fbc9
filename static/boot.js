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
const roomToGrow = { load, ready };
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
  // A page in one language is in that one, whatever is wished.
  if ("oneLanguage" in page.dataset) return page.lang;
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

// The start page stands in the page as the app draws it at a first visit; in templates in the other languages. For any other
// page, and where the start page lists something (src/browser/mark.rs), a text stands there until the app has drawn it.
function showStart() {
  const starting = app.querySelector(".starting");
  const isFirst = ["", "#/"].includes(location.hash) && !kept("kept") && location.protocol !== "file:";
  const [other] = app.querySelectorAll(`template[data-start="${page.lang}"]`);
  if (isFirst && other) app.replaceChildren(other.content, starting);
  if (!isFirst) app.replaceChildren(starting);
  starting.hidden = app.childElementCount > 1;
  // Without this script nobody hears what is pressed, so until now nothing looked as if it could be.
  for (const button of app.querySelectorAll("button")) button.disabled = false;
  for (const link of app.querySelectorAll("[data-to]")) {
    link.setAttribute("href", link.dataset.to);
    link.removeAttribute("data-to");
  }
}

// Until the app takes the page over: what has the focus, and the button that was pressed last. Links need none of it: the
// app begins where the address says.
const app = document.getElementById("app");
const taken = new AbortController();
let focused, pressed;

// An element without what is in it, and which one it is of its kind: so it is found again when the app has drawn it.
const all = (kind) => [...app.querySelectorAll(kind)];
const noted = (element) => ({ kind: element.localName, at: all(element.localName).indexOf(element), is: element.cloneNode() });
function found({ kind, at, is }) {
  const here = all(kind);
  return [here[at], ...here].find((element) => element?.cloneNode().isEqualNode(is));
}

const until = { signal: taken.signal };
app.addEventListener("focusin", ({ target }) => (focused = noted(target)), until);
addEventListener("pointerdown", () => (focused = undefined), until);
app.addEventListener(
  "click",
  (event) => {
    const target = event.target.closest("a, button");
    if (!target) return;
    for (const before of all("[aria-busy]")) before.removeAttribute("aria-busy");
    pressed = target.localName === "button" ? noted(target) : undefined;
    if (target.getAttribute("href") === "#main") {
      // The address is that of a page of the app.
      event.preventDefault();
      document.getElementById("main").focus();
    } else {
      target.setAttribute("aria-busy", "true");
    }
  },
  until,
);

// The app has drawn its first page, and hears what is pressed.
function ready() {
  performance.mark("ready");
  taken.abort();
  if (focused && document.activeElement === document.body) found(focused)?.focus({ preventScroll: true });
  if (pressed) found(pressed)?.click();
}

function showInPlaceOfApp(panel) {
  // The language may have been changed since the start.
  showTextsInLanguageOfPage();
  // What the app has not drawn itself would promise what does not happen.
  if (!taken.signal.aborted) app.replaceChildren();
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
showStart();

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
