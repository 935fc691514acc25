// Suggestions under the search box as somebody types; without this script the form leads to a page of them.
const box = document.getElementById("find");
if (box) {
  const list = element("ul", { class: "suggestions", id: "suggestions", role: "listbox", "aria-label": "Suggestions" });
  list.hidden = true;
  box.after(list);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggestions", "aria-expanded": "false" })
    .forEach(([name, value]) => box.setAttribute(name, value));
  let chosen = -1;
  let latest = 0;
  let waiting = 0;

  const options = () => [...list.children];
  const show = (any) => {
    list.hidden = !any;
    box.setAttribute("aria-expanded", String(any));
    chosen = -1;
    box.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    const all = options();
    chosen = (index + all.length) % all.length;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    box.setAttribute("aria-activedescendant", all[chosen].id);
  };
  const option = ({ name, page, note }, index) => {
    const made = element("li", { id: `suggestion-${index}`, role: "option", "aria-selected": "false" },
      element("bdi", {}, name), element("span", {}, note));
    made.addEventListener("mousedown", (e) => { e.preventDefault(); location.assign(page); });
    made.dataset.page = page;
    return made;
  };

  const suggest = async () => {
    const mine = ++latest;
    const text = box.value.trim();
    if (text.length < 2) return show(false);
    try {
      const answer = await fetch(`/v1/search?${new URLSearchParams({ q: text, limit: "7" })}`);
      if (!answer.ok || mine !== latest) return undefined;
      const found = await answer.json();
      const company = (meant) => (one) => ({ name: `${meant}${one.name}`, page: one.page, note: one.symbol ?? "" });
      const source = (meant) => (one) => ({ name: `${meant}${one.name}`, page: one.page, note: "source" });
      const rows = [
        ...found.companies.map(company("")), ...found.sources.map(source("")),
        ...found.did_you_mean.map(company("Did you mean ")), ...found.did_you_mean_sources.map(source("Did you mean ")),
        { name: `“${text}” in titles`, page: `/search?${new URLSearchParams({ q: text })}`, note: "articles" },
      ];
      list.replaceChildren(...rows.map(option));
      return show(true);
    } catch {
      return show(false); // no answer: the form still leads to the page
    }
  };

  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(suggest, 150); });
  box.addEventListener("blur", () => show(false));
  box.addEventListener("keydown", (e) => {
    if (list.hidden) return;
    if (e.key === "ArrowDown") { e.preventDefault(); choose(chosen + 1); }
    else if (e.key === "ArrowUp") { e.preventDefault(); choose(chosen < 0 ? -1 : chosen - 1); }
    else if (e.key === "Escape") { e.preventDefault(); e.stopPropagation(); show(false); }
    else if (e.key === "Enter" && chosen >= 0) { e.preventDefault(); location.assign(options()[chosen].dataset.page); }
  });
}
