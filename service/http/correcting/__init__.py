"""Readers put right what was read wrong: forms on pages, a list of corrections, undo."""
