"""The client `reconciler` over a real server of the example articles; what docs tell to send."""

import re
import subprocess
import warnings
from pathlib import Path

import pandas as pd
import pytest

with warnings.catch_warnings():  # tqdm tells that there is no notebook
    warnings.simplefilter("ignore")
    from reconciler import reconcile

# The client's own: pandas announces changes that it doesn't know of.
pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")
DOCS = Path(__file__).parents[2] / "docs" / "reconcile.md"
TABLE = pd.DataFrame(
    {
        "name": ["Dragusha, Blerina", "Andres Vilaquiran", "Allemagne", "African Unoin"],
        "country": ["Kosovo", "Colombia", "", ""],
    }
)


def test_a_column_of_a_data_frame(site: str) -> None:
    found = reconcile(TABLE["name"], reconciliation_endpoint=f"{site}/reconcile")
    meant = dict(zip(found["input_value"], found["id"], strict=True))
    assert meant == {
        "Dragusha, Blerina": "actor/blerina-dragusha",
        "Andres Vilaquiran": "actor/andres-villaquiran",
        "Allemagne": "actor/germany",
        "African Unoin": "actor/african-union",
    }
    assert dict(zip(found["id"], found["match"], strict=True))["actor/germany"]


def test_types_and_context(site: str) -> None:
    people = TABLE[:2]
    plain = reconcile(people["name"], "Person", reconciliation_endpoint=f"{site}/reconcile")
    context = reconcile(
        people["name"],
        "Person",
        property_mapping={"officeOf": people["country"]},
        reconciliation_endpoint=f"{site}/reconcile",
    )
    assert set(plain["type_id"]) == set(context["type_id"]) == {"Person"}
    raised = context.set_index("id")["score"] - plain.set_index("id")["score"]
    assert (raised > 0).all()


def commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    return [block for block in blocks if "curl" in block]


@pytest.mark.parametrize("command", commands())
def test_the_documented_commands_answer(site: str, command: str) -> None:
    told = command.replace("http://127.0.0.1:8000", site)
    done = subprocess.run(  # what the page tells people to type
        ["bash", "-c", f"set -e; {told}"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert '"id"' in done.stdout
