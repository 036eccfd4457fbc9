// The page's side of worker.js: it starts the service worker, and tells the app how things stand. The app imports it once
// its first page is there (boot.js, `roomToGrow.load("offline")`).

const { worker, build } = document.querySelector("script[data-build]").dataset;
const HOUR = 3600000;

let registration;
let tell;
let looked = Date.now();
// What the app is told: how far the files are here, whether there is a new version, and whether it can be installed.
const now = { files: "coming", renewable: false, installable: Boolean(roomToGrow.offer) };

// From now on `listener` hears how things stand, each time that it changes.
export function begin(listener) {
  tell = (changed) => {
    Object.assign(now, changed);
    listener(now.files, now.renewable, now.installable);
  };
  addEventListener("beforeinstallprompt", () => tell({ installable: true }));
  addEventListener("appinstalled", () => tell({ installable: false }));
  if (!worker || !navigator.serviceWorker) return tell({ files: "never" });
  // As long as this page is open, its version stays here.
  const path = new URL(".", new URL(worker, document.baseURI)).pathname;
  navigator.locks?.request(`room-to-grow ${path} ${build}`, { mode: "shared" }, () => new Promise(() => {}));
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    // A first version that fails; where there is one already, that one stays.
    if (data.trouble && !registration?.active) tell({ files: data.trouble });
  });
  navigator.serviceWorker.startMessages();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - looked < HOUR) return;
    looked = Date.now();
    // Without network there is nothing new.
    registration?.update().catch(() => {});
  });
  return again();
}

// Tries, once more if need be, to get everything.
export async function again() {
  tell({ files: "coming" });
  try {
    registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" });
  } catch (error) {
    // Some browsers offer it and then forbid it, for example in a private window.
    return tell({ files: error.name === "SecurityError" ? "never" : "failed" });
  }
  registration.onupdatefound = () => look(registration.installing);
  return look(registration.installing);
}

// Waits until a worker is ready, and asks the one that works then.
async function look(coming) {
  if (coming) await settled(coming);
  if (registration.active) {
    learn(await ask("look"));
  } else if (now.files === "coming") {
    tell({ files: "failed" });
  }
}

const settled = (coming) =>
  new Promise((done) => {
    const check = () => ["activated", "redundant"].includes(coming.state) && done();
    coming.onstatechange = check;
    check();
  });

const ask = (what) =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    registration.active.postMessage(what, [port2]);
  });

function learn({ newest, agreed, trouble }) {
  // Someone who loads the page past all caches has the newest version already.
  if (newest === build && agreed !== build) ask("agree");
  tell({ files: trouble ?? "here", renewable: newest !== build });
}

// Moves to the new version. Every other tab stays with its own until it is loaded again.
export async function renew() {
  if (registration?.active) await ask("agree");
  location.reload();
}

// The service worker goes, as if nobody had been here.
export const forget = async () => (await navigator.serviceWorker?.getRegistration())?.unregister();

// Asks the browser to install the app; the browser asks the user.
export async function install() {
  await roomToGrow.offer?.prompt();
  roomToGrow.offer = undefined;
  tell({ installable: false });
}
