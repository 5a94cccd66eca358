from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.break_keys import (
    EXTRA,
    HELD,
    NAMES,
    USUAL,
    BreakKey,
    BreakKeys,
    break_keys,
    forget,
    read,
    refusal,
    teach,
)
from supple.core.key_names import NAMES as KEYS
from supple.core.key_names import canonical
from supple.core.session_keys import Refused

START, SNOOZE = BreakKey.START, BreakKey.SNOOZE
few = ["Ctrl+Alt+B", "Ctrl+Alt+S", "Ctrl+Alt+N", "Media Next", "F13", "B", "Ctrl+C", "Tab"]
steps = st.lists(st.tuples(st.sampled_from(BreakKey), st.none() | st.sampled_from(few)))


def taught(done: list[tuple[BreakKey, str | None]]) -> BreakKeys:
    made = BreakKeys()
    for act, key in done:
        try:
            made = (forget(made, act) if key is None else teach(made, act, key)).keys
        except Refused:
            continue
    return made


maps = steps.map(taught)


def test_another_key_takes_the_place_of_the_usual_one() -> None:
    made = teach(BreakKeys(), START, "ctrl+alt+n")
    assert made.told == "Ctrl Alt N is Start a break now."
    assert (made.keys.shown(START), made.keys.cap(START)) == ("Ctrl+Alt+N", "Ctrl Alt N")
    assert made.keys.act_of("Ctrl+Alt+B") is None
    assert made.keys.act_of("Ctrl+Alt+N") is START
    assert made.keys.line == "Ctrl Alt N starts, Ctrl Alt S snoozes"
    assert made.keys.spoken(SNOOZE) == "Ctrl Alt S"
    assert made.keys.is_own(START)
    assert forget(made.keys, START).keys == BreakKeys()


def test_both_are_swapped() -> None:
    made = teach(BreakKeys(), START, "Ctrl+Alt+S")
    assert (made.keys.shown(START), made.keys.shown(SNOOZE)) == ("Ctrl+Alt+S", "Ctrl+Alt+B")
    assert made.told == "Ctrl Alt S is Start a break now. Snooze is Ctrl Alt B."
    assert forget(made.keys, SNOOZE).keys == BreakKeys()


def test_the_same_key_changes_nothing() -> None:
    assert teach(BreakKeys(), START, "Ctrl+Alt+B").told == "Ctrl Alt B is Start a break already."
    assert forget(BreakKeys(), START).told == "Ctrl Alt B is the usual key for Start a break."


@pytest.mark.parametrize("key", ["Media Next", "F13", "Ctrl+Alt+N", "Meta+Shift+F5", "Alt+Shift+1"])
def test_keys_that_hardly_any_program_uses_can_be_had(key: str) -> None:
    assert refusal(key) == ""


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("B", "hold Ctrl and Alt"),
        ("Ctrl+C", "hold Ctrl and Alt"),
        ("Shift+F5", "hold Ctrl and Alt"),
        ("PgDown", "hold Ctrl and Alt"),
        ("Ctrl+Alt+F2", "another console"),
        ("Ctrl+Alt+Del", "cannot be had"),
        ("Esc", "cannot be had"),
        ("Tab", "cannot be had"),
        ("Ctrl+Alt+\N{CYRILLIC CAPITAL LETTER ER}", "cannot be had"),
    ],
)
def test_keys_that_others_need_are_refused_with_the_reason(key: str, why: str) -> None:
    assert why in refusal(key)
    with pytest.raises(Refused, match=why):
        teach(BreakKeys(), START, key)


def test_every_key_that_can_be_had_has_a_name() -> None:
    assert set(NAMES) == set(USUAL) == set(BreakKey)
    for name in EXTRA | HELD:
        assert canonical(name) == name
    assert {name for name in EXTRA | HELD if len(name) > 3} <= KEYS


@given(maps)
def test_no_key_does_two_things_and_what_is_kept_comes_back(made: BreakKeys) -> None:
    assert made.shown(START) != made.shown(SNOOZE)
    assert read(made.entries()) == (made, ())
    for act in BreakKey:
        assert forget(made, act).keys.shown(act) == USUAL[act]


@given(
    st.lists(st.text() | st.builds("{} {}".format, st.sampled_from(BreakKey), st.sampled_from(few)))
)
def test_anything_in_a_file_gives_sound_keys(entries: list[str]) -> None:
    made, wrong = read(entries)
    assert len(made.own) + len(wrong) == len(entries)
    assert made.shown(START) != made.shown(SNOOZE)
    assert break_keys(entries) == made


def test_a_key_of_the_other_is_left_out_unless_both_are_swapped() -> None:
    assert read(["start Ctrl+Alt+S"]) == (BreakKeys(), ("start Ctrl+Alt+S",))
    both = ["start Ctrl+Alt+S", "snooze Ctrl+Alt+B"]
    assert read(both)[1] == ()
    assert read([*both, "snooze F13", "leap F13"])[1] == ("snooze F13", "leap F13")
