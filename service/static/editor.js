// The query's text box becomes an editor (yasqe) that knows the ontology; without it the box stays.
const { Yasqe } = window;
const box = document.querySelector("#query");
const { prefixes, ...words } = JSON.parse(document.querySelector("#words").textContent);
const LONGEST = 6000; // characters of a query that still fits into an address

for (const [kind, known] of Object.entries(words)) {
  // Nobody else is asked: what the editor offers by itself comes from other people's sites.
  Object.assign(Yasqe.Autocompleters[kind], { bulk: true, get: () => known, persistenceId: null });
}
const place = document.createElement("div");
place.className = "editor";
box.before(place);
const editor = new Yasqe(place, {
  value: box.value,
  persistenceId: null,
  prefixCcApi: null,
  showQueryButton: false,
  createShareableLink: null,
  resizeable: false,
  autocompleters: ["variables", "class", "property"],
  editorHeight: "20rem",
});
const mode = editor.getMode(), start = mode.startState;
mode.startState = (...given) => Object.assign(start(...given), { prefixes: { ...prefixes } });
editor.setValue(box.value); // read again, with the prefixes that need no declaration
editor.getInputField().setAttribute("aria-label", "Query");
editor.setOption("extraKeys", {
  ...editor.getOption("extraKeys"),
  Tab: false, // leaves the editor, as everywhere
  "Shift-Tab": false,
  "Ctrl-Enter": () => box.form.requestSubmit(),
  "Cmd-Enter": () => box.form.requestSubmit(),
});
box.hidden = true;
box.required = false;
document.querySelector("label[for=query]").addEventListener("click", () => editor.focus());
const follow = () => {
  box.value = editor.getValue();
  box.form.method = box.value.length > LONGEST ? "post" : "get";
};
editor.on("change", follow);
follow();
const hint = document.createElement("p");
hint.className = "small";
hint.textContent = "Ctrl-Enter runs the query, Ctrl-Space completes a word.";
place.after(hint);
