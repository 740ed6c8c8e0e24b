"""`/reconcile`: names in other people's tables become actors and missions of the graph."""
