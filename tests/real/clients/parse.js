// node parse.js MEDIA ADDRESS: how many quads N3.js reads there, and how many of them quote triples.
const { Parser } = require("n3");

async function main() {
  const [format, address] = process.argv.slice(2);
  const text = await (await fetch(address)).text();
  const quads = new Parser({ format }).parse(text);
  const quoting = quads.filter((quad) => quad.object.termType === "Quad").length;
  const graphs = new Set(quads.map((quad) => quad.graph.value)).size;
  process.stdout.write(JSON.stringify({ quads: quads.length, quoting, graphs }));
}

main();
