"""Links from our things to other people's identifiers: read from tables, kept with who and when."""

from service.linking.importing import imported, removed
from service.linking.resolving import resolved
from service.linking.tables import BadTable, Table, read_table

__all__ = ["BadTable", "Table", "imported", "read_table", "removed", "resolved"]
