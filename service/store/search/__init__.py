"""Full text beside the graph: an SQLite index that is kept in step with the published snapshots."""
