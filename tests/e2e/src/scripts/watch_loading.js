// Notes what memory the module has. Runs before everything else.
window.observed = {};
for (const way of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[way];
  WebAssembly[way] = async (...given) => {
    const made = await original.apply(WebAssembly, given);
    window.observed.memory ??= (made.instance ?? made).exports.memory;
    return made;
  };
}
