// An article that is dropped or pasted is checked at once; without this script the form sends the text by its button.
// Whatever comes from an article is put into the page as text, never as markup.
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

const claim = (one) => element(
  "li", {}, badge(one.verdict), " ", element("q", {}, one.text), " ",
  one.listing ? element("span", { class: "small" }, one.listing.id) : "",
  element("div", {}, one.reasons[0] ?? ""),
  one.confidence ? element("div", { class: "small" }, `${one.confidence} is the probability that the statement is false.`) : "",
  ...one.doubts.map((doubt) => element("div", { class: "small" }, `Against it: ${doubt}`)));

const article = (checked) => {
  const claims = checked.claims ?? [];
  return [
    element("h2", {}, checked.article.title || "(untitled)"),
    claims.length ? element("ul", {}, ...claims.map(claim)) : element("p", {}, "No share-price claim was found."),
    checked.sample_data ? element("p", { class: "small" }, element("strong", {}, "SAMPLE_DATA"), " Rests on sample data.") : "",
  ];
};

const bundle = (answer) => answer.entries.flatMap((entry) =>
  entry.result ? article(entry.result) : [element("p", {}, `${entry.name}: ${entry.message ?? entry.rejected}`)]);

document.querySelectorAll("form.check").forEach((form) => {
  const box = form.querySelector("textarea");
  const status = form.querySelector("[role=status]");
  const answer = form.querySelector(".answer");
  let latest = 0;

  const check = async (body, type, name) => {
    const mine = ++latest;
    const published = form.elements.published_at.value.trim();
    status.textContent = `Checking ${name} …`;
    answer.hidden = true;
    try {
      const kind = form.elements.source_kind.value;
      const query = new URLSearchParams({ ...(published && { published_at: published }), ...(kind && { source_kind: kind }) });
      const response = await fetch(`/v1/check?${query}`, {
        method: "POST", headers: { "content-type": type || "application/octet-stream" }, body,
      });
      const result = await response.json();
      if (mine !== latest) return;
      if (!response.ok) {
        status.textContent = `${name}: ${result.detail ?? response.status}`;
        return;
      }
      answer.replaceChildren(...(result.entries ? bundle(result) : article(result)));
      answer.hidden = false;
      const found = result.claims?.length;
      status.textContent = `${name} is checked${found === undefined ? "" : `: ${found} claims`}.`
        + (box.value ? " The button shows why, on a page of its own." : "");
    } catch {
      if (mine === latest) status.textContent = `${name} could not be checked: no answer.`;
    }
  };

  const file = async (dropped) => {
    if (dropped.size > most) {
      status.textContent = `${dropped.name} is larger than 4 MB; put it into the inbox instead.`;
      return;
    }
    // text goes into the box as well, so that the button can show the whole page
    box.value = dropped.type.startsWith("text/") || dropped.name.endsWith(".txt") ? await dropped.text() : "";
    await check(dropped, dropped.type, dropped.name);
  };

  form.addEventListener("dragover", (e) => { e.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (e) => {
    e.preventDefault();
    form.classList.remove("over");
    const [dropped] = e.dataTransfer.files;
    const text = e.dataTransfer.getData("text/plain");
    if (dropped) file(dropped);
    else if (text) { box.value = text; check(text, "text/plain", "The text"); }
  });
  box.addEventListener("paste", () => setTimeout(() => {
    if (box.value.trim()) check(box.value, "text/plain", "The text");
  }));
});

// Price files that are dropped or chosen are put where price files lie, and followed to what they decide.
const plural = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const pause = (millis) => new Promise((done) => { setTimeout(done, millis); });

const decided = (file) => {
  const d = file.decided;
  if (file.status === "refused") return `refused: ${file.problems[0] ?? "nothing usable"}`;
  const told = [plural(d.claims, "claim decided", "claims decided")];
  if (d.contradicted) told.push(`${d.contradicted} contradicted`);
  if (d.doubtful) told.push(`${d.doubtful} doubtful`);
  return `${plural(file.bars, "session", "sessions")} of ${file.listings.join(", ")} stored; ${told.join(", ")}`
    + (d.still_waiting ? `; ${plural(d.still_waiting, "claim still waits", "claims still wait")}.` : ".");
};

document.querySelectorAll("form.prices").forEach((form) => {
  const status = form.querySelector("[role=status]");
  const say = (name, text, done) => {
    status.textContent = `${name}: ${text}`;
    if (done) status.append(" ", element("a", { href: location.pathname }, "Show the verdicts"));
  };

  // counts grow while articles are checked again: looked at until they stand still for a while
  const follow = async (name, address) => {
    let still = 0;
    let last = "";
    for (let look = 0; look < 120 && still < 4; look++) {
      await pause(look < 20 ? 250 : 1000);
      const answer = await fetch(address);
      const [file] = answer.ok ? (await answer.json()).price_files : [];
      if (!file) continue;
      const text = decided(file);
      still = text === last ? still + 1 : 0;
      last = text;
      say(name, text, file.status === "stored");
      if (file.status === "refused") return;
    }
    if (!last) say(name, "put, and not stored yet; look again later.");
  };

  // a market's day is larger than what is taken at once, and a fraction of it under gzip
  const packed = async (file) => {
    const stream = file.stream().pipeThrough(new CompressionStream("gzip"));
    return { name: `${file.name}.gz`, body: await new Response(stream).blob() };
  };

  const put = async (file) => {
    say(file.name, "putting …");
    try {
      const { name, body } = file.size > most ? await packed(file) : { name: file.name, body: file };
      if (body.size > most) {
        say(file.name, "is larger than 4 MB; load it with ./quotemark prices FILE.");
        return;
      }
      const response = await fetch(`/v1/price-files?${new URLSearchParams({ name })}`, { method: "POST", body });
      const result = await response.json();
      if (!response.ok) {
        say(file.name, result.detail ?? response.status);
        return;
      }
      say(file.name, "storing and checking again …");
      await follow(file.name, result.status_url);
    } catch {
      say(file.name, "could not be put: no answer.");
    }
  };

  const all = async (files) => { for (const file of files) await put(file); };
  form.addEventListener("submit", (e) => e.preventDefault());
  form.elements.files.addEventListener("change", () => all([...form.elements.files.files]));
  form.addEventListener("dragover", (e) => { e.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (e) => {
    e.preventDefault();
    form.classList.remove("over");
    all([...e.dataTransfer.files]);
  });
});

// a correction is copied by its button; without this script it is text to select
document.querySelectorAll("button.copy").forEach((button) => {
  const text = document.getElementById(button.dataset.copies);
  const name = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = name; }, 2000);
    } catch {
      getSelection().selectAllChildren(text);
    }
  });
});
