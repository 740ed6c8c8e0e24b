"""Measurements that are too long or too noisy for CI: ratios, side by side, in one run."""
