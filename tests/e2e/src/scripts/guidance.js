// Reads the guidance page by its data attributes; what is folded counts too.
const values = (name, within) => all(`[data-${name}]`, within).map((element) => element.getAttribute(`data-${name}`));
const has = (selector, within) => all(selector, within).length > 0;

return {
  advice: all("[data-advice]").map((card) => ({
    place: card.dataset.place,
    practice: card.dataset.advice,
    because: values("because", card),
    after: values("after", card),
    who: values("who", card),
    onceKnown: has("[data-once-known]", card),
  })),
  strengths: values("strength"),
  findOut: all("[data-find-out]").map((entry) => ({ practice: entry.dataset.findOut, who: values("who", entry) })),
  cautions: values("caution"),
  picture: all("tr[data-condition]").map((row) => ({
    condition: row.dataset.condition,
    cells: all("td[data-cell]", row).map((cell) => cell.dataset.cell.split(" ").filter(Boolean)),
  })),
  learning: all("[data-learning]").map((way) => ({ form: way.dataset.learning, open: way.dataset.open })),
  findPractitioner: has("[data-find-practitioner]"),
  region: has("[data-region-item]"),
  practitionersView: has("[data-view='practitioner']"),
};
