"""Names of missions by pattern, and the parts that they hold."""

import pytest

from loaders.extractors.missions.patterned import parts_of, patterned_names

OSCE = "Organization for Security and Co-operation in Europe"


def read(text: str) -> list[str]:
    return [text[p.span.start : p.span.end] for p in patterned_names(text)]


@pytest.mark.parametrize(
    ("name", "lead", "place"),
    [
        ("EU Border Monitoring Mission in Ruritania", "European Union", "Ruritania"),
        ("European Union Training Mission in Ruritania", "European Union", "Ruritania"),
        ("UN Stabilization Mission in Ruritania", "United Nations", "Ruritania"),
        ("U.N. Observer Mission in East Ruritania", "United Nations", "East Ruritania"),
        ("United Nations Peacekeeping Force", "United Nations", None),
        ("OSCE Election Observation Mission in Ruritania", OSCE, "Ruritania"),
        ("NATO Training Mission for Ruritania", "NATO", "Ruritania"),
        ("African Union-led Stabilisation Force", "African Union", None),
        ("ECOWAS Standby Force", "ECOWAS", None),
        (
            "SADC Standby Force in the Ruritanian Highlands",
            "Southern African Development Community",
            "Ruritanian Highlands",
        ),
    ],
)
def test_parts(name: str, lead: str, place: str | None) -> None:
    assert read(f"The {name} opened.") == [name]
    assert parts_of(name) == (lead, place)


@pytest.mark.parametrize(
    "text",
    [
        "The EU Mission to Ruritania opened.",
        "The EU police force opened.",
        "The Ruritanian Training Mission opened.",
        "The UN General Assembly opened.",
        "The NATO Summit opened.",
        "The Task Force on Fish opened.",
        "The COVID Task Force opened.",
        "Task Force 123456 opened.",
    ],
)
def test_other_names(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "name",
    [
        "Task Force 77",
        "Combined Task Force 177",
        "CTF 77",
        "CTF-77",
        "CJTF 77",
        "Task Force (CTF) 77",
    ],
)
def test_task_forces(name: str) -> None:
    (found,) = patterned_names(f"The {name} sailed.")
    assert found.key == f"task force {name[-3:].strip(' -') if '177' in name else '77'}"
    assert read(f"The {name} sailed.") == [name]


def test_names_in_text_order() -> None:
    text = "CTF 77 met the EU Training Mission in Ruritania and CTF 78."
    assert read(text) == ["CTF 77", "EU Training Mission in Ruritania", "CTF 78"]
