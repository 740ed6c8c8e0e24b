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
