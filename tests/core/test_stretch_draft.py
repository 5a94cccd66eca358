from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.routine import Dose, Position, Reps, Sides, Source, Stretch
from supple.core.routine_format import parse_document
from supple.core.routine_writing import document_values
from supple.core.stretch_draft import (
    blank,
    checks,
    cleaned,
    copy_of,
    fixed,
    stopping,
    with_figure,
    with_side,
)

CALF = Stretch(
    id="calf",
    name="Calf",
    position=Position.STANDING,
    sides=Sides.EACH,
    difficulty=1,
    setup=("Stand on the step.",),
    dose=Dose(hold_s=30),
    hold_cue="Let your {side} heel sink.",
)


def told(draft: Stretch) -> dict[str, str]:
    return {check.field: check.text for check in checks(draft)}


def test_a_new_stretch_wants_a_name_and_a_step() -> None:
    assert {c.field for c in stopping(blank())} == {"name", "setup"}


def test_a_finished_one_has_nothing_to_tell() -> None:
    assert checks(CALF) == ()


@pytest.mark.parametrize(
    ("draft", "field", "says"),
    [
        (replace(CALF, name="x" * 61), "name", "61 characters; 60"),
        (replace(CALF, setup=("  ",)), "setup", "at least one step"),
        (replace(CALF, setup=("a.",) * 9), "setup", "8 steps"),
        (replace(CALF, setup=("x" * 81,)), "setup.0", "80 is the most"),
        (replace(CALF, hold_cue="{foot} down"), "hold_cue", "{foot} is not known"),
        (replace(CALF, why="{side}"), "why", "Leave the braces"),
        (replace(CALF, dose=Dose()), "dose", "a hold, movements, or both"),
        (replace(CALF, dose=Dose(hold_s=0.5)), "dose.hold_s", "1 to 600 seconds"),
        (replace(CALF, dose=Dose(hold_s=9, sets=21)), "dose.sets", "1 to 20"),
        (replace(CALF, dose=Dose(hold_s=9, rest_s=601)), "dose.rest_s", "0 to 600"),
        (replace(CALF, dose=Dose(hold_s=9, prepare_s=2)), "dose.prepare_s", "3 to 120"),
        (replace(CALF, dose=Dose(hold_s=9, switch_s=2)), "dose.switch_s", "3 to 120"),
        (replace(CALF, dose=Dose(reps=Reps(0, 3))), "dose.reps.count", "1 to 200"),
        (replace(CALF, dose=Dose(reps=Reps(9, 30))), "dose.reps.pace_s", "0.5 to 20"),
        (
            replace(CALF, dose=Dose(reps=Reps(9, 1, ("up", "down", "stay")))),
            "dose.reps.pace_s",
            "1.2 s or more",
        ),
        (replace(CALF, dose=Dose(reps=Reps(9, 9, ("x" * 21,)))), "dose.reps.words", "short word"),
        (replace(CALF, mistakes=("ok", "x" * 241)), "mistakes.1", "240"),
        (replace(CALF, cautions=("a",) * 13), "cautions", "12 lines"),
        (replace(CALF, source=(Source("", "30 s"),)), "source.0", "who told you"),
        (replace(CALF, sides=Sides.BOTH), "hold_cue", "one side at a time"),
        (replace(CALF, feel="a\u200bb\x07"), "feel", "cannot be shown"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(draft: Stretch, field: str, says: str) -> None:
    assert says in told(draft)[field]
    assert field in {c.field for c in stopping(draft)}


def test_a_named_side_is_advised_against_and_put_right() -> None:
    draft = replace(CALF, setup=("Set your left foot back.", "Right hand on your left knee."))
    first, second = checks(draft)
    assert (first.field, first.stops) == ("setup.0", False)
    assert stopping(draft) == ()
    draft = fixed(fixed(draft, first), second)
    assert draft.setup == ("Set your {side} foot back.", "{side} hand on your {other} knee.")
    assert checks(draft) == ()


@pytest.mark.parametrize(
    "text", ["Bend to a right angle.", "Stay leftover.", "That is right now.", "Go bright."]
)
def test_other_meanings_of_right_are_left_alone(text: str) -> None:
    assert with_side(text) == text
    assert checks(replace(CALF, setup=(text,))) == ()


def test_both_sides_may_name_a_side_without_advice() -> None:
    both = replace(CALF, sides=Sides.BOTH, hold_cue="Turn to the left, then to the right.")
    assert checks(both) == ()


def test_a_hold_beyond_its_source_is_told_and_allowed() -> None:
    draft = replace(CALF, dose=Dose(hold_s=90, hold_range_s=(15, 60)))
    assert told(draft)["dose.hold_s"] == "The source speaks of 15 to 60 s. It is yours to choose."
    assert stopping(draft) == ()
    assert cleaned(draft).dose.hold_range_s is None
    inside = replace(CALF, dose=Dose(hold_s=60, hold_range_s=(15, 60)))
    assert cleaned(inside).dose.hold_range_s == (15, 60)


def test_what_lasts_longer_than_any_session_is_told() -> None:
    long = replace(CALF, dose=Dose(hold_s=600, sets=20))
    assert "at most" in told(long)["dose.sets"]
    assert stopping(long) == ()


def test_spaces_and_empty_lines_are_not_kept() -> None:
    draft = replace(
        CALF,
        name="  Calf \t stretch\n",
        setup=("", " Stand. ", "  "),
        cautions=(" ",),
        source=(Source(" "), Source(" Dr. Ito ", "")),
        dose=Dose(reps=Reps(9, 3, (" up ", ""))),
    )
    kept = cleaned(draft)
    assert kept.name == "Calf stretch"
    assert kept.setup == ("Stand.",)
    assert kept.cautions == ()
    assert kept.source == (Source("Dr. Ito"),)
    assert kept.dose.reps == Reps(9, 3, ("up",))


def test_spaces_that_a_language_needs_are_kept() -> None:
    assert cleaned(replace(CALF, name="Prêt\u00a0?")).name == "Prêt\u00a0?"


def test_both_sides_at_once_have_no_line_for_the_switch() -> None:
    draft = replace(CALF, sides=Sides.BOTH, hold_cue="", switch_cue="Now the {side} leg.")
    assert checks(draft) == ()
    assert cleaned(draft).switch_cue == ""


def test_a_copy_is_a_new_one() -> None:
    copied = copy_of(CALF, "Calf (copy)")
    assert (copied.id, copied.name, copied.setup) == ("", "Calf (copy)", CALF.setup)


_TEXT = st.one_of(
    st.text(max_size=90),
    st.sampled_from(
        ["", "Stand.", "Your {side} foot.", "The left leg.", "{x}", "a\tb", " \u00a0 "]
    ),
)
_LINES = st.lists(_TEXT, max_size=10).map(tuple)
_NUMBERS = st.one_of(st.integers(-1, 700), st.floats(0, 700))
_DRAFTS = st.builds(
    Stretch,
    id=st.just("calf"),
    name=_TEXT,
    position=st.sampled_from(Position),
    sides=st.sampled_from(Sides),
    difficulty=st.integers(1, 3),
    setup=_LINES,
    dose=st.builds(
        Dose,
        hold_s=st.none() | _NUMBERS,
        hold_range_s=st.none() | st.just((15.0, 60.0)),
        sets=st.integers(0, 22),
        rest_s=_NUMBERS,
        prepare_s=_NUMBERS,
        switch_s=_NUMBERS,
        reps=st.none()
        | st.builds(Reps, st.integers(0, 250), st.floats(0, 25), _LINES, st.booleans()),
    ),
    hold_cue=_TEXT,
    switch_cue=_TEXT,
    release_cue=_TEXT,
    return_cue=_TEXT,
    why=_TEXT,
    feel=_TEXT,
    mistakes=st.lists(_TEXT, max_size=14).map(tuple),
    cautions=_LINES,
    variations=_LINES,
    source=st.lists(st.builds(Source, _TEXT, _TEXT), max_size=2).map(tuple),
)


@given(_DRAFTS)
def test_what_has_no_check_against_it_is_what_the_format_takes(draft: Stretch) -> None:
    found = stopping(draft)
    parsed = parse_document(document_values((cleaned(draft),)))
    assert bool(found) == bool(parsed.problems), (found, parsed.problems)
    if not found:
        assert parsed.catalogue.stretches["calf"] == cleaned(draft)


@given(_DRAFTS)
def test_cleaning_again_changes_nothing(draft: Stretch) -> None:
    assert cleaned(cleaned(draft)) == cleaned(draft)


def test_a_picture_brings_its_position_and_things_where_nothing_was_said() -> None:
    shown = with_figure(blank(), "own-pose", Position.LYING, ("mat", "strap"))
    assert (shown.figure, shown.position) == ("own-pose", Position.LYING)
    assert shown.equipment == ("mat", "strap")
    again = with_figure(shown, "own-other", Position.SEATED, ("chair",))
    assert (again.figure, again.position) == ("own-other", Position.LYING)
    assert again.equipment == ("mat", "strap")


def test_an_image_brings_nothing() -> None:
    assert with_figure(blank(), "own-photo") == replace(blank(), figure="own-photo")
