"""Server time of every kind of page over a large store of invented articles."""
