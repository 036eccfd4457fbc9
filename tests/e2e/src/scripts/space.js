// The text spacing of WCAG 1.4.12.
const style = new CSSStyleSheet();
style.insertRule("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; }");
style.insertRule("* { word-spacing: 0.16em !important; }");
style.insertRule("p { margin-block-end: 2em !important; }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
