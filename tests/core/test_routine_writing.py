"""From stretches and routines to a routine file, and back without a loss."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from supple.core.routine import Catalogue, Dose, DoseChange, Reps, Routine, RoutineStep, Stretch
from supple.core.routine_format import Parsed, parse_document
from supple.core.routine_writing import document_values, entry_text, entry_values, text_of

SHIPPED = Path(__file__).parents[2] / "routines.json"


def read(text: str) -> Parsed:
    return parse_document(json.loads(text))


def written(catalogue: Catalogue) -> str:
    return text_of(document_values(catalogue.stretches.values(), catalogue.routines.values()))


@given(st.from_type(Catalogue))
def test_whatever_is_written_is_read_the_same(catalogue: Catalogue) -> None:
    parsed = read(written(catalogue))
    assert parsed.problems == ()
    assert parsed.catalogue == catalogue
    assert list(parsed.catalogue.stretches) == list(catalogue.stretches)


@given(st.from_type(Catalogue))
def test_what_is_read_is_written_the_same(catalogue: Catalogue) -> None:
    text = written(catalogue)
    assert written(read(text).catalogue) == text
    assert text.endswith("}\n")


@given(st.from_type(Stretch))
def test_an_entry_has_the_same_values_alone_as_in_a_file(stretch: Stretch) -> None:
    assert document_values([stretch])["stretches"] == [
        json.loads(entry_text(entry_values(stretch)))
    ]


@given(st.from_type(Stretch))
def test_the_values_of_an_entry_are_plain_and_no_one_elses(stretch: Stretch) -> None:
    first: Any = entry_values(stretch)
    first["setup"].append("more")
    assert entry_values(stretch)["setup"] == [*stretch.setup]


def test_the_shipped_file_survives() -> None:
    shipped = parse_document(json.loads(SHIPPED.read_text(encoding="utf-8"))).catalogue
    assert read(written(shipped)).catalogue == shipped


def test_only_what_differs_is_written(make_stretch: Any) -> None:
    plain = make_stretch("heel", hold_s=30.0, feel="", figure="", focus=())
    values = entry_values(plain)
    assert values["dose"] == {"hold_s": 30}
    assert not {"feel", "figure", "focus", "equipment", "source", "variations"} & set(values)


def test_a_step_says_what_it_changes() -> None:
    change = DoseChange(hold_s=20.0, reps=Reps(10, 4.0, ("point", "flex"), during_hold=True))
    routine = Routine("r", "Mine", (RoutineStep("heel"), RoutineStep("heel", change)))
    assert entry_values(routine)["steps"] == [
        {"stretch": "heel"},
        {
            "stretch": "heel",
            "hold_s": 20,
            "reps": {"count": 10, "pace_s": 4, "words": ["point", "flex"], "during_hold": True},
        },
    ]


def test_a_change_back_to_the_usual_is_still_a_change() -> None:
    usual = Dose()
    change = DoseChange(rest_s=usual.rest_s, sets=usual.sets)
    routine = Routine("r", "Mine", (RoutineStep("heel", change),))
    assert entry_values(routine)["steps"] == [{"stretch": "heel", "sets": 1, "rest_s": 8}]


def test_it_is_laid_out_as_a_person_would() -> None:
    routine = Routine(
        "evening",
        "Evening",
        (RoutineStep("heel", DoseChange(hold_s=20.0)), RoutineStep("wall")),
        suits=("bedtime", "gentle"),
    )
    assert text_of(document_values(routines=[routine])) == (
        "{\n"
        '  "format": 1,\n'
        '  "routines": [\n'
        "    {\n"
        '      "id": "evening",\n'
        '      "name": "Evening",\n'
        '      "suits": ["bedtime", "gentle"],\n'
        '      "steps": [\n'
        '        {"stretch": "heel", "hold_s": 20},\n'
        '        {"stretch": "wall"}\n'
        "      ]\n"
        "    }\n"
        "  ]\n"
        "}\n"
    )


def test_long_lists_take_a_line_for_each(make_stretch: Any) -> None:
    stretch = make_stretch("heel")
    stretch = replace(stretch, mistakes=("Bouncing up and down. " * 3, "Rounding the back. " * 3))
    text = text_of(document_values([stretch]))
    assert '      "mistakes": [\n        "Bouncing' in text
    assert '      "focus": ["hamstrings"],\n' in text


def test_letters_stay_letters(make_stretch: Any) -> None:
    text = text_of(document_values([replace(make_stretch("heel"), name="Füße „hoch“")]))
    assert '"name": "Füße „hoch“"' in text


def test_an_entry_is_indented_as_its_file_is() -> None:
    values = entry_values(Routine("r", "Mine", (RoutineStep("heel"),)))
    assert entry_text(values, "\t\t", "\t").splitlines()[1] == '\t\t\t"id": "r",'
    assert entry_text(values, "\t\t", "\t").endswith("\n\t\t}")
