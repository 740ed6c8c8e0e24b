"""Readable identifiers, each given once in an article."""

from loaders.naming import slug


class Identifiers:
    """Ids of persons, bodies and states by their key, made of their names."""

    def __init__(self) -> None:
        self.keys: dict[str | int, str] = {}
        self._used: set[str] = set()

    def reserve(self, key: str, taken: str) -> None:
        """Give `key` an id that no other key may get."""
        self.keys[key] = taken
        self._used.add(taken)

    def of(self, name: str, key: str | int) -> str:
        """The id of `key`; a number is added where another has the same name."""
        if key not in self.keys:
            base = slug(name)
            number = 1
            while (one := base if number == 1 else f"{base}-{number}") in self._used:
                number += 1
            self._used.add(one)
            self.keys[key] = one
        return self.keys[key]
