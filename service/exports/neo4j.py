"""Files for `neo4j-admin database import` and for Ladybug: nodes and edges as CSV, and Cypher."""

from collections.abc import Iterator, Sequence

from service.exports.csv_tables import lines
from service.exports.filters import Filters
from service.exports.network import Members
from service.exports.packing import File
from service.exports.schema import LABELS, EdgeType, NodeColumn, edge_types, node_columns
from service.exports.source import Source

_NEO4J = {"day": ":date", "decimal": ":double", "integer": ":long"}
_LADYBUG = {"day": "DATE", "decimal": "DOUBLE", "integer": "INT64"}
_SIDE = "PARTICIPATED_IN"
_IMPORT = """# Run in this folder; the database must not exist yet.
neo4j-admin database import full communique --id-type=string --multiline-fields=true \\
"""


def neo4j_files(source: Source, filters: Filters) -> Iterator[File]:
    """Nodes by label, edges by type and ends, then the commands that take them in."""
    members = Members(source, filters)
    for kind, label in LABELS.items():
        yield File(f"{label}.csv", _nodes(members, kind))
    for edge in edge_types():
        yield File(_name(edge), _edges(members, edge))
    for name, text in (
        ("import.sh", _import()),
        ("constraints.cypher", _constraints()),
        ("ladybug.cypher", _ladybug()),
    ):
        yield File(name, iter([text.encode()]))


def _columns(kind: str) -> list[NodeColumn]:
    return [column for column in node_columns() if column.kind == kind]


def _nodes(members: Members, kind: str) -> Iterator[bytes]:
    columns, label = _columns(kind), LABELS[kind]
    head = [f"iri:ID({label})", *(c.name + _NEO4J.get(c.type, "") for c in columns), ":LABEL"]
    found = (
        (thing.iri, *(told.get(c.name) for c in columns), _label(label, told.get("type")))
        for thing, told in members.nodes(kind)
    )
    return lines(head, ([_plain(cell) for cell in row] for row in found))


def _label(label: str, more: object) -> str:
    return label if more in {None, label} else f"{label};{more}"


def _plain(cell: object) -> str | None:
    return None if cell is None else str(cell)


def _edges(members: Members, edge: EdgeType) -> Iterator[bytes]:
    start, end = (LABELS[kind] for kind in edge.ends)
    head = [f":START_ID({start})", f":END_ID({end})"]
    if edge.name != _SIDE:
        return lines(head, ((one, other) for one, other, _ in members.edges(edge)))
    return lines([*head, "side:long"], members.edges(edge))


def _name(edge: EdgeType) -> str:
    start, end = (LABELS[kind] for kind in edge.ends)
    return f"{start}-{edge.name}-{end}.csv"


def _import() -> str:
    nodes = [f"  --nodes={label}.csv" for label in LABELS.values()]
    edges = [f"  --relationships={edge.name}={_name(edge)}" for edge in edge_types()]
    return _IMPORT + " \\\n".join(nodes + edges) + "\n"


def _constraints() -> str:
    """Run after the import: each thing once, by its IRI; names and days are looked up."""
    made = [
        f"CREATE CONSTRAINT {label.lower()}_iri IF NOT EXISTS "
        f"FOR (n:{label}) REQUIRE n.iri IS UNIQUE;"
        for label in LABELS.values()
    ]
    made += [
        f"CREATE INDEX {LABELS[kind].lower()}_{name} IF NOT EXISTS "
        f"FOR (n:{LABELS[kind]}) ON (n.{name});"
        for kind, name in (("actors", "name"), ("meetings", "earliest"), ("articles", "key"))
    ]
    return "\n".join(made) + "\n"


def _ladybug() -> str:
    """Tables and COPY of the same files, for an empty Ladybug database."""
    made = [_node_table(kind, label) for kind, label in LABELS.items()]
    names = dict.fromkeys(edge.name for edge in edge_types())
    made += [_edge_table([e for e in edge_types() if e.name == name]) for name in names]
    options = "HEADER=true, PARALLEL=false, DELIM=\",\", QUOTE='\"', ESCAPE='\"'"
    made += [f'COPY {label} FROM "{label}.csv" ({options});' for label in LABELS.values()]
    for edge in edge_types():
        start, end = (LABELS[kind] for kind in edge.ends)
        ends = f', FROM="{start}", TO="{end}"' if _is_shared(edge) else ""
        made.append(f'COPY {edge.name} FROM "{_name(edge)}" ({options}{ends});')
    return "\n".join(made) + "\n"


def _is_shared(edge: EdgeType) -> bool:
    """Whether the type has several pairs of ends."""
    return len({e.ends for e in edge_types() if e.name == edge.name}) > 1


def _node_table(kind: str, label: str) -> str:
    columns = ", ".join(f"{c.name} {_LADYBUG.get(c.type, 'STRING')}" for c in _columns(kind))
    return f"CREATE NODE TABLE {label}(iri STRING PRIMARY KEY, {columns}, labels STRING);"


def _edge_table(edges: Sequence[EdgeType]) -> str:
    pairs = dict.fromkeys(edge.ends for edge in edges)
    ends = [f"FROM {LABELS[start]} TO {LABELS[end]}" for start, end in pairs]
    side = ["side INT64"] if edges[0].name == _SIDE else []
    return f"CREATE REL TABLE {edges[0].name}({', '.join(ends + side)});"
