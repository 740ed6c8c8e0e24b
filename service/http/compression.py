"""Answers smaller on the wire: zstd, brotli, gzip or deflate, streams too, as the client likes."""

from typing import cast

from flask import Flask, Response, current_app, request
from flask_compress import Compress

from service.exports.formats import FORMATS
from service.http.formats import GRAPHS, RESULTS

_NAME = "communique.compression"
_CODINGS = ["zstd", "br", "gzip", "deflate"]
_PAGES = ("text/html", "text/css", "text/javascript", "image/svg+xml", "application/problem+json")
_PACKED = {"application/zip", "application/vnd.apache.parquet"}  # are small already


def register(app: Flask) -> None:
    """Make ready; `compressed` is called when all other headers are set."""
    app.config["COMPRESS_REGISTER"] = False
    exports = {form.media for form in FORMATS.values()} - _PACKED
    app.config["COMPRESS_MIMETYPES"] = sorted({*_PAGES, *RESULTS, *GRAPHS, *exports})
    app.config["COMPRESS_ALGORITHM"] = app.config["COMPRESS_ALGORITHM_STREAMING"] = _CODINGS
    app.config["COMPRESS_EVALUATE_CONDITIONAL_REQUEST"] = False
    app.extensions[_NAME] = Compress(app)


def compressed(response: Response) -> Response:
    """The answer in a coding that the client takes, else as it is; its tag names the coding."""
    if not any(
        quality > 0 and coding in {*_CODINGS, "*"} for coding, quality in request.accept_encodings
    ):
        response.vary.add("Accept-Encoding")
        return response
    return cast(Compress, current_app.extensions[_NAME]).after_request(response)


def uncoded(tag: str) -> str:
    """A tag without the coding's name."""
    return tag.partition(":")[0]
