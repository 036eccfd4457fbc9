// Notes what a click takes, until the frame after it. Runs before everything else, so it hears each click first. What it
// makes of the choice (`change`) it hears last, on the window: by then the page's own handlers are done.
addEventListener(
  "click",
  ({ timeStamp: pressed }) => {
    // A click on a label makes a second one, on its radio.
    if (window.clicked) return;
    const clicked = (window.clicked = { pressed, heard: performance.now() });
    addEventListener("change", () => (clicked.handled = performance.now()), { once: true });
    requestAnimationFrame(() => {
      clicked.frame = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (clicked.drawn = performance.now());
      port2.postMessage(null);
    });
  },
  { capture: true },
);
