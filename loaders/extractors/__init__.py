"""Small functions from a reading to facts, one phenomenon a module."""
