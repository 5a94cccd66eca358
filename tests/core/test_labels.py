from __future__ import annotations

from datetime import date

import pytest

from supple.core import labels
from supple.core.routine import Dose, Position, Reps, Sides, Source


def test_a_day_is_written_out() -> None:
    assert labels.day(date(2026, 10, 22)) == "Thursday 22 October"
    assert labels.weekday(date(2026, 10, 25)) == "Sunday"


def test_a_day_in_short_names_another_year() -> None:
    today = date(2026, 10, 22)
    assert labels.short_day(date(2026, 10, 20), today) == "Tue 20 Oct"
    assert labels.short_day(date(2025, 10, 20), today) == "Mon 20 Oct 2025"
    assert labels.date_of(date(2026, 3, 1), today) == "1 March"
    assert labels.date_of(date(2025, 3, 1), today) == "1 March 2025"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        *[(0, "0 s"), (45, "45 s"), (3540, "59 min"), (3570, "1 h"), (3600, "1 h")],
        *[(6360, "1 h 46"), (7200, "2 h"), (7229, "2 h"), (363_600, "101 h")],
    ],
)
def test_hours(seconds: float, text: str) -> None:
    assert labels.hours(seconds) == text


def test_degrees_have_a_decimal_only_when_needed() -> None:
    assert labels.degrees(58.0) == "58°"
    assert labels.degrees(57.52) == "57.5°"
    assert labels.degrees(-12.04) == "-12°"


@pytest.mark.parametrize(
    ("seconds", "text"), [(45, "45 s"), (60, "1 min"), (236, "4 min"), (3600, "60 min")]
)
def test_minutes(seconds: float, text: str) -> None:
    assert labels.minutes(seconds) == text


def test_the_clock_carries_a_rounded_minute() -> None:
    assert labels.clock(525) == "8:45"
    assert labels.clock(59.7) == "1:00"


@pytest.mark.parametrize(
    ("dose", "sides", "text"),
    [
        (Dose(hold_s=30, sets=2), Sides.EACH, "2 \N{MULTIPLICATION SIGN} 30 s, each side"),
        (Dose(hold_s=30), Sides.BOTH, "30 s"),
        (Dose(hold_s=22.5), Sides.BOTH, "22.5 s"),
        (Dose(reps=Reps(12, 2)), Sides.EACH, "12 reps, each side"),
        (Dose(reps=Reps(1, 2)), Sides.BOTH, "1 rep"),
        (
            Dose(hold_s=30, reps=Reps(10, 2, during_hold=True)),
            Sides.EACH,
            "30 s + 10 reps, each side",
        ),
        (
            Dose(hold_s=30, sets=2, reps=Reps(10, 2)),
            Sides.BOTH,
            "2 \N{MULTIPLICATION SIGN} (30 s + 10 reps)",
        ),
        (Dose(), Sides.EACH, ""),
    ],
)
def test_doses(dose: Dose, sides: Sides, text: str) -> None:
    assert labels.dose(dose, sides) == text


def test_two_positions_are_named_and_three_summed_up() -> None:
    two = (Position.LYING, Position.HALF_KNEELING, Position.LYING)
    assert labels.positions(two) == "Lying, half kneeling"
    assert labels.positions((*two, Position.STANDING)) == "Mixed"
    assert labels.place((*two, Position.STANDING)) == "Mixed positions"


def test_the_place_of_one_position() -> None:
    assert labels.place((Position.SEATED, Position.SEATED)) == "On your chair"
    assert labels.place((Position.SEATED, Position.STANDING)) == "Seated, standing"


def test_every_position_has_labels() -> None:
    for position in Position:
        assert labels.position(position)
        assert labels.place((position,))


def test_equipment() -> None:
    assert labels.equipment(("mat", "strap", "mat")) == "Mat, strap"
    assert labels.equipment(("office-chair",)) == "Office chair"
    assert labels.equipment(()) == ""


def test_much_equipment_is_summed_up() -> None:
    assert labels.equipment_in_short(("mat", "strap", "wall")) == "Mat, strap, wall"
    assert labels.equipment_in_short(("mat", "strap", "wall", "chair", "mat")) == (
        "Mat, strap, 2 more"
    )


def test_levels() -> None:
    assert [labels.level(n) for n in (1, 2, 3)] == ["Easy", "Medium", "Hard"]


def test_conditions_read_as_a_sentence() -> None:
    assert labels.conditions(("herniated-disc",)) == "a slipped (herniated) disc"
    assert (
        labels.conditions(("herniated-disc", "severe-pain", "late-pregnancy"))
        == "a slipped (herniated) disc, severe pain or pregnancy after the third month"
    )
    assert labels.conditions(()) == ""


def test_sources_have_names() -> None:
    known = Source("001_5fe7733dc174ca87", "15 to 30 s")
    assert labels.source(known) == "Liv Hospital guide: 15 to 30 s"
    assert labels.source(Source("general practice")) == "General practice"


def test_numbers_and_plurals() -> None:
    assert [labels.number(n) for n in (1, 10, 11)] == ["One", "Ten", "11"]
    assert labels.plural(1, "stretch", "stretches") == "1 stretch"
    assert labels.plural(2, "stretch", "stretches") == "2 stretches"
    assert labels.plural(3, "day") == "3 days"


def test_muscles() -> None:
    assert labels.muscle("hip-flexors") == "Hip flexors"
