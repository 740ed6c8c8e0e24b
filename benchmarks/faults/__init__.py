"""What goes wrong around the service, brought about on purpose: `python -m benchmarks.faults`."""
