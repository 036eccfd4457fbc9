// Sets how far a step is, and tells how many milliseconds it takes until that is drawn.
const [step, status, done] = arguments;
const begun = performance.now();
one(`[name="status-${step}"][value="${status}"]`).click();
const look = () =>
  one(`[data-action="${step}"]`).dataset.status === status
    ? drawn(() => done(performance.now() - begun))
    : requestAnimationFrame(look);
look();
