"""RDF that is sent: a body in one format, or several files of a form."""

from pathlib import PurePosixPath

import pyoxigraph as ox
from flask import request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from service.store.writing.work import Document

DATASETS = ("application/n-quads", "application/trig")
ACCEPTED = (
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
    *DATASETS,
)
_FILES = "multipart/form-data"


def documents(base: str) -> tuple[Document, ...]:
    """What the request carries; `base` resolves relative IRIs."""
    if request.mimetype != _FILES:
        return (Document(request.get_data(), _known(request.mimetype), base),)
    if request.form:
        names = ", ".join(sorted(request.form))
        raise BadRequest(f"these parts are no files, give them a filename: {names}")
    files = [file for _, file in request.files.items(multi=True)]
    if not files:
        raise BadRequest("the form has no files")
    return tuple(
        Document(file.read(), _known(file.mimetype, file.filename or ""), base) for file in files
    )


def _known(media: str, filename: str = "") -> str:
    """The media type, if it can be read; a file's name tells it where its type doesn't."""
    suffix = PurePosixPath(filename).suffix.removeprefix(".")
    if media in {"", "application/octet-stream"} and suffix:
        guessed = ox.RdfFormat.from_extension(suffix)
        media = guessed.media_type if guessed else media
    if media not in ACCEPTED:
        shown = media or "no Content-Type"
        raise UnsupportedMediaType(f"{shown}: send one of {', '.join((*ACCEPTED, _FILES))}")
    return media
