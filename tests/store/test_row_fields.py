from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

import pytest

from supple.store.row_fields import RowFields, WrongValue


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def test_only_a_group_has_keys() -> None:
    with pytest.raises(WrongValue, match=r"^rows\[2\]: This is a list in \[ \]."):
        RowFields([], ("rows", 2))


def test_what_is_missing_has_its_default_or_is_told() -> None:
    row = RowFields({}, ("rows", 2))
    assert row.text("name", 5, default="") == ""
    assert row.flag("done", default=True) is True
    assert row.number("held_s", 9.0, default=0.5) == 0.5
    assert row.whole_or_none("pain", 0, 10) is None
    assert row.number_or_none("left", 9.0) is None
    assert row.choice_or_none("colour", *Colour) is None
    assert row.instant_or_none("at") is None
    with pytest.raises(WrongValue, match=r'^rows\[2\]: "at" is missing.'):
        row.instant("at")


def test_a_default_does_not_hide_a_wrong_value() -> None:
    with pytest.raises(WrongValue, match=r"^name: This is null."):
        RowFields({"name": None}).text("name", 5, default="")


def test_both_ends_of_a_range_are_allowed() -> None:
    row = RowFields({"low": 0, "high": 10, "over": 11})
    assert (row.whole("low", 0, 10), row.whole("high", 0, 10)) == (0, 10)
    assert (row.number("low", 10), row.number("high", 10)) == (0.0, 10.0)
    for read in (lambda: row.whole("over", 0, 10), lambda: row.number("over", 10)):
        with pytest.raises(WrongValue, match=r"^over: This is 11\."):
            read()


def test_a_number_is_a_float_and_never_less_than_zero() -> None:
    row = RowFields({"whole": 3, "minus": -0.0})
    assert repr(row.number("whole", 10)) == "3.0"
    assert repr(row.number("minus", 10)) == "0.0"


def test_a_choice_is_one_of_those_given() -> None:
    row = RowFields({"colour": "blue"})
    assert row.choice("colour", *Colour) is Colour.BLUE
    with pytest.raises(WrongValue, match=r'It needs to be one of "red"\.'):
        row.choice("colour", Colour.RED)


def test_groups_know_where_they_stand() -> None:
    first, second = RowFields({"steps": [{"n": 1}, {"n": "x"}]}, ("rows", 0)).groups("steps")
    assert first.whole("n", 1, 9) == 1
    with pytest.raises(WrongValue) as wrong:
        second.whole("n", 1, 9)
    assert wrong.value.path == ("rows", 0, "steps", 1, "n")


def test_an_instant_keeps_every_microsecond() -> None:
    row = RowFields({"at": "2026-03-14T21:30:00.000001Z"})
    assert row.instant("at") == datetime(2026, 3, 14, 21, 30, 0, 1, UTC)


def test_a_value_can_be_refused_for_another_one() -> None:
    with pytest.raises(WrongValue, match=r"^rows\.end: It is too early\. Make it later\.$"):
        RowFields({"end": 1}, ("rows",)).refuse("end", "It is too early.", "Make it later.")
