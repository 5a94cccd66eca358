from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.key_names import NAMES, canonical
from supple.core.session_keys import (
    NAMES as ACTS,
)
from supple.core.session_keys import (
    USUAL,
    KeyMap,
    Refused,
    SessionKey,
    by_number,
    forget,
    key_map,
    read,
    refusal,
    start_key,
    teach,
)

NEXT, PREVIOUS, PAUSE = SessionKey.NEXT, SessionKey.PREVIOUS, SessionKey.PAUSE
PAGES = ("Ctrl+1", "Ctrl+5", "Ctrl+,", "Ctrl+F")
KEPT = (
    *("Esc", "0", "5", "9", "X", "Tab", "Shift+Tab", "F1", "Backspace", "Del"),
    *("Ctrl+Q", "Ctrl+Z", *PAGES),
)
# Few, so that they clash, and all usual ones among them.
few = [*(key for keys in USUAL.values() for key in keys), "PgDown", "F5", "B", "Media Next", *KEPT]
keys = st.sampled_from(few) | st.sampled_from(sorted(NAMES)) | st.sampled_from("abcdxyz019?")
steps = st.lists(st.tuples(st.sampled_from(SessionKey), st.none() | keys), max_size=25)


def taught(done: list[tuple[SessionKey, str | None]]) -> KeyMap:
    """What somebody has who does all that; None is the usual key back."""
    made = KeyMap()
    for act, key in done:
        try:
            made = (forget(made, act) if key is None else teach(made, act, key)).keys
        except Refused:
            continue
    return made


maps = steps.map(taught)


def test_every_act_has_usual_keys_and_a_name() -> None:
    assert set(USUAL) == set(ACTS) == set(SessionKey)
    every = [key for heard in USUAL.values() for key in heard]
    assert len(every) == len(set(every))
    assert every == [canonical(key) for key in every]


def test_a_key_of_ones_own_comes_before_the_usual_one() -> None:
    made = teach(KeyMap(), NEXT, "PgDown")
    assert made.keys.shown(NEXT) == "PgDown"
    assert made.keys.heard(NEXT) == ("PgDown", "Right")
    assert made.keys.act_of("PgDown") is made.keys.act_of("Right") is NEXT
    assert made.told == "Page Down is Next now."
    assert made.keys.entries() == ("next PgDown",)
    assert made.keys.is_own(NEXT)
    assert not made.keys.is_own(PAUSE)


def test_two_usual_keys_are_swapped() -> None:
    made = teach(KeyMap(), NEXT, "Left")
    assert (made.keys.shown(NEXT), made.keys.shown(PREVIOUS)) == ("Left", "Right")
    assert made.keys.heard(NEXT) == ("Left",)
    assert made.told == "\N{LEFTWARDS ARROW} is Next now. Back is \N{RIGHTWARDS ARROW}."
    assert teach(made.keys, PREVIOUS, "Left").keys == KeyMap()
    assert forget(made.keys, PREVIOUS).keys == KeyMap()


def test_a_key_taken_from_another_gives_that_its_usual_one_back() -> None:
    first = teach(KeyMap(), NEXT, "PgDown").keys
    made = teach(first, PAUSE, "PgDown")
    assert made.keys == KeyMap(((PAUSE, "PgDown"),))
    assert made.told == "Page Down is Pause now. Next is \N{RIGHTWARDS ARROW}."


def test_a_usual_key_that_is_not_shown_is_given_away_alone() -> None:
    first = teach(KeyMap(), NEXT, "PgDown").keys
    made = teach(first, PAUSE, "Right")
    assert made.keys.heard(NEXT) == ("PgDown",)
    assert made.keys.heard(PAUSE) == ("Right", "Space")
    assert made.told == "\N{RIGHTWARDS ARROW} is Pause now. Next is Page Down."
    up = teach(KeyMap(), NEXT, "Up")
    assert up.keys.heard(SessionKey.LONGER) == ("+", "=")
    assert up.told == "\N{UPWARDS ARROW} is Next now. 10 s longer is +."


def test_the_same_key_again_changes_nothing() -> None:
    made = teach(KeyMap(), NEXT, "Right")
    assert made.keys == KeyMap()
    assert made.told == "\N{RIGHTWARDS ARROW} is Next already."
    assert forget(KeyMap(), NEXT).told == "\N{RIGHTWARDS ARROW} is the usual key for Next."


