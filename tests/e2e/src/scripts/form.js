// Tells the questions of a blank form, in the order in which they stand on it.
const words = (element) => element.innerText.replace(/\s+/g, " ").trim();
return shown("[data-sheet] [data-practice]").map((asked) => ({
  practice: asked.dataset.practice,
  question: words(asked.querySelector("h4")),
  boxes: [...asked.querySelectorAll("li")].filter((box) => box.querySelector(".box")).map(words),
}));
