"""How long and how often, read from a dose or a step."""

from __future__ import annotations

import pytest

from supple.core.dose_format import dose_change
from supple.core.format_fields import Fields
from supple.core.format_findings import Findings
from supple.core.routine import DoseChange, Reps


def read(**value: object) -> tuple[DoseChange, list[str]]:
    group = Fields(value, ("dose",), Findings(), "a dose")
    change = dose_change(group)
    group.finish()
    return change, [f"{p.path}: {p.what} {p.mend}" for p in group.findings.problems()]


def test_nothing_changes_nothing() -> None:
    assert read() == (DoseChange(), [])


def test_every_field_is_taken() -> None:
    change, told = read(
        hold_s=30,
        hold_range_s=[15, 60],
        sets=2,
        rest_s=0,
        prepare_s=3,
        switch_s=120,
        reps={"count": 10, "pace_s": 4, "words": ["point", "flex"], "during_hold": True},
    )
    assert told == []
    assert change == DoseChange(
        hold_s=30,
        hold_range_s=(15, 60),
        sets=2,
        rest_s=0,
        prepare_s=3,
        switch_s=120,
        reps=Reps(10, 4, ("point", "flex"), during_hold=True),
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([60, 15], "dose.hold_range_s: The range runs backwards, from 60 to 15. Write [15, 60]."),
        ([15], "dose.hold_range_s: This is a list in [ ]. It needs to be two numbers"),
        (30, "dose.hold_range_s: This is 30. It needs to be two numbers"),
        (["15", 60], 'dose.hold_range_s[0]: This is the text "15".'),
        ([15, 601], "dose.hold_range_s[1]: This is 601, out of range."),
        ([float("nan"), 60], "dose.hold_range_s[0]: This is NaN, out of range."),
    ],
)
def test_a_range_is_two_numbers_in_order(value: object, said: str) -> None:
    change, told = read(hold_range_s=value)
    assert change.hold_range_s is None
    assert [t.startswith(said) for t in told] == [True]


def test_a_hold_lies_in_its_own_range() -> None:
    assert read(hold_s=15, hold_range_s=[15, 60])[1] == []
    assert read(hold_s=60, hold_range_s=[15, 60])[1] == []
    assert read(hold_s=61, hold_range_s=[15, 60])[1] == [
        (
            "dose.hold_s: The hold of 61 s is outside its own range, 15 to 60 s. "
            "Change the hold, or widen hold_range_s."
        )
    ]


def test_words_have_time_to_be_said() -> None:
    assert read(reps={"count": 5, "pace_s": 0.8, "words": ["up", "down"]})[1] == []
    assert read(reps={"count": 5, "pace_s": 0.7, "words": ["up", "down"]})[1] == [
        (
            "dose.reps.pace_s: 2 words in 0.7 s leave no time to say them. "
            "Give each word at least 0.4 s: a pace of 0.8 or more."
        )
    ]


def test_repetitions_need_a_count_and_a_pace() -> None:
    change, told = read(reps={"cont": 5})
    assert change.reps is None
    assert told == [
        'dose.reps: "count" is missing in repetitions. Add "count": how many, such as 10.',
        (
            'dose.reps: "pace_s" is missing in repetitions. '
            'Add "pace_s": seconds for one whole repetition, such as 3.'
        ),
        'dose.reps.cont: "cont" is not a key of repetitions. Did you mean "count"?',
    ]
