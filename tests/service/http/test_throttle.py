"""Too many requests of one address are told when to come back; loopback isn't counted."""

import pytest

from service.errors import UsageError
from service.http.throttle import limit_of
from service.settings import Settings
from tests.service.http.conftest import Making


def test_the_limit_is_told_with_the_time_to_wait(make: Making) -> None:
    client = make(rate_limit="3/hour").test_client()
    assert [client.get("/queries").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = client.get("/queries")
    assert refused.content_type == "application/problem+json"
    assert 0 < int(refused.headers["Retry-After"]) <= 3600
    assert client.get("/health").status_code == 200
    assert client.get("/queries", environ_base={"REMOTE_ADDR": "192.0.2.7"}).status_code == 200


@pytest.mark.parametrize(
    ("given", "limit"),
    [
        ({}, None),
        ({"host": "0.0.0.0"}, "1200 per 1 minute"),
        ({"host": "0.0.0.0", "rate_limit": "off"}, None),
        ({"rate_limit": "5/second"}, "5 per 1 second"),
    ],
)
def test_strangers_are_limited_unless_set_otherwise(
    given: dict[str, str], limit: str | None
) -> None:
    found = limit_of(Settings(**given))
    assert (str(found) if found else None) == limit


def test_a_limit_that_cant_be_read_names_its_variable() -> None:
    with pytest.raises(UsageError, match="COMMUNIQUE_RATE_LIMIT is 'many'"):
        limit_of(Settings(rate_limit="many"))
