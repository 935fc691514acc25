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
