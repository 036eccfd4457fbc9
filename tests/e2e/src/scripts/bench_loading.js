// Notes how a page comes up. Runs before everything else.
const noted = { paint: null, radio: null, shift: 0, moved: [], long: [] };
window.noted = noted;
const observe = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && (noted.paint = startTime));
observe("layout-shift", ({ value, sources }) => {
  noted.shift += value;
  for (const { node } of sources) noted.moved.push(node?.getAttribute?.("class") || node?.nodeName || "something that is gone");
});
observe("longtask", ({ duration }) => noted.long.push(duration));
new MutationObserver((_, observer) => {
  if (!document.querySelector("input[type=radio]")) return;
  observer.disconnect();
  noted.radio = performance.now();
}).observe(document, { childList: true, subtree: true });
