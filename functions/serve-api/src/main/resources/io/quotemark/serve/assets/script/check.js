// An article that is dropped or pasted is checked at once; without this script the form sends the text by its button.
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

  const chooser = form.querySelector("input.chosen");
  const choose = form.querySelector("button.choose");
  choose.hidden = false;
  choose.addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => { if (chooser.files[0]) file(chooser.files[0]); });

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
