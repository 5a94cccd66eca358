"""What the sources page says is what the sources ask for and what the program does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path

import pytest

from supple.core import sources
from supple.core.level import LEVELS
from supple.core.routine_format import parse_document
from supple.core.sources import DISAGREEMENTS, DOCUMENTS, RULES, STUDIES, Rule
from supple.core.why import PRACTICE

FILE = Path(__file__).parents[2] / "routines.json"
SHIPPED = parse_document(json.loads(FILE.read_text(encoding="utf-8"))).catalogue
KNOWN = {d.id for d in DOCUMENTS} | {s.id for s in STUDIES} | {PRACTICE}
PROMISES = re.compile(
    r"\b(cur(e|es|ed|ing)|fix(es|ed)?|heal(s|ed|ing)?|treat(s|ed|ment)?|should|must|relie(f|ve)\w*"
    r"|guarantee\w*|never fail\w*|user)\b|!|[\N{EM DASH}\N{EN DASH}]",
    re.IGNORECASE,
)
RULE = {rule.number: rule for rule in RULES}


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


def test_each_document_of_the_catalogue_is_told_of() -> None:
    named = {
        s.document
        for x in (*SHIPPED.stretches.values(), *SHIPPED.routines.values())
        for s in x.source
    }
    assert named <= KNOWN
    assert {d.id for d in DOCUMENTS} <= named
    assert all(d.title != d.id for d in DOCUMENTS)


def test_every_rule_the_documents_ask_for_is_there_once() -> None:
    assert [rule.number for rule in RULES] == list(range(1, len(RULES) + 1))
    assert len(RULES) >= 20
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: f"{r.number} {r.name}")
def test_a_rule_rests_on_known_sources_and_stands_in_the_code(rule: Rule) -> None:
    assert rule.sources
    assert set(rule.sources) <= KNOWN
    assert rule.places
    for place in rule.places:
        where, name = place.split(":")
        if where == "routine":
            assert name in SHIPPED.routines, place
            continue
        found: object = import_module(f"supple.{where}")
        for part in name.split("."):
            if is_dataclass(found) and part in {f.name for f in fields(found)}:
                break
            found = getattr(found, part)


def test_every_source_is_behind_something() -> None:
    used = {source for rule in RULES for source in rule.sources}
    used |= {source for one in DISAGREEMENTS for source, _ in one.answers}
    assert used == KNOWN


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        # What the documents say, against what the code makes of it.
        (4, ["2 to 7"]),
        (5, ["2 days a week with 15 s", "3 with 20 s", "3 and more", "10 days away", "up by 2"]),
        (6, ["4 to 6 weeks"]),
        (7, ["80°", "60°", "10°"]),
        (9, ["every 4 weeks", "80°", "3.3°"]),
        (11, ["Four things"]),
        (12, ["11 questions", "6 months", "8 or more"]),
        (21, ["10 a week"]),
    ],
)
def test_the_figures_are_those_of_the_sources(number: int, figures: list[str]) -> None:
    assert [figure for figure in figures if figure not in RULE[number].says] == []


def test_the_levels_are_those_of_the_guide() -> None:
    assert [(level.days_a_week, level.hold_s) for level in LEVELS] == [
        (2, 15.0),
        (3, 20.0),
        (3, None),
    ]
    hospital = next(d for d in DOCUMENTS if d.id == sources.HOSPITAL)
    asked = " ".join(hospital.asks)
    assert "15 s twice a week" in asked
    assert "20 s three times" in asked


def test_a_disagreement_has_two_sides_and_an_answer() -> None:
    for one in DISAGREEMENTS:
        assert one.on.endswith("?")
        assert len({says for _, says in one.answers}) >= 2
        assert {source for source, _ in one.answers} <= KNOWN
        assert one.here.endswith(".")
    asked = [one.on for one in DISAGREEMENTS]
    assert {"Who stretches?", "How often?", "How long is a hold?"} <= set(asked)


def test_a_study_can_be_found_and_says_its_limits() -> None:
    for study in STUDIES:
        assert study.link.startswith("https://doi.org/10.")
        assert study.says.endswith(".")
        assert study.limits.endswith(".")
    assert any("39086556" in study.limits for study in STUDIES)


def test_nothing_is_promised_and_nobody_is_shouted_at() -> None:
    every = (DOCUMENTS, STUDIES, DISAGREEMENTS, RULES, sources.PRACTICE_TEXT)
    intros = (sources.INTRO, sources.STUDIES_INTRO, sources.DISAGREE_INTRO, sources.RULES_INTRO)
    for text in texts((*every, *intros)):
        assert not PROMISES.search(text), text


def test_a_title_is_found_for_every_kind_of_source() -> None:
    assert sources.title_of(sources.LIGHT) == "Light and long advice"
    assert sources.title_of("gou-2024") == "Gou and others, SAGE Open Medicine 2024"
    assert sources.titles_of((sources.FOUR, PRACTICE)) == (
        "Four hamstring stretches; General practice"
    )


def test_the_rules_of_a_source_are_found() -> None:
    assert [rule.number for rule in sources.rules_of(sources.LIGHT)] == [4, 15, 18]
    assert sources.rules_of("nobody") == ()
