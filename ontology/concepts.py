"""The concepts' names for code, and what scheme and broader concept each belongs to."""
# ruff: noqa: N815 (terms keep the spelling of their IRIs)

from functools import cache

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SKOS, DefinedNamespace, Namespace

from ontology.files import CONCEPTS, load


class CONCEPT(DefinedNamespace):
    """The concept schemes, then the concepts, in the order of `concepts.ttl`."""

    _NS = Namespace("https://w3id.org/communique/concept/")
    _fail = True

    forms: URIRef
    statuses: URIRef
    factualities: URIRef
    statementForms: URIRef
    channels: URIRef
    acts: URIRef
    measures: URIRef
    bounds: URIRef
    figureKinds: URIRef
    derivations: URIRef
    parts: URIRef
    mentionKinds: URIRef
    instrumentKinds: URIRef
    topics: URIRef

    meeting: URIRef
    visit: URIRef
    call: URIRef
    multilateral: URIRef
    bilateral: URIRef
    talks: URIRef
    negotiationRound: URIRef
    pressConference: URIRef
    interview: URIRef
    telephoneCall: URIRef
    videoCall: URIRef
    stateVisit: URIRef
    officialVisit: URIRef
    workingVisit: URIRef
    summit: URIRef
    conference: URIRef
    session: URIRef
    ministerial: URIRef
    trilateral: URIRef
    planned: URIRef
    held: URIRef
    cancelled: URIRef
    postponed: URIRef
    declined: URIRef
    hypothetical: URIRef
    denied: URIRef
    asserted: URIRef
    attributed: URIRef
    scheduled: URIRef
    direct: URIRef
    indirect: URIRef
    mixed: URIRef
    release: URIRef
    speech: URIRef
    post: URIRef
    letter: URIRef
    broadcast: URIRef
    remarks: URIRef
    jointStatement: URIRef
    inform: URIRef
    announce: URIRef
    confirm: URIRef
    commit: URIRef
    agree: URIRef
    request: URIRef
    question: URIRef
    propose: URIRef
    demand: URIRef
    warn: URIRef
    threaten: URIRef
    condemn: URIRef
    criticize: URIRef
    accuse: URIRef
    praise: URIRef
    thank: URIRef
    congratulate: URIRef
    welcome: URIRef
    support: URIRef
    deny: URIRef
    reject: URIRef
    expressConcern: URIRef
    condole: URIRef
    apologize: URIRef
    personnel: URIRef
    troops: URIRef
    police: URIRef
    civilians: URIRef
    contributors: URIRef
    contributingAllies: URIRef
    contributingPartners: URIRef
    casualties: URIRef
    killed: URIRef
    wounded: URIRef
    missing: URIRef
    aircraft: URIRef
    ships: URIRef
    vehicles: URIRef
    cost: URIRef
    exactly: URIRef
    moreThan: URIRef
    atLeast: URIRef
    about: URIRef
    atMost: URIRef
    lessThan: URIRef
    level: URIRef
    increase: URIRef
    decrease: URIRef
    factor: URIRef
    proposed: URIRef
    stated: URIRef
    dateline: URIRef
    relative: URIRef
    metadata: URIRef
    inferred: URIRef
    corrected: URIRef
    participantPart: URIRef
    hostPart: URIRef
    mediatorPart: URIRef
    name: URIRef
    office: URIRef
    pronoun: URIRef
    description: URIRef
    agreement: URIRef
    treaty: URIRef
    resolution: URIRef
    declaration: URIRef
    programme: URIRef
    law: URIRef
    strategy: URIRef
    document: URIRef
    security: URIRef
    diplomacy: URIRef
    governance: URIRef
    economy: URIRef
    humanitarianAffairs: URIRef
    justice: URIRef
    bilateralRelations: URIRef
    dialogue: URIRef
    mediation: URIRef
    peaceProcess: URIRef
    recognition: URIRef
    territorialDisputes: URIRef
    accession: URIRef
    withdrawal: URIRef
    multilateralism: URIRef
    alliances: URIRef
    consularAffairs: URIRef
    publicDiplomacy: URIRef
    heritage: URIRef
    sport: URIRef
    armedConflict: URIRef
    escalation: URIRef
    ceasefire: URIRef
    peacekeeping: URIRef
    troopPresence: URIRef
    defenceCooperation: URIRef
    arms: URIRef
    nuclear: URIRef
    missiles: URIRef
    chemicalWeapons: URIRef
    terrorism: URIRef
    hostages: URIRef
    intelligence: URIRef
    cyber: URIRef
    technology: URIRef
    space: URIRef
    disinformation: URIRef
    maritime: URIRef
    organizedCrime: URIRef
    crime: URIRef
    corruption: URIRef
    policing: URIRef
    sanctions: URIRef
    trade: URIRef
    energy: URIRef
    climate: URIRef
    water: URIRef
    agriculture: URIRef
    foodSecurity: URIRef
    development: URIRef
    infrastructure: URIRef
    transport: URIRef
    finance: URIRef
    labour: URIRef
    reconstruction: URIRef
    migration: URIRef
    evacuation: URIRef
    humanitarianAid: URIRef
    civilianProtection: URIRef
    disasterRelief: URIRef
    health: URIRef
    humanRights: URIRef
    minorities: URIRef
    citizenship: URIRef
    women: URIRef
    children: URIRef
    religion: URIRef
    warCrimes: URIRef
    courts: URIRef
    elections: URIRef
    democracy: URIRef
    domesticPolitics: URIRef
    protests: URIRef
    condolence: URIRef
    regionalCooperation: URIRef


@cache
def members(scheme: str) -> frozenset[str]:
    """The local names of a scheme's concepts: `"held" in members("statuses")`."""
    found = frozenset(map(_local, _graph().subjects(SKOS.inScheme, _term(scheme))))
    if not found:
        raise KeyError(f"no concept scheme {scheme!r}")
    return found


@cache
def broadest(concept: str) -> str:
    """The concept at the top of the one named: a summit is a `multilateral`."""
    label(concept)
    above = _graph().value(_term(concept), SKOS.broader)
    return concept if above is None else broadest(_local(above))


@cache
def label(concept: str) -> str:
    """The concept's English label."""
    term = _term(concept)
    if (term, RDF.type, SKOS.Concept) not in _graph():
        raise KeyError(f"no concept {concept!r}")
    return str(_graph().value(term, SKOS.prefLabel))


@cache
def _graph() -> Graph:
    return load(CONCEPTS)


def _term(name: str) -> URIRef:
    return URIRef(str(CONCEPT) + name)


def _local(term: object) -> str:
    return str(term).removeprefix(str(CONCEPT))
