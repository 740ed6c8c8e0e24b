"""Facts against gold annotation: what was found, what was missed, what was invented."""
