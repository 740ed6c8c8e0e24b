"""For whoever runs the service: is it well, what does it do, what was asked."""

from flask import Flask

from service.http.operation.metrics import register as count_requests
from service.http.operation.requests import register as log_requests
from service.http.operation.status import blueprint


def register(app: Flask) -> None:
    """`/health`, `/ready`, `/metrics`, and a line of log a request."""
    app.register_blueprint(blueprint)
    count_requests(app)
    log_requests(app)
