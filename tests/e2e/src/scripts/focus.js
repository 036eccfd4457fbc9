// Tells where the keyboard is, and whether a person can see that.
const [selector] = arguments;
const element = document.activeElement ?? document.body;
const label = element.labels?.[0];

const isOutlined = (candidate) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
};
// The ring of a radio may be drawn around its whole row.
const around = [element, label, element.parentElement, label?.parentElement].filter(Boolean);

// Within a field for a date, its parts are moved through one by one; the browser marks the one that has the focus.
const marksItsParts = element.matches("input[type=date]:not(:focus-visible)");

const inView = (candidate) => {
  const { left, right, top, bottom } = candidate.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const onTop = document.elementFromPoint(x, y);
  const belongs = (other) => candidate.contains(other) || other.contains(candidate) || label?.contains(other);
  return top < innerHeight && bottom > 0 && onTop !== null && belongs(onTop);
};

const name = element.name ? `[name=${element.name}][value=${element.value}]` : "";
return {
  what: `${element.tagName.toLowerCase()}${name}${data(element)} ${brief(element)}`,
  hasRing: marksItsParts || around.some(isOutlined),
  inView: inView(label ?? element),
  matches: element.matches(selector),
};
