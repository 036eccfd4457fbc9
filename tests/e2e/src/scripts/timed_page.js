// Goes to a page of the app, and tells in milliseconds when something on it was there, and when it was drawn.
const [hash, selector, done] = arguments;
let begun = 0;
const observer = new MutationObserver(() => {
  if (!one(selector)) return;
  observer.disconnect();
  const there = performance.now() - begun;
  requestAnimationFrame(() => soon(() => done([there, performance.now() - begun])));
});
observer.observe(document.body, { childList: true, subtree: true });
function go() {
  begun = performance.now();
  location.hash = hash;
}
// As in timed_answer.js.
requestAnimationFrame(() => requestAnimationFrame(go));
