// "Try it" of the API reference: asks POST /v1/check and shows the answer as it came, the verdicts before it.
document.querySelectorAll("form.trial").forEach((form) => {
  const shown = form.querySelector("output");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = form.querySelector("#trial-answer").checked;
    shown.replaceChildren("…");
    try {
      const reply = await fetch(`/v1/check${answer ? "?as=answer" : ""}`, {
        method: "POST", headers: { "content-type": "text/plain; charset=utf-8" }, body: form.querySelector("textarea").value,
      });
      const body = await reply.json();
      const verdicts = (body.claims ?? []).map((claim) => element("li", {}, badge(claim.verdict), ` ${claim.text}: ${claim.reasons[0] ?? ""}`));
      shown.replaceChildren(
        element("p", {}, `${reply.status} ${reply.statusText}`), element("ul", {}, ...verdicts),
        element("pre", {}, element("code", {}, JSON.stringify(body, null, 1))));
    } catch (failed) {
      shown.replaceChildren(`No answer: ${failed.message}`);
    }
  });
});
