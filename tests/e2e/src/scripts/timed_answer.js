// Chooses an answer, and tells in milliseconds when the page was free again, when it was drawn, and when it showed 'saved'.
const [name, value, done] = arguments;
const times = {};
const told = (what) => {
  times[what] = performance.now() - begun;
  if (["free", "drawn", "saved"].every((what) => what in times)) done([times.free, times.drawn, times.saved]);
};
const saving = one("[data-saving]");
const observer = new MutationObserver(() => {
  if (saving.dataset.saving !== "saved") return;
  observer.disconnect();
  told("saved");
});
observer.observe(saving, { attributes: true });
let begun = 0;
function press() {
  begun = performance.now();
  one(`input[type=radio][name="${name}"][value="${value}"]`).click();
  soon(() => told("free"));
  requestAnimationFrame(() => soon(() => told("drawn")));
}
// From the beginning of a frame, so that it is not chance how far the next one is. A page at rest gets its first frame at once,
// wherever in its time that is; the one after it begins on time.
requestAnimationFrame(() => requestAnimationFrame(press));
