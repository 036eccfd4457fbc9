// What was given on a page of questions, and whether the page says that it is kept: all at one instant.
const chosen = all("fieldset[data-practice] input:checked").map(({ name, value }) => [name, value]);
const notes = all("fieldset[data-practice] + details[data-note]").map((fold) => [
  `note on ${fold.previousElementSibling.dataset.practice}`,
  fold.querySelector("textarea").value,
]);
return {
  saved: one("header [data-saving]").dataset.saving === "saved",
  given: Object.fromEntries([...chosen, ...notes.filter(([, text]) => text !== "")]),
};
