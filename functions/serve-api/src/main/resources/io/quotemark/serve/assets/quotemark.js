// A file dropped on the form, or chosen, fills the text box; without this script the form still works by paste.
"use strict";
document.querySelectorAll("form.check").forEach((form) => {
  const box = form.querySelector("textarea");
  const status = form.querySelector("[role=status]");
  const read = async (file) => {
    if (file.size > 4 * 1024 * 1024) {
      status.textContent = `${file.name} is larger than 4 MB; check it with curl instead.`;
      return;
    }
    box.value = await file.text();
    status.textContent = `${file.name} is ready to be checked.`;
  };
  form.addEventListener("dragover", (e) => { e.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (e) => {
    e.preventDefault();
    form.classList.remove("over");
    if (e.dataTransfer.files.length) read(e.dataTransfer.files[0]);
  });
});
