// Words for the scripts of the harness; they stand before each of them.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const shown = (selector) => all(selector).filter((element) => element.checkVisibility());
const one = (selector) => document.querySelector(selector);
const fetched = (part) =>
  performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.includes(part) && responseEnd > 0);
// What was fetched is on the page after the frame that follows.
const drawn = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
const brief = (element) => `"${(element.innerText ?? "").trim().slice(0, 30)}"`;
const data = (element) => Object.entries(element.dataset).map(([name, value]) => `[data-${name}=${value}]`).join("");

// When what was begun is done: after all that waits, and in a frame after it was drawn.
const soon = (then) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = then;
  port2.postMessage(null);
};
