"""Where quads live: the embedded store and its snapshots."""
