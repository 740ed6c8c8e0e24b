"""Writes of others over HTTP: one process that can be killed, many writes a snapshot."""
