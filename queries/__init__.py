"""Ready-made questions, one SPARQL file each."""
