"""Every claim that an article's facts make, kind after kind."""

from collections.abc import Iterator

from loaders.facts import Facts
from loaders.mapping.actors import actor_claims
from loaders.mapping.articles import article_claims
from loaders.mapping.claims import Claim, Claimant
from loaders.mapping.meetings import meeting_claims
from loaders.mapping.missions import instrument_claims, mission_claims
from loaders.mapping.statements import statement_claims


def every_claim(make: Claimant, facts: Facts) -> Iterator[Claim]:
    """In the order of the facts."""
    yield from article_claims(make, facts)
    yield from actor_claims(make, facts)
    yield from instrument_claims(make, facts)
    yield from mission_claims(make, facts)
    yield from meeting_claims(make, facts)
    yield from statement_claims(make, facts)
