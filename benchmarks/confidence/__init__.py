"""Learns how sure facts are, and measures how far the probabilities hold."""
