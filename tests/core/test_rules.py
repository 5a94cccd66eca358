"""Every rule rests on a source, stands in the code, and has the figures of both."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path

import pytest

from supple.core.disagreements import DISAGREEMENTS
from supple.core.level import LEVELS
from supple.core.routine_format import parse_document
from supple.core.rules import RULES, Rule, rules_of
from supple.core.sources import DOCUMENTS, HOSPITAL, LIGHT, STUDIES
from supple.core.why import PRACTICE

FILE = Path(__file__).parents[2] / "routines.json"
SHIPPED = parse_document(json.loads(FILE.read_text(encoding="utf-8"))).catalogue
KNOWN = {d.id for d in DOCUMENTS} | {s.id for s in STUDIES} | {PRACTICE}
RULE = {rule.number: rule for rule in RULES}


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
    hospital = next(d for d in DOCUMENTS if d.id == HOSPITAL)
    asked = " ".join(hospital.asks)
    assert "15 s twice a week" in asked
    assert "20 s three times" in asked


def test_the_rules_of_a_source_are_found() -> None:
    assert [rule.number for rule in rules_of(LIGHT)] == [4, 15, 18]
    assert rules_of("nobody") == ()
