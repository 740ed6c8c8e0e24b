// A table that stands whole on its page is sorted in place; else its heads lead to the server's order.
const sizes = (cells) => cells.every((text) => !text || /^-?[\d,]*\.?\d+$/.test(text));
const order = (table, column, turned) => {
  const body = table.tBodies[0], rows = [...body.rows];
  const text = (row) => row.cells[column].textContent.trim();
  const numbers = sizes(rows.map(text));
  const compare = (a, b) => numbers
    ? Number(a.replaceAll(",", "")) - Number(b.replaceAll(",", ""))
    : a.localeCompare(b, document.documentElement.lang);
  rows.sort((one, other) => {
    const a = text(one), b = text(other);
    if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1); // what has no value comes last either way
    return turned ? compare(b, a) : compare(a, b);
  });
  body.append(...rows);
};
for (const table of document.querySelectorAll("table[data-whole]")) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    let way = head.querySelector("a");
    if (!way) {
      way = document.createElement("button");
      way.type = "button";
      way.className = "plain";
      way.append(...head.childNodes);
      head.append(way);
    }
    way.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // opens elsewhere
      event.preventDefault();
      const turned = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", turned ? "descending" : "ascending");
      order(table, column, turned);
    });
  });
}
