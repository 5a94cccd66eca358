"""Reading one group of a routine file key by key."""

from __future__ import annotations

import pytest

from supple.core.format_fields import Fields, Span
from supple.core.format_findings import Findings

SECONDS = Span(1, 600, "seconds")
TIMES = Span(1, 20, whole=True)


def fields(**value: object) -> Fields:
    return Fields(value, ("dose",), Findings(), "a dose")


def told(group: Fields) -> list[str]:
    return [f"{p.path}: {p.what} {p.mend}" for p in group.findings.problems()]


def test_a_number_in_range_is_taken_as_it_is() -> None:
    group = fields(hold_s=30, sets=2)
    assert group.number("hold_s", SECONDS) == 30.0
    sets = group.number("sets", TIMES)
    assert (sets, type(sets)) == (2, int)
    assert told(group) == []


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.5, "dose.x: This is 0.5, out of range. Choose a number from 1 to 600 seconds."),
        (601, "dose.x: This is 601, out of range. Choose a number from 1 to 600 seconds."),
        (float("nan"), "dose.x: This is NaN, out of range."),
        (float("inf"), "dose.x: This is a very large number, out of range."),
        (True, "dose.x: This is true. It needs to be a number, 1 to 600 seconds."),
        (None, "dose.x: This is null. It needs to be a number, 1 to 600 seconds."),
        ("soon", 'dose.x: This is the text "soon". It needs to be a number, 1 to 600 seconds.'),
        ("30", 'dose.x: This is the text "30". It needs to be a number without quotes: 30.'),
        (
            "30 s",
            'dose.x: This is the text "30 s". It needs to be a number without quotes and unit',
        ),
        ([30], "dose.x: This is a list in [ ]. It needs to be a number, 1 to 600 seconds."),
    ],
)
def test_a_wrong_number_is_explained(value: object, said: str) -> None:
    group = fields(x=value)
    assert group.number("x", SECONDS) is None
    assert len(told(group)) == 1
    assert told(group)[0].startswith(said)


def test_a_number_of_thousands_of_digits_is_out_of_range() -> None:
    group = fields(x=10**6000)
    assert group.number("x", SECONDS) is None
    assert told(group)[0].startswith("dose.x: This is a very large number, out of range.")


def test_a_count_has_no_half() -> None:
    group = fields(sets=2.5)
    assert group.number("sets", TIMES) is None
    assert told(group) == ["dose.sets: This is 2.5. Choose a whole number from 1 to 20."]
    assert fields(sets=2.0).number("sets", TIMES) == 2


def test_a_missing_key_is_told_only_where_it_is_needed() -> None:
    group = fields()
    assert group.text("feel", 10) == ""
    assert told(group) == []
    assert group.text("name", 10, need="the name people read") == ""
    assert told(group) == ['dose: "name" is missing in a dose. Add "name": the name people read.']


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "This text is empty."),
        ("  ", "This text is empty."),
        ("x" * 11, "This text has 11 characters; 10 is the most."),
        ("a\nb", "This text holds a line break"),
        ("a\x00b", "This text holds a line break"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b", "This text holds a line break"),
        ("\ud800", "This text holds a line break"),
        (5, "This is 5."),
    ],
)
def test_a_wrong_text_is_explained(value: object, said: str) -> None:
    group = fields(x=value)
    group.text("x", 10)
    assert [p.what.startswith(said) for p in group.findings.problems()] == [True]


def test_other_languages_may_use_their_spaces_and_joiners() -> None:
    group = fields(x="30\N{NO-BREAK SPACE}s \N{ZERO WIDTH NON-JOINER}")
    group.text("x", 10)
    assert told(group) == []


@pytest.mark.parametrize("text", ["{foot}", "{Side}", "{", "a } b", "{side", "{}", "{{side}}"])
def test_only_the_two_leg_words_may_stand_in_braces(text: str) -> None:
    group = fields(x=text)
    group.text("x", 40, placeholders=("{side}", "{other}"))
    assert len(told(group)) == 1
    assert "Use {side} for the leg at work" in told(group)[0]


def test_leg_words_are_refused_where_there_is_no_leg() -> None:
    group = fields(x="Your {side} foot")
    group.text("x", 40)
    assert told(group)[0].startswith('dose.x: "{side}" cannot be used here. It works only in setup')
    allowed = fields(x="Your {side} foot, then the {other}")
    allowed.text("x", 40, placeholders=("{side}", "{other}"))
    assert told(allowed) == []


@pytest.mark.parametrize("value", ["Legs", "my stretch", "-x", "x-", "a--b", "", "é", "x" * 65])
def test_an_id_is_plain(value: str) -> None:
    group = fields(id=value)
    assert group.identifier() == ""
    assert len(told(group)) == 1


def test_choices_name_the_nearest_and_refuse_doubles() -> None:
    group = fields(focus=["calfs", "calves", "calves", 3])
    assert group.choices("focus", ["calves", "glutes"]) == ("calves",)
    assert told(group) == [
        'dose.focus[0]: "calfs" is not known here. Did you mean "calves"?',
        'dose.focus[2]: "calves" stands here twice. Leave one out.',
        "dose.focus[3]: This is 3. It needs to be one of: calves, glutes.",
    ]


def test_true_and_false_are_not_text() -> None:
    group = fields(a=True, b="true")
    assert (group.flag("a"), group.flag("b"), group.flag("c")) == (True, False, False)
    assert told(group) == [
        'dose.b: This is the text "true". It needs to be true or false, without quotes.'
    ]


def test_a_list_needs_brackets_entries_and_an_end() -> None:
    for value, said in [
        ("x", 'It needs to be a list in square brackets, such as ["x"].'),
        ([], "This list is empty."),
        (["x"] * 4, "This list has 4 entries; 3 is the most."),
    ]:
        group = fields(setup=value)
        group.texts("setup", 10, most=3, need="lines")
        assert said in told(group)[0]


def test_groups_go_on_after_one_that_is_none() -> None:
    group = fields(steps=[1, {"a": 2}])
    found = group.groups("steps", "a step", most=5, example='{"a": 1}')
    assert [g.path for g in found] == [("dose", "steps", 1)]
    assert told(group) == [
        'dose.steps[0]: This is 1. It needs to be a step in braces, such as {"a": 1}.'
    ]


def test_a_list_of_groups_shows_one_where_it_is_none() -> None:
    group = fields(steps={"a": 1})
    assert list(group.groups("steps", "a step", most=5, example='{"a": 1}')) == []
    assert told(group)[0].endswith('a list in square brackets, such as [{"a": 1}].')


def test_keys_that_nobody_took_are_named_with_the_nearest() -> None:
    group = fields(hold_s=30, hold_range=[1, 2])
    group.number("hold_s", SECONDS)
    group.take("hold_range_s")
    group.finish()
    assert told(group) == [
        'dose.hold_range: "hold_range" is not a key of a dose. Did you mean "hold_range_s"?'
    ]
