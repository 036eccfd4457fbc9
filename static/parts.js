// Fetches the second part of the main module (src/parts.rs) and joins it to the first: both have one memory and one table of
// functions. Its style comes with it. The build puts this into the script of the first part, and calls the second by its final name.

import { initSync } from "./room-to-grow.js";

async function join(cache) {
  const response = await fetch(new URL("behind.wasm", import.meta.url), { cache });
  if (!response.ok) throw new Error(`${response.status}`);
  // All that the first part gives.
  const imports = { __wasm_split: initSync() };
  // Some hosts do not know what a module is; then it comes whole before it is compiled.
  const known = response.headers.get("Content-Type") === "application/wasm";
  if (known) await WebAssembly.instantiateStreaming(response, imports);
  else await WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

// Puts the style of what stands behind on the page, once. Without it the second part would stand there undressed.
function dress() {
  const link = document.querySelector("link[rel=stylesheet-behind]");
  return new Promise((done, failed) => {
    if (!link) return done();
    link.onload = done;
    link.onerror = (event) => {
      // The next attempt finds it again.
      link.rel = "stylesheet-behind";
      failed(event);
    };
    link.rel = "stylesheet";
  });
}

// Called by the first part, with what it wants to be called back by.
export async function __wasm_split_load_behind(place, what) {
  let here = true;
  try {
    // What fails may be a damaged copy, which would come from the browser's cache again and again.
    await Promise.all([join("default").catch(() => join("reload")), dress()]);
  } catch (error) {
    console.error(error);
    here = false;
  }
  initSync().__indirect_function_table.get(place)(what, here);
}
