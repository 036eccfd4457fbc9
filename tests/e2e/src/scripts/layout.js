// Tells what does not fit on the page as it stands.
const faults = [];
const visible = shown("body *");

const describe = (element) => {
  const id = element.id ? `#${element.id}` : "";
  const type = [...element.classList].map((name) => `.${name}`).join("");
  return `${element.tagName.toLowerCase()}${id}${type}${data(element)} ${brief(element)}`;
};

// Kept for screen readers, or waiting above the page for the keyboard: not for pointing at.
const isHidden = ({ width, height, right, bottom }) => width <= 1 || height <= 1 || right <= 0 || bottom <= 0;

if (document.scrollingElement.scrollWidth > innerWidth) {
  const wide = visible.filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  faults.push(`scrolls sideways because of ${innermost.slice(0, 5).map(describe).join(", ") || "an unknown element"}`);
}

// A link within a sentence is as high as the sentence; everything else that is pressed has to be a fair target.
const isTarget = (element) => {
  if (element.matches("button, summary, select")) return true;
  if (element.matches("label")) return element.control?.matches("[type=radio], [type=checkbox]") ?? false;
  return element.matches("a[href]") && getComputedStyle(element).display !== "inline";
};
const targets = matchMedia("print").matches ? [] : visible.filter(isTarget);
for (const target of targets) {
  const box = target.getBoundingClientRect();
  const small = box.width < 43.5 || box.height < 43.5;
  if (small && !isHidden(box)) {
    faults.push(`target of ${Math.round(box.width)} x ${Math.round(box.height)} px: ${describe(target)}`);
  }
}

for (const element of visible) {
  const { overflowX, overflowY, whiteSpace } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const cutsX = overflowX === "hidden" || overflowX === "clip";
  const cutsY = overflowY === "hidden" || overflowY === "clip";
  const cut =
    (cutsX && element.scrollWidth > element.clientWidth + 1) ||
    (cutsY && element.scrollHeight > element.clientHeight + 1);
  if (cut && !isHidden(box) && element.innerText?.trim()) {
    faults.push(`cut off (white-space: ${whiteSpace}): ${describe(element)}`);
  }
}

return faults;
