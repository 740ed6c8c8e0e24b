"""granian's requests as WSGI's: names, addresses, bodies."""

from dataclasses import dataclass, field

import pytest

from service.http.environ import environ_of


@dataclass
class Sent:
    sent: list[tuple[str, str]]

    def items(self) -> list[tuple[str, str]]:
        return self.sent

    def get(self, key: str, default: str) -> str:
        return dict(self.sent).get(key, default)


@dataclass
class Asked:
    client: str = "127.0.0.1:40000"
    server: str = "127.0.0.1:8000"
    scheme: str = "http"
    method: str = "POST"
    path: str = "/page/Vučić"
    query_string: str = "a=%C4%8D"
    authority: str | None = "e.org"
    headers: Sent = field(default_factory=lambda: Sent([]))


def test_a_request_is_told_as_wsgi_has_it() -> None:
    sent = Sent([("content-type", "text/plain"), ("content-length", "2"), ("x-one", "1")])
    environ = environ_of(Asked(headers=sent), b"ab")
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/page/Vučić"
    assert environ["QUERY_STRING"] == "a=%C4%8D"
    assert (environ["CONTENT_TYPE"], environ["CONTENT_LENGTH"]) == ("text/plain", "2")
    assert (environ["HTTP_X_ONE"], environ["HTTP_HOST"]) == ("1", "e.org")
    assert environ["wsgi.input"].read() == b"ab"
    assert (environ["REMOTE_ADDR"], environ["SERVER_PORT"]) == ("127.0.0.1", "8000")


def test_a_name_that_comes_again_is_one_list() -> None:
    sent = Sent([("accept", "text/csv"), ("accept", "text/html"), ("host", "other.org")])
    environ = environ_of(Asked(headers=sent), b"")
    assert (environ["HTTP_ACCEPT"], environ["HTTP_HOST"]) == ("text/csv,text/html", "other.org")


@pytest.mark.parametrize(
    ("address", "host"), [("[::1]:8000", "::1"), ("192.0.2.1:80", "192.0.2.1")]
)
def test_addresses_of_both_kinds(address: str, host: str) -> None:
    environ = environ_of(Asked(client=address, server=address), b"")
    assert (environ["REMOTE_ADDR"], environ["SERVER_NAME"]) == (host, host)


def test_many_names_are_understood_but_not_remembered_without_end() -> None:
    for number in range(1200):
        environ = environ_of(Asked(headers=Sent([(f"x-{number}", "v")])), b"")
        assert environ[f"HTTP_X_{number}"] == "v"
