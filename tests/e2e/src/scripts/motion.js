// Tells what moves although less motion is asked for. What takes a hundredth of a second is no motion.
const seconds = (times) => Math.max(...times.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
const faults = [];
for (const element of [document.documentElement, ...shown("body *")]) {
  const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element);
  const name = `${element.tagName.toLowerCase()}.${[...element.classList].join(".")} ${brief(element)}`;
  if (seconds(transitionDuration) > 0.011) faults.push(`glides for ${transitionDuration}: ${name}`);
  if (animationName !== "none" && seconds(animationDuration) > 0.011) faults.push(`moves for ${animationDuration}: ${name}`);
  if (scrollBehavior === "smooth") faults.push(`scrolls by gliding: ${name}`);
}
return faults;
