// A button beside every text that people take away; addresses in it lead where the page came from.
for (const text of document.querySelectorAll("[data-home] code")) {
  const { home } = text.parentElement.dataset;
  text.textContent = text.textContent.replaceAll(home, `${location.origin}/`);
}
for (const text of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy ${text.dataset.copy}`.trim());
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  told.className = "hidden";
  button.addEventListener("click", async () => {
    if (!navigator.clipboard) return getSelection().selectAllChildren(text); // plain http elsewhere
    await navigator.clipboard.writeText(text.textContent.trim());
    button.textContent = told.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; told.textContent = ""; }, 2000);
  });
  text.before(button, told);
}
