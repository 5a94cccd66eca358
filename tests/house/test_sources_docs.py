"""What the page about the sources says is what the program says and does."""

from __future__ import annotations

from pathlib import Path

import pytest

from supple.core import sources

PAGE = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
ROWS = {
    tuple(cell.strip() for cell in line.strip("|").split(" | "))
    for line in PAGE.splitlines()
    if line.startswith("| ")
}


@pytest.mark.parametrize("rule", sources.RULES, ids=lambda r: f"{r.number} {r.name}")
def test_every_rule_has_its_row(rule: sources.Rule) -> None:
    kept = ", ".join(f"`{place}`" for place in rule.places)
    after = sources.titles_of(rule.sources)
    assert (str(rule.number), rule.name, rule.says, after, kept) in ROWS


@pytest.mark.parametrize("document", sources.DOCUMENTS, ids=lambda d: d.title)
def test_every_document_has_its_row(document: sources.Document) -> None:
    asks = " ".join(document.asks)
    row = (f"`{document.id}`", document.title, document.kind, asks, document.used)
    assert row in ROWS


@pytest.mark.parametrize("study", sources.STUDIES, ids=lambda s: s.id)
def test_every_study_has_its_row(study: sources.Study) -> None:
    linked = f"[{study.where}]({study.link})"
    assert (f"`{study.id}`", linked, study.says, study.limits, study.used) in ROWS


@pytest.mark.parametrize("one", sources.DISAGREEMENTS, ids=lambda d: d.on)
def test_every_disagreement_has_its_row(one: sources.Disagreement) -> None:
    answers = "<br>".join(f"{sources.title_of(id_)}: {says}" for id_, says in one.answers)
    assert (one.on, answers, one.here) in ROWS


def test_there_are_no_rows_of_things_that_are_gone() -> None:
    counted = (sources.RULES, sources.DOCUMENTS, sources.STUDIES, sources.DISAGREEMENTS)
    headers = 4
    assert len(ROWS) == sum(map(len, counted)) + headers
    assert sources.PRACTICE_TEXT in PAGE
