// Keeps what a screen reader would say of changes that have no focus, in `heard`: what a live region that was there before
// says now, and every alert. A region that comes with its words is often not read, so it does not count.
const regions = () => all("[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]");
const saying = (region) => (region.checkVisibility() || region.id === "announcer" ? region.textContent.trim() : "");
const before = new Map(regions().map((region) => [region, saying(region)]));
globalThis.heard = [];
globalThis.deaf?.();
const observer = new MutationObserver(() => {
  for (const region of regions()) {
    const [known, last, now] = [before.has(region), before.get(region) ?? "", saying(region)];
    before.set(region, now);
    if (now !== "" && now !== last && (known || region.role === "alert")) heard.push(now);
  }
});
observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
globalThis.deaf = () => observer.disconnect();
