"""What the page about the sources says is what the program says and does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from supple.core import disagreements, rules, sources

PAGE = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
ROWS = {
    tuple(cell.strip() for cell in line.strip("|").split(" | "))
    for line in PAGE.splitlines()
    if line.startswith("| ")
}


PROMISES = re.compile(
    r"\b(cur(e|es|ed|ing)|fix(es|ed)?|heal(s|ed|ing)?|treat(s|ed|ment)?|should|must|relie(f|ve)\w*"
    r"|guarantee\w*|never fail\w*|user)\b|!|[\N{EM DASH}\N{EN DASH}]",
    re.IGNORECASE,
)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"id", "places", "link", "sources"}:
                yield from texts(getattr(value, field.name))


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda r: f"{r.number} {r.name}")
def test_every_rule_has_its_row(rule: rules.Rule) -> None:
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


@pytest.mark.parametrize("one", disagreements.DISAGREEMENTS, ids=lambda d: d.on)
def test_every_disagreement_has_its_row(one: disagreements.Disagreement) -> None:
    answers = "<br>".join(f"{sources.title_of(id_)}: {says}" for id_, says in one.answers)
    assert (one.on, answers, one.here) in ROWS


def test_there_are_no_rows_of_things_that_are_gone() -> None:
    counted = (rules.RULES, sources.DOCUMENTS, sources.STUDIES, disagreements.DISAGREEMENTS)
    headers = 4
    assert len(ROWS) == sum(map(len, counted)) + headers
    assert sources.PRACTICE_TEXT in PAGE


def test_nothing_is_promised_and_nobody_is_shouted_at() -> None:
    every = (
        sources.DOCUMENTS,
        sources.STUDIES,
        disagreements.DISAGREEMENTS,
        rules.RULES,
        sources.PRACTICE_TEXT,
    )
    intros = (sources.INTRO, sources.STUDIES_INTRO, disagreements.INTRO, rules.INTRO)
    for text in texts((*every, *intros)):
        assert not PROMISES.search(text), text
