"""The service beside other SPARQL servers: `python -m benchmarks.sparql`."""
