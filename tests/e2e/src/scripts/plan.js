// Reads the steps of the plan page in their groups.
const words = (selector, within) =>
  (within.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();

return all("[data-group]").map((group) => ({
  heading: words("h2", group),
  steps: all("[data-action]", group).map((card) => ({
    id: card.dataset.action,
    status: card.dataset.status,
    title: words(".card__title", card),
    facts: words(".plan__facts", card),
    note: words(".plan__note", card),
  })),
}));
