// node follow.js SPARQL ADDRESS...: rows as JSON, by Comunica, over what these addresses answer.
const { QueryEngine } = require("@comunica/query-sparql");

async function main() {
  const [query, ...sources] = process.argv.slice(2);
  const rows = await new QueryEngine().queryBindings(query, { sources });
  const found = await rows.toArray();
  const plain = found.map((row) => Object.fromEntries([...row].map(([k, v]) => [k.value, v.value])));
  process.stdout.write(JSON.stringify(plain));
}

main().then(() => process.exit(0));
