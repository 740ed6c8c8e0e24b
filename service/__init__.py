"""Stores the graph and answers over the command line and HTTP."""
