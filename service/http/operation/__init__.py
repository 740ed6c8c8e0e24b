"""For whoever runs the service: is it well, what does it do, what was asked."""

from flask import Flask

from service.http.operation import metrics, requests, status


def register(app: Flask) -> None:
    """`/health`, `/ready`, `/metrics`, and a line of log a request."""
    app.register_blueprint(status.blueprint)
    metrics.register(app)
    requests.register(app)
