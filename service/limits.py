"""What the settings let a query use, over HTTP and on the command line alike."""

from service.settings import Settings
from service.store.workers.limits import Limits


def limits_of(settings: Settings) -> Limits:
    """A pool's limits."""
    return Limits(settings.query_timeout, settings.query_memory, settings.result_bytes)
