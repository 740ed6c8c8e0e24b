// Where a span is cut in pieces by another, CSS's :target reaches the first piece only.
const show = () => {
  for (const piece of document.querySelectorAll(".shown")) piece.classList.remove("shown");
  const name = decodeURIComponent(location.hash.slice(1));
  if (!/^c=\d+-\d+$/.test(name)) return;
  const pieces = document.querySelectorAll(`[data-c="${name}"]`);
  for (const piece of pieces) piece.classList.add("shown");
};
addEventListener("hashchange", show);
show();

// Over a mark, and while it has the focus, all facts that its words bear are told beside it.
const card = document.createElement("div");
card.id = "told";
card.className = "told";
card.setAttribute("role", "tooltip");
card.hidden = true;
document.body.append(card);
let mark = null;

const facts = (of) => of.dataset.facts.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
const close = () => {
  if (!mark) return;
  for (const fact of facts(mark)) fact.classList.remove("lit");
  mark.removeAttribute("aria-describedby");
  mark.title = mark.dataset.title;
  mark = null;
  card.hidden = true;
};
const line = (words, name) => {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = words.replace(/\s+/g, " ").trim();
  return made;
};
const tell = (fact) => {
  fact.classList.add("lit");
  const name = fact.querySelector(".entry-title")?.firstElementChild?.textContent ?? "";
  const kind = fact.closest("section")?.querySelector("h3, h2")?.firstChild?.nextSibling?.textContent;
  const says = fact.querySelector(":scope > p.small");
  const made = document.createElement("div");
  const own = fact.classList.contains("fact") && [kind?.trim(), name].filter(Boolean).join(": ");
  made.append(line(own || mark.dataset.title, "told-name"));
  if (says) made.append(line(says.textContent, "small"));
  return made;
};
const open = (at) => {
  close();
  mark = at;
  mark.dataset.title = mark.title;
  mark.removeAttribute("title"); // the card says it better
  card.replaceChildren(...facts(mark).map(tell));
  card.hidden = false;
  mark.setAttribute("aria-describedby", card.id);
  const place = mark.getClientRects()[0], width = document.documentElement.clientWidth;
  const above = place.top > card.offsetHeight + 12;
  card.style.left = `${Math.max(8, Math.min(place.left, width - card.offsetWidth - 8)) + scrollX}px`;
  card.style.top = `${(above ? place.top - card.offsetHeight - 6 : place.bottom + 6) + scrollY}px`;
};
const text = document.querySelector(".text");
const reach = (event) => {
  const at = event.target.closest?.("a.mark[data-facts]");
  if (at && at !== mark) open(at);
};
text?.addEventListener("mouseover", reach);
text?.addEventListener("focusin", reach);
text?.addEventListener("mouseout", (event) => { if (event.relatedTarget !== card) close(); });
text?.addEventListener("focusout", close);
card.addEventListener("mouseleave", close);
addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
