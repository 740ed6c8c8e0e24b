"""Settings come from the command line, else the environment, else their defaults."""

import pytest

from service.errors import UsageError
from service.settings import SETTINGS, Settings, settings, store_path


def test_every_setting_is_in_the_table() -> None:
    assert [s.name for s in SETTINGS] == list(Settings.__dataclass_fields__)
    assert all(s.help for s in SETTINGS)


def test_what_is_given_goes_before_the_environment() -> None:
    environment = {"COMMUNIQUE_PORT": "9000", "COMMUNIQUE_HOST": "::1"}
    made = settings(environment, port=9001)
    assert (made.port, made.host, made.query_timeout) == (9001, "::1", 30.0)


def test_a_base_ends_in_a_slash() -> None:
    assert settings({"COMMUNIQUE_BASE": "https://e.org/id"}).base == "https://e.org/id/"


def test_a_bad_value_names_its_variable() -> None:
    with pytest.raises(UsageError, match="COMMUNIQUE_PORT is 'http'"):
        settings({"COMMUNIQUE_PORT": "http"})
    with pytest.raises(UsageError, match="give full, quotes, none"):
        settings({"COMMUNIQUE_PUBLISH_TEXT": "some"})


def test_a_store_at_an_address_is_refused_clearly() -> None:
    with pytest.raises(UsageError, match="not supported yet"):
        store_path(settings({"COMMUNIQUE_STORE": "http://localhost:3030/ds"}))
