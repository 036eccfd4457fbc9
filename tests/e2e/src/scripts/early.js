// Chooses answers one after the other, and counts how often the page said 'saved' before it was true: in any moment
// between two tasks, with the answer on the screen and no transaction completed since it was given.
const [practice, values, done] = arguments;
const line = new MessageChannel();
let [turn, early, before, since] = [0, 0, 0, 0];
const next = () => {
  before = completedWrites;
  since = performance.now();
  one(`[name="${practice}"][value="${values[turn]}"]`).click();
  turn += 1;
};
line.port1.onmessage = () => {
  const said = one("header [data-saving]").dataset.saving === "saved";
  if (said && completedWrites === before) {
    early += 1;
    before = -1;
  } else if (said && performance.now() - since > 100) {
    if (turn === values.length) return done(early);
    next();
  }
  line.port2.postMessage(null);
};
next();
line.port2.postMessage(null);
