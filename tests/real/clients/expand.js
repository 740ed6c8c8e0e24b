// node expand.js ADDRESS: the document there as N-Quads, by jsonld.js, which fetches it itself.
const jsonld = require("jsonld");

jsonld
  .toRDF(process.argv[2], { format: "application/n-quads" })
  .then((quads) => process.stdout.write(quads));
