// Steps through the claims of an article by keyboard, and keeps its text beside the chosen one. Without this script links do the same.
const cards = [...document.querySelectorAll(".card")];
const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
const wide = () => matchMedia("(min-width: 64rem)").matches;

const chosen = () => document.querySelector(".card:target") ?? document.querySelector(".card.first") ?? cards[0];

const beside = () => {
  const card = chosen();
  document.querySelectorAll(".choice a").forEach((link) => {
    if (link.hash === `#${card.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
  const words = document.getElementById(`at-${card.id}`);
  if (!wide() || !words) return;
  const { top, bottom } = words.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) words.scrollIntoView({ block: "center" });
  card.parentElement.scrollTop = 0;
};

const step = (by) => {
  const at = cards.indexOf(chosen()) + by;
  if (cards[at]) location.hash = cards[at].id;
};

if (cards.length) {
  document.querySelectorAll(".keys").forEach((keys) => { keys.hidden = false; });
  addEventListener("hashchange", beside);
  if (location.hash) beside();
  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || e.defaultPrevented) return;
    const inList = e.target.closest(".choice a");
    if (e.key === "j" || e.key === "ArrowRight") step(1);
    else if (e.key === "k" || e.key === "ArrowLeft") step(-1);
    else if (inList && (e.key === "ArrowDown" || e.key === "ArrowUp")) {
      const links = [...document.querySelectorAll(".choice a")];
      links[links.indexOf(inList) + (e.key === "ArrowDown" ? 1 : -1)]?.focus();
      e.preventDefault();
    } else if (e.key === "Enter" && (e.target === document.body || e.target.matches("main"))) chosen().focus();
    else if (e.key === "Escape") {
      const words = document.querySelector(`.text .claim[href="#${chosen().id}"], h1 .claim[href="#${chosen().id}"]`);
      words?.focus();
    }
  });
}
