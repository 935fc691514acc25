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
