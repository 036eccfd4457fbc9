// The questions as a person would write them who takes nothing but the browser: no framework, no wasm. `cargo xtask bench`
// sets the app against it. It does what the app does after a choice: draw it, count it, keep it in IndexedDB, and say
// 'saved' once it is on the disk.
import { words, conditions } from "./questions.json";

const answers = {};
let here = 0;

const opened = new Promise((done, fail) => {
  const request = indexedDB.open("by-hand", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("answers");
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

// Elements of a page; text is text, and never markup.
const svg = new Set(["svg", "path", "rect"]);
function element(name, attributes, ...children) {
  const made = svg.has(name) ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const steps = [
  [1.5, 15.5, 7],
  [11, 8.5, 14],
  [20.5, 1.5, 21],
];

function glyph(level) {
  const drawn = steps.map(([x, y, height], step) => {
    const filled = step < level ? " glyph__step--filled" : "";
    return element("rect", { x, y, width: 8, height, class: `glyph__step${filled}` });
  });
  return element("svg", { class: "glyph", viewBox: "0 0 30 24", "aria-hidden": "true" }, ...drawn);
}

function row(practice, value, text, level) {
  const chosen = answers[practice.id] === value;
  const radio = element("input", { type: "radio", name: practice.id, value });
  radio.checked = chosen;
  const parts = level === undefined ? [radio] : [radio, glyph(level)];
  const label = { class: chosen ? "step step--chosen" : "step" };
  return element("label", label, ...parts, element("span", { class: "step__text" }, text));
}

function question(practice) {
  const levels = practice.levels.map((text, level) => row(practice, String(level), text, level));
  const others = [row(practice, "unknown", words.unknown), row(practice, "not-applicable", words.notApplicable)];
  const answered = element("div", { class: "steps" }, element("div", { class: "steps__levels" }, ...levels), element("div", { class: "steps__others" }, ...others));
  const legend = element("legend", {}, element("h2", {}, practice.question));
  const fieldset = element("fieldset", { class: "practice__question" }, legend, answered);
  return element("section", { class: "practice" }, element("div", { class: "practice__ask" }, fieldset));
}

const saving = element("p", { class: "header__saving", role: "status" });
const bar = element("progress", { max: conditions.flatMap(({ practices }) => practices).length, "aria-hidden": "true" });
const counted = element("span", {});
const main = element("main", { id: "main", class: "main", tabindex: -1 });

function count() {
  bar.value = Object.keys(answers).length;
  counted.textContent = words.progress.replace("{answered}", bar.value).replace("{asked}", bar.max);
}

function draw() {
  const { name, meaning, practices } = conditions[here];
  const over = words.over.replace("{number}", here + 1).replace("{all}", conditions.length);
  const ways = [
    [here + 1, words.next, "button"],
    [here - 1, words.back, "button button--second"],
  ].filter(([to]) => conditions[to]);
  main.replaceChildren(
    element("div", { class: "page" },
      element("p", { class: "rail__progress" }, bar, counted),
      element("p", { class: "over" }, over),
      element("h1", {}, name),
      element("p", { class: "lead" }, meaning),
      element("div", { class: "practices" }, ...practices.map(question)),
      element("div", { class: "ways-on" }, ...ways.map(([to, word, look]) =>
        element("button", { type: "button", class: look, "data-to": to }, `${word}: ${conditions[to].name}`)))));
  count();
}

let latest = 0;
async function keep() {
  const mine = ++latest;
  saving.textContent = words.saving;
  const store = (await opened).transaction("answers", "readwrite", { durability: "strict" });
  store.objectStore("answers").put({ ...answers }, "latest");
  store.oncomplete = () => {
    // A newer choice may be on its way already.
    if (mine === latest) saving.textContent = words.saved;
  };
}

main.addEventListener("change", ({ target }) => {
  answers[target.name] = target.value;
  for (const radio of document.getElementsByName(target.name)) {
    radio.parentElement.classList.toggle("step--chosen", radio.checked);
  }
  count();
  keep();
});

main.addEventListener("click", ({ target }) => {
  const to = target.closest("[data-to]")?.dataset.to;
  if (to === undefined) return;
  here = Number(to);
  draw();
  scrollTo(0, 0);
  main.focus();
});

draw();
const header = element("header", { class: "header" }, element("div", { class: "header__row" }, element("span", { class: "header__name" }, words.site), saving));
document.getElementById("app").append(header, main);
