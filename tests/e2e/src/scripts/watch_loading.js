// Notes when the first page can be used, and what memory the module has. Runs before everything else.
window.observed = {};
new MutationObserver((_, observer) => {
  if (!document.querySelector('button[data-scope="quick"]')) return;
  observer.disconnect();
  window.observed.usable = performance.now();
}).observe(document, { childList: true, subtree: true });
for (const way of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[way];
  WebAssembly[way] = async (...given) => {
    const made = await original.apply(WebAssembly, given);
    window.observed.memory ??= (made.instance ?? made).exports.memory;
    return made;
  };
}
