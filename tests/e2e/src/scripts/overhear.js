// Listens along on the line between the tabs; bytes as the letters they may stand for.
globalThis.overheard = [];
const letters = (part) => (part instanceof Uint8Array ? String.fromCharCode(...part) : String(part));
new BroadcastChannel("room-to-grow").addEventListener("message", ({ data }) => {
  overheard.push([data].flat().map(letters).join(" "));
});
