"""Who is meant by names as people write them: the first candidate is the right one."""

import json
from collections import defaultdict

from flask.testing import FlaskClient

from service.http.reconcile.messages import BATCH
from tests.service.http.reconcile.conftest import rows

FLOOR = 0.97  # of all names; measured below
FLOOR_OF_A_SORT = 0.85  # misspelt, transliterated, abbreviated …
SURE_FLOOR = 0.99  # of what the service calls a match


def test_the_first_candidate_is_meant(names: FlaskClient) -> None:
    asked = list(rows("names.tsv", 3))
    assert len(asked) >= 200
    found: dict[str, list[dict[str, object]]] = {}
    for start in range(0, len(asked), BATCH):
        batch = {str(start + n): {"query": q} for n, (q, *_) in enumerate(asked[start:][:BATCH])}
        answered = names.post("/reconcile", data={"queries": json.dumps(batch)})
        found |= {key: one["result"] for key, one in answered.get_json().items()}
    right, sorts, sure = [], defaultdict(list), []
    for number, (_, meant, how) in enumerate(asked):
        first = found[str(number)][:1]
        is_right = bool(first) and first[0]["id"] == meant
        right.append(is_right)
        sorts[how].append(is_right)
        sure += [is_right] if first and first[0]["match"] else []
    wrong = [q for (q, *_), is_right in zip(asked, right, strict=True) if not is_right]
    assert sum(right) / len(right) >= FLOOR, wrong
    assert sum(sure) / len(sure) >= SURE_FLOOR
    for how, results in sorts.items():
        assert sum(results) / len(results) >= FLOOR_OF_A_SORT, how
