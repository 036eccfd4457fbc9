// Tells where the label of an answer is that is not chosen yet, once it lies still in the middle of the window. Each time
// another question, and each time round the next of its first four answers.
const [turn, done] = arguments;
const questions = Object.values(Object.groupBy(document.querySelectorAll("input[type=radio]"), ({ name }) => name));
const radio = questions[turn % questions.length][Math.floor(turn / questions.length) % 4];
const target = radio.closest("label");
target.scrollIntoView({ block: "center", behavior: "instant" });
window.clicked = null;
requestAnimationFrame(() =>
  soon(() => {
    const { left, top, width, height } = target.getBoundingClientRect();
    done([left + width / 2, top + height / 2, radio.checked]);
  }),
);
