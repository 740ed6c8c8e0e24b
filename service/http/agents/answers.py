"""What the tools answer with."""

from dataclasses import dataclass, field

from service.http.agents.asking import Cell
from service.http.agents.evidence import Evidence, Thing


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant by a name; the score goes from 0 to 100."""

    iri: str
    name: str
    description: str
    score: float


@dataclass(frozen=True)
class Hit:
    """Something that fits a search."""

    iri: str
    kind: str
    name: str
    date: str
    text: str
    page: str


@dataclass(frozen=True)
class Hits:
    """The best hits, and how many there are."""

    total: int
    hits: list[Hit]


@dataclass(frozen=True)
class Told:
    """A row about one thing, with the claims that bear it out."""

    row: dict[str, Cell]
    evidence: list[Evidence]


@dataclass(frozen=True)
class Listed:
    """Things that fit, each with evidence; `more` where there are further ones."""

    found: list[Told]
    more: bool
    offset: int


@dataclass(frozen=True)
class Office:
    """An office that articles attest, on the days of their appearance."""

    office: str
    of: list[str]
    attested: list[str]
    start: str
    end: str
    evidence: list[Evidence]


@dataclass(frozen=True)
class Actor:
    """Who it is; without `actor` nobody is surely meant, and `candidates` may be."""

    actor: Thing | None
    candidates: list[Candidate]
    names: list[str] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    meetings: int = 0
    statements: int = 0
    same_as: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(frozen=True)
class Mission:
    """A mission; without `mission` none is surely meant, and `candidates` may be."""

    mission: Thing | None
    candidates: list[Candidate]
    names: list[str] = field(default_factory=list)
    led_by: list[str] = field(default_factory=list)
    where: list[str] = field(default_factory=list)
    mandate: list[str] = field(default_factory=list)
    contributors: list[str] = field(default_factory=list)
    figures: list[Told] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
