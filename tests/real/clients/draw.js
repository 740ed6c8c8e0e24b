// node draw.js ADDRESS: what Cytoscape.js makes of the network there, without drawing it.
const cytoscape = require("cytoscape");

async function main() {
  const found = await (await fetch(process.argv[2])).json();
  const network = cytoscape({ headless: true, ...found });
  const degrees = network.nodes().map((node) => [node.data("label"), node.degree()]);
  const weight = network.edges().reduce((sum, edge) => sum + edge.data("weight"), 0);
  process.stdout.write(JSON.stringify({ degrees, edges: network.edges().length, weight }));
}

main();
