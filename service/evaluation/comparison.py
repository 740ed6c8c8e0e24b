"""One article's gold and what was told of it, matched once for all measures."""

from dataclasses import dataclass
from functools import cached_property

from service.evaluation.matching.actors import ActorMatch, match_actors
from service.evaluation.matching.meetings import MeetingMatch, match_meetings
from service.evaluation.matching.missions import MissionMatch, match_missions
from service.evaluation.matching.statements import StatementMatch, match_statements
from service.evaluation.names import Resolver
from service.evaluation.records import Document


@dataclass(frozen=True)
class Comparison:
    """`gold` and `told` speak of the same `text`."""

    gold: Document
    told: Document
    text: str

    @cached_property
    def of_gold(self) -> Resolver:
        """Whom gold's ids and names mean."""
        return Resolver(self.gold)

    @cached_property
    def of_told(self) -> Resolver:
        """Whom the ids and names that were told mean."""
        return Resolver(self.told)

    @cached_property
    def statements(self) -> StatementMatch:
        """Statements, matched."""
        return match_statements(self.gold, self.told, self.of_gold, self.of_told)

    @cached_property
    def meetings(self) -> MeetingMatch:
        """Meetings, matched."""
        return match_meetings(self.gold, self.told, self.of_gold, self.of_told)

    @cached_property
    def actors(self) -> ActorMatch:
        """Actors, matched."""
        return match_actors(self.gold, self.told)

    @cached_property
    def missions(self) -> MissionMatch:
        """Missions, matched."""
        return match_missions(self.gold, self.told)
