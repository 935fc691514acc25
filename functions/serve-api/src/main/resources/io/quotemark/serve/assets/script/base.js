// What the other scripts share. Whatever comes from an article is put into the page as text, never as markup.
"use strict";
const signs = {
  verified: "✓", verified_loose: "≈", contradicted: "✗", doubtful: "?", unverifiable: "○", pending: "…", not_checkable: "–",
};
const names = {
  verified: "Verified", verified_loose: "Roughly right", contradicted: "Contradicted", doubtful: "Doubtful: look yourself",
  unverifiable: "Cannot be checked yet", pending: "Waiting for prices", not_checkable: "Not a price claim",
};
const most = 4 * 1024 * 1024;

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
};

const badge = (verdict) => element(
  "span", { class: `badge v-${verdict.replaceAll("_", "-")}` },
  element("span", { "aria-hidden": "true" }, signs[verdict] ?? ""), ` ${names[verdict] ?? verdict}`);

