// Only in the one-file build (`cargo xtask build --single`), in front of boot.js and in the same script: unpacks the
// files that the page holds, and gives each an address in memory. boot.js and the app then fetch them as they would
// from a host. In a function of its own, so that its names and those of boot.js do not meet.

await (async () => {
  const kinds = { js: "text/javascript", wasm: "application/wasm", pack: "application/octet-stream" };
  const addresses = new Map();
  const withAddresses = (text) => [...addresses].reduce((text, [name, here]) => text.replaceAll(name, here), text);

  async function unpack({ dataset, textContent }) {
    const kind = dataset.file.split(".").pop();
    const packed = Uint8Array.from(atob(textContent), (letter) => letter.charCodeAt(0));
    const plain = new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
    // A script mentions other files by name: they came before it, so their addresses are known.
    const content = kind === "js" ? withAddresses(await plain.text()) : await plain.arrayBuffer();
    addresses.set(dataset.file, URL.createObjectURL(new Blob([content], { type: kinds[kind] })));
  }

  try {
    const held = [...document.querySelectorAll("script[data-file]")];
    // Scripts one after the other, because of their mentions; all else at once.
    const [scripts, others] = [true, false].map((wanted) =>
      held.filter(({ dataset }) => dataset.file.endsWith(".js") === wanted),
    );
    await Promise.all(others.map(unpack));
    for (const script of scripts) await unpack(script);
    for (const element of held) element.remove();
    const { dataset } = document.querySelector("script[data-wasm]");
    for (const name of Object.keys(dataset)) dataset[name] = withAddresses(dataset[name]);
  } catch (error) {
    // A browser that cannot unpack: boot.js finds no file, and says that the page cannot start.
    console.error(error);
  }
})();
