"""Where articles come from: files, folders, standard input, and what is known beside their text."""

from loaders.sources.files import STDIN, count_paths, read_paths
from loaders.sources.found import Failure

__all__ = ["STDIN", "Failure", "count_paths", "read_paths"]
