"""What the sources page says is what the sources ask for and what the program does."""

from __future__ import annotations

import json
from pathlib import Path

from supple.core import sources
from supple.core.routine_format import parse_document
from supple.core.sources import DOCUMENTS, STUDIES
from supple.core.why import PRACTICE

FILE = Path(__file__).parents[2] / "routines.json"
SHIPPED = parse_document(json.loads(FILE.read_text(encoding="utf-8"))).catalogue
KNOWN = {d.id for d in DOCUMENTS} | {s.id for s in STUDIES} | {PRACTICE}


def test_each_document_of_the_catalogue_is_told_of() -> None:
    named = {
        s.document
        for x in (*SHIPPED.stretches.values(), *SHIPPED.routines.values())
        for s in x.source
    }
    assert named <= KNOWN
    assert {d.id for d in DOCUMENTS} <= named
    assert all(d.title != d.id for d in DOCUMENTS)


def test_a_study_can_be_found_and_says_its_limits() -> None:
    for study in STUDIES:
        assert study.link.startswith("https://doi.org/10.")
        assert study.says.endswith(".")
        assert study.limits.endswith(".")
    assert any("39086556" in study.limits for study in STUDIES)


def test_a_title_is_found_for_every_kind_of_source() -> None:
    assert sources.title_of(sources.LIGHT) == "Light and long advice"
    assert sources.title_of("gou-2024") == "Gou and others, SAGE Open Medicine 2024"
    assert sources.titles_of((sources.FOUR, PRACTICE)) == (
        "Four hamstring stretches; General practice"
    )