def test_stop_gets_a_key_of_its_own_beside_esc() -> None:
    made = teach(KeyMap(), SessionKey.STOP, "F5").keys
    assert made.heard(SessionKey.STOP) == ("F5", "Esc")
    assert teach(made, NEXT, "F5").keys == KeyMap(((NEXT, "F5"),))
    assert forget(made, SessionKey.STOP).keys == KeyMap()


def test_stop_has_nothing_to_swap() -> None:
    with pytest.raises(Refused, match=r"is Something hurts, which has no other key"):
        teach(KeyMap(), SessionKey.STOP, "H")
    free = teach(KeyMap(), SessionKey.HURTS, "F5").keys
    assert teach(free, SessionKey.STOP, "H").keys.heard(SessionKey.STOP) == ("H", "Esc")


@pytest.mark.parametrize("key", KEPT)
@pytest.mark.parametrize("act", SessionKey)
def test_what_must_stay_is_refused_with_the_reason(act: SessionKey, key: str) -> None:
    assert refusal(key).endswith((", so it stays.", ", so they stay."))
    if (act, key) == (SessionKey.STOP, "Esc"):
        return
    with pytest.raises(Refused, match=r"so (it stays|they stay)\.$"):
        teach(KeyMap(), act, key)


def test_a_question_names_the_keys_of_whoever_may_have_no_numbers() -> None:
    asked = "Which one is it? Press a number."
    assert by_number(asked, KeyMap()) == asked
    assert by_number(asked, key_map(["pause F5"])) == asked
    remote = key_map(["next PgDown", "confirm B"])
    assert by_number(asked, remote) == "Which one is it? Press a number, or Page Down and B."


def test_what_is_no_key_is_told_to_the_caller() -> None:
    assert refusal("PgDown") == ""
    for ask in (lambda: teach(KeyMap(), NEXT, "PageDwn"), lambda: refusal("Ctrl")):
        with pytest.raises(ValueError, match="no key"):
            ask()


@given(maps)
def test_no_key_does_two_things_and_every_act_has_one(made: KeyMap) -> None:
    shown = [made.shown(act) for act in SessionKey]
    assert len(set(shown)) == len(shown)
    heard = [key for act in SessionKey for key in made.heard(act)]
    assert len(set(heard)) == len(heard)
    for act in SessionKey:
        assert made.heard(act)[0] == made.shown(act)
        assert all(made.act_of(key) is act for key in made.heard(act))


@given(maps)
def test_nobody_is_ever_locked_out(made: KeyMap) -> None:
    assert "Esc" in made.heard(SessionKey.STOP)
    for key in KEPT:
        assert made.act_of(key) in (None, SessionKey.STOP)
    # Whoever has only the keyboard finds every usual key at work, for its own act or for another.
    assert all(made.act_of(usual) for usuals in USUAL.values() for usual in usuals)


@given(maps)
def test_what_is_kept_comes_back(made: KeyMap) -> None:
    assert read(made.entries()) == (made, ())


@given(maps, st.sampled_from(SessionKey))
def test_the_usual_key_can_always_be_had_back(made: KeyMap, act: SessionKey) -> None:
    back = forget(made, act).keys
    assert back.shown(act) == USUAL[act][0]


@given(maps)
def test_all_usual_keys_come_back_one_by_one(made: KeyMap) -> None:
    for act in SessionKey:
        made = forget(made, act).keys
    assert made == KeyMap()


@given(st.lists(st.text() | st.builds("{} {}".format, st.sampled_from(SessionKey), keys)))
def test_anything_in_a_file_gives_sound_keys_and_names_what_is_wrong(entries: list[str]) -> None:
    made, wrong = read(entries)
    assert len(made.own) + len(wrong) == len(entries)
    assert set(wrong) <= set(entries)
    assert read(made.entries()) == (made, ())
    assert key_map(entries) == made


@pytest.mark.parametrize(
    ("entries", "wrong"),
    [
        (["next Left"], ["next Left"]),
        (["next Left", "previous Right"], []),
        (["next F5", "pause F5"], ["pause F5"]),
        (["next F5", "next F6"], ["next F6"]),
        (["next Right"], ["next Right"]),
        (["next Esc", "next", "leap F5", "next PageDwn", "stop F5"], None),
    ],
)
def test_entries_that_cannot_be_are_left_out(entries: list[str], wrong: list[str] | None) -> None:
    assert read(entries)[1] == tuple(entries[:-1] if wrong is None else wrong)


def test_the_key_for_start_is_told_where_it_was_taught() -> None:
    assert start_key(("next PgDown", "confirm F5")) == "F5"
    assert start_key(("next PgDown",)) == ""
