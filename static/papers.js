// The office: it makes papers and files beside the page, in a worker, because Word and Excel take a moment. This file is
// both sides of it: the page imports it (boot.js, `roomToGrow.load("papers")`) and calls `ask`; in the worker it loads the
// module that does the work (crates/office) and answers.

const here = import.meta.url;
const beside = (name) => new URL(name, here).href;

// In the one-file build the scripts have addresses in memory, and Chromium and WebKit let no worker import from those when
// the page is a file. There the page does the work itself: it stands still for a moment, and makes the same.
const isInMemory = here.startsWith("blob:");

let office;
let worker;
let count = 0;
const waiting = new Map();

// Calls a function of the module in the worker: its name, and what is given to it.
export function ask(name, ...given) {
  if (isInMemory) return answer(name, given);
  worker ??= open();
  return new Promise((answered, refused) => {
    count += 1;
    waiting.set(count, { answered, refused });
    worker.postMessage([count, name, ...given]);
  });
}

// Whether the office still knows what it was told; after a fault there is a new one that knows nothing.
export const isOpen = () => (isInMemory ? office : worker) !== undefined;

// Does the work here, on the page or in the worker.
async function answer(name, given) {
  office ??= import(beside("office.js")).then(async (module) => {
    await module.default({ module_or_path: beside("office_bg.wasm") });
    return module;
  });
  try {
    return (await office)[name](...given);
  } catch (error) {
    office = undefined;
    throw error;
  }
}

function open() {
  const opened = new Worker(here, { type: "module" });
  opened.onmessage = ({ data: [number, answer, fault] }) => {
    if (fault) return close();
    waiting.get(number)?.answered(answer);
    waiting.delete(number);
  };
  opened.onerror = close;
  return opened;
}

// A module that could not be fetched, or that ran into a fault, is no use any more; the next call tries anew.
function close() {
  worker?.terminate();
  worker = undefined;
  for (const { refused } of waiting.values()) refused(new Error("the office is closed"));
  waiting.clear();
}

if (typeof document === "undefined") {
  addEventListener("message", async ({ data: [number, name, ...given] }) => {
    try {
      postMessage([number, await answer(name, given)]);
    } catch {
      postMessage([number, null, true]);
    }
  });
}
