// A line under the pointer and the prices of its session as traded. Without this script the table beside a chart has those that decided.
const read = (chart) => chart.dataset.rows.split(";").map((row) => {
  const [at, day, ...prices] = row.split("|");
  return { at: Number(at), day, prices };
});

const words = ({ day, prices }) => (prices.length === 4
  ? `${day}: open ${prices[0] || "–"}, high ${prices[1] || "–"}, low ${prices[2] || "–"}, close ${prices[3]}`
  : `${day}: closed at ${prices[0]}`);

document.querySelectorAll("svg.proof").forEach((chart) => {
  const caption = chart.closest("figure").querySelector("figcaption");
  const legend = caption.textContent;
  const { left, step, top, floor } = chart.dataset;
  let rows;
  let line;
  let now = -1;

  const show = (index) => {
    rows ??= read(chart);
    now = Math.max(0, Math.min(rows.length - 1, index));
    const x = Number(left) + Number(step) * (rows[now].at + 0.5);
    if (!line) {
      line = document.createElementNS(chart.namespaceURI, "line");
      line.setAttribute("class", "cross");
      chart.append(line);
    }
    Object.entries({ x1: x, x2: x, y1: top, y2: floor }).forEach(([name, value]) => line.setAttribute(name, value));
    caption.textContent = words(rows[now]);
  };
  const hide = () => {
    line?.remove();
    line = undefined;
    caption.textContent = legend;
  };

  chart.tabIndex = 0;
  chart.addEventListener("pointermove", (e) => {
    const { x, width } = chart.getBoundingClientRect();
    const at = ((e.clientX - x) / width * chart.viewBox.baseVal.width - Number(left)) / Number(step) - 0.5;
    rows ??= read(chart);
    let nearest = 0;
    rows.forEach((row, i) => { if (Math.abs(row.at - at) < Math.abs(rows[nearest].at - at)) nearest = i; });
    show(nearest);
  });
  chart.addEventListener("pointerleave", hide);
  chart.addEventListener("blur", hide);
  chart.addEventListener("keydown", (e) => {
    if (e.key !== "ArrowLeft" && e.key !== "ArrowRight") return;
    rows ??= read(chart);
    show(now < 0 ? rows.length - 1 : now + (e.key === "ArrowRight" ? 1 : -1));
    e.preventDefault();
    e.stopPropagation();
  });
});
