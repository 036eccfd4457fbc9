// Gives answers in a hurry, from a moment on that several tabs can agree on: one after the other, without waiting.
const [practice, values, from, every, done] = arguments;
let turn = 0;
const answer = () => {
  one(`[name="${practice}"][value="${values[turn]}"]`).click();
  turn += 1;
  if (turn < values.length) setTimeout(answer, every);
};
setTimeout(answer, from - performance.timeOrigin - performance.now());
done(null);
