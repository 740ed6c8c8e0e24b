"""`/metrics`: what the service does, for Prometheus."""

import time
from collections.abc import Iterator
from typing import cast

from flask import Blueprint, Flask, Response, current_app, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from ontology import __version__
from service.http.state import State, state_of

_NAME = "communique.metrics"
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
blueprint = Blueprint("metrics", __name__)


class Metrics:
    """What is counted as it happens; one of these an application."""

    def __init__(self, known: State) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "communique_requests",
            "Requests answered",
            ["method", "endpoint", "status"],
            registry=self.registry,
        )
        self.seconds = Histogram(
            "communique_request_seconds",
            "Seconds until an answer began",
            ["endpoint"],
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self.failures = Counter(
            "communique_query_failures",
            "Queries that were not answered: killed, refused, left",
            ["reason"],
            registry=self.registry,
        )
        self.registry.register(_Present(known))

    def count(self, method: str, endpoint: str, status: int, seconds: float | None) -> None:
        """A request was answered."""
        self.requests.labels(method, endpoint, status).inc()
        if seconds is not None:
            self.seconds.labels(endpoint).observe(seconds)


class _Present(Collector):
    """What is read when it is asked for."""

    def __init__(self, known: State) -> None:
        self._known = known

    def collect(self) -> Iterator[Metric]:
        """The workers, the results that are remembered, the store."""
        yield InfoMetricFamily("communique", "The software", value={"version": __version__})
        yield from self._workers()
        room = GaugeMetricFamily("communique_cache_bytes", "Bytes of answers remembered")
        room.add_metric([], self._known.results.size)
        yield room
        directory = self._known.reader.directory
        version = GaugeMetricFamily("communique_store_version", "Number of the snapshot served")
        version.add_metric([], directory.version)
        yield version
        published = GaugeMetricFamily(
            "communique_store_published_seconds", "When that snapshot was published (Unix time)"
        )
        published.add_metric([], (directory.path / "current").stat().st_mtime)
        yield published

    def _workers(self) -> Iterator[Metric]:
        counts = self._known.pool.lanes.counts()
        workers = GaugeMetricFamily(
            "communique_workers", "Worker processes by what they are at", labels=["lane", "state"]
        )
        for (lane, at), count in counts.workers.items():
            workers.add_metric([lane, at], count)
        yield workers
        waiting = GaugeMetricFamily(
            "communique_queries_waiting", "Queries that wait for a worker", labels=["lane"]
        )
        for lane, count in counts.waiting.items():
            waiting.add_metric([lane], count)
        yield waiting


@blueprint.get("/metrics")
def exposed() -> Response:
    """All of it in Prometheus's text format."""
    body = generate_latest(_metrics().registry)
    return Response(body, content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})


def register(app: Flask) -> None:
    """Count every request of the application."""
    app.register_blueprint(blueprint)
    app.extensions[_NAME] = Metrics(state_of(app))
    app.before_request(_begin)
    app.after_request(_count)


def count_failure(reason: str) -> None:
    """A query was not answered."""
    _metrics().failures.labels(reason).inc()


def _metrics() -> Metrics:
    return cast(Metrics, current_app.extensions[_NAME])


def _begin() -> None:
    g.begun = time.perf_counter()


def _count(response: Response) -> Response:
    seconds = time.perf_counter() - g.begun if "begun" in g else None
    _metrics().count(request.method, request.endpoint or "none", response.status_code, seconds)
    return response


def metrics_of(app: Flask) -> Metrics:
    """An application's counters."""
    return cast(Metrics, app.extensions[_NAME])
