// node ask.js SPARQL ENDPOINT: rows as JSON, by fetch-sparql-endpoint.
async function main() {
  const { SparqlEndpointFetcher } = await import("fetch-sparql-endpoint");
  const [query, endpoint] = process.argv.slice(2);
  const rows = [];
  const found = await new SparqlEndpointFetcher().fetchBindings(endpoint, query);
  for await (const row of found) {
    rows.push(Object.fromEntries(Object.entries(row).map(([k, term]) => [k, term.value])));
  }
  process.stdout.write(JSON.stringify(rows));
}

main().then(() => process.exit(0));
