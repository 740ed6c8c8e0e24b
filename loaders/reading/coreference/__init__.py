"""Whom pronouns and descriptions mean, by gender, number, nearness and grammatical role."""
