"""Counts as one of a few sizes, so that a sign stands for many cases."""


def size(count: int, *bounds: int) -> str:
    """The first bound that the count doesn't exceed, else "more"."""
    return next((str(bound) for bound in bounds if count <= bound), "more")
