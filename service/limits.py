"""What the settings let a query use, over HTTP and on the command line alike."""

from service.settings import Settings
from service.store.workers.limits import Limits


def limits_of(settings: Settings) -> Limits:
    """A pool's limits."""
    return Limits(
        timeout=settings.query_timeout,
        dump=settings.export_timeout,
        memory=settings.query_memory,
        largest=settings.result_bytes,
    )
