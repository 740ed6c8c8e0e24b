"""`/search`: one box for all that is in the graph, as a page and as JSON."""
