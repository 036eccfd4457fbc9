// Offers what is kept on this device as a file, when the app itself can do nothing any more. boot.js
// imports it with the panel 'this page has stopped working'. It reads and never writes: whatever is
// wrong, this must not make it worse.

const DATABASE = "room-to-grow";
// Not every version of the store has all of them.
const STORES = ["assessments", "aside", "before", "meta"];

// Shows the buttons that download the file, if there is anything to put into it.
export async function rescue() {
  const stores = await readStores();
  const { meta, ...records } = stores;
  if (!Object.values(records).some((store) => Object.keys(store).length > 0)) return;
  const made = new Date();
  const text = JSON.stringify({ format: "room-to-grow-rescue", version: 1, made: made.getTime(), stores });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `room-to-grow-rescue-${dayOf(made)}.json`;
  for (const button of document.querySelectorAll("[data-rescue]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      link.click();
      for (const text of document.querySelectorAll("[data-rescued]")) text.hidden = false;
    });
  }
}

// Each store as an object: from key to value. Without a store on this device: none.
async function readStores() {
  const database = await openExisting();
  if (!database) return {};
  try {
    const names = STORES.filter((name) => database.objectStoreNames.contains(name));
    if (names.length === 0) return {};
    // One transaction for all of them, so that they fit together. It waits for changes under way.
    const transaction = database.transaction(names);
    const read = names.map(async (name) => [name, await contents(transaction.objectStore(name))]);
    return Object.fromEntries(await Promise.all(read));
  } finally {
    // An open connection would keep another page from bringing the store up to date.
    database.close();
  }
}

async function contents(store) {
  const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
  return Object.fromEntries(keys.map((key, place) => [key, written(values[place])]));
}

// Everything that the app keeps is bytes. Anything else is somebody else's, and stays as it is.
const written = (value) => (value instanceof Uint8Array ? base64(value) : { json: value });

const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

// The database as it is, of whatever version; null if there is none, or if this browser has no room
// for one. Opening makes a database where there is none, and aborting takes that back.
async function openExisting() {
  try {
    const request = indexedDB.open(DATABASE);
    request.onupgradeneeded = () => request.transaction.abort();
    return await answer(request);
  } catch {
    return null;
  }
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      // Firefox would tell the page about it as well, as an error that nobody dealt with.
      event.preventDefault();
      reject(request.error);
    };
  });
}

// The day where the device is, as 2026-11-22.
function dayOf(moment) {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
