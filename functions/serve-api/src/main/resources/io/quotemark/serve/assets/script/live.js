// New articles are noticed while somebody looks: the page is asked for again with its ETag, and a button shows what came.
// Nothing on the page moves before it is pressed. Without this script a reload shows the same.
const live = document.querySelector("[data-live]");
const fresh = document.querySelector(".fresh");
if (live && fresh) {
  const every = Number(live.dataset.live) || 15000;
  let tag = "";
  let came = null;
  const ids = (root) => [...root.querySelectorAll(".articles > li")].map((row) => row.dataset.id);

  const offer = (page) => {
    const known = new Set(ids(live));
    const next = page.querySelector("[data-live]");
    if (!next) return;
    const added = ids(next).filter((id) => !known.has(id)).length;
    if (!added) return;
    came = page;
    const button = element("button", { type: "button", class: "quiet" }, `${added} new`);
    button.addEventListener("click", () => {
      live.replaceChildren(...came.querySelector("[data-live]").childNodes);
      const strip = document.querySelector(".strip");
      if (strip) strip.replaceWith(came.querySelector(".strip"));
      fresh.replaceChildren();
      fresh.hidden = true;
      live.querySelector("h3 a")?.focus({ preventScroll: true });
    });
    fresh.replaceChildren(button);
    fresh.hidden = false;
  };

  const look = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.pathname + location.search, { cache: "no-store", headers: tag ? { "if-none-match": tag } : {} });
      if (answer.status !== 200) return;
      tag = answer.headers.get("etag") ?? "";
      offer(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch { /* out of reach for a moment: the next look asks again */ }
  };
  setInterval(look, every);
  document.addEventListener("visibilitychange", look); // whoever comes back sees at once what came meanwhile
}
