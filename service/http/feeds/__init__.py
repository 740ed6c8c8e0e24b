"""Atom feeds of new facts: of an actor, a mission, a ready-made question."""
