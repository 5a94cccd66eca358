"""What the sources do not agree on is told from all sides."""

from __future__ import annotations

from supple.core.disagreements import DISAGREEMENTS
from supple.core.sources import DOCUMENTS, STUDIES
from supple.core.why import PRACTICE

KNOWN = {d.id for d in DOCUMENTS} | {s.id for s in STUDIES} | {PRACTICE}


def test_a_disagreement_has_two_sides_and_an_answer() -> None:
    for one in DISAGREEMENTS:
        assert one.on.endswith("?")
        assert len({says for _, says in one.answers}) >= 2
        assert {source for source, _ in one.answers} <= KNOWN
        assert one.here.endswith(".")
    asked = [one.on for one in DISAGREEMENTS]
    assert {"Who stretches?", "How often?", "How long is a hold?"} <= set(asked)
