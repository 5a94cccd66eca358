from __future__ import annotations

from supple.core.session_keys import KeyMap, SessionKey, key_map
from supple.ui.session.keys import KEYS
from supple.ui.shortcuts import (
    EDITING,
    EVERY,
    GROUPS,
    HURTS,
    LEGS,
    PROMPT,
    SESSION,
    SUMMARY,
    Key,
    all_from,
    hurts,
    prompt,
    session,
    summary,
    works_too,
)

CAPS = {
    "\N{LEFTWARDS ARROW} \N{RIGHTWARDS ARROW}": "Right",
    "0 to 9": "0",
    "\N{RIGHTWARDS ARROW}": "Right",
    "\N{LEFTWARDS ARROW}": "Left",
    "\N{MINUS SIGN}": "-",
}


def test_every_session_key_that_is_listed_exists() -> None:
    known = {key for keys in KEYS.values() for key in keys}
    listed = {
        CAPS.get(key.cap, key.cap) for group in (SESSION, HURTS, SUMMARY) for key in group.keys
    }
    assert listed <= known


def test_all_keys_are_listed_those_at_hand_first() -> None:
    assert set(all_from(GROUPS)) == set(all_from(EDITING)) == set(EVERY)
    assert all_from(EDITING)[: len(EDITING)] == EDITING
    assert len(all_from(EDITING)) == len(EVERY)


def test_no_key_stands_twice_in_a_group() -> None:
    for group in EVERY:
        caps = [key.cap for key in group.keys]
        assert len(caps) == len(set(caps))


def test_taught_keys_are_listed_beside_the_usual_ones() -> None:
    keys = key_map(["next PgDown", "confirm B", "pause Left", "previous Space"])
    listed = {key.does: (key.cap, key.also) for key in session(keys).keys}
    assert listed["Next, or start now"] == ("Page Down", "\N{RIGHTWARDS ARROW}")
    assert listed["Pause, go on"] == ("\N{LEFTWARDS ARROW}", "")
    assert listed["Back"] == ("Space", "")
    assert listed["Again"] == ("R", "")
    after = {key.does: (key.cap, key.also) for key in summary(keys).keys}
    assert after["Start, or save and close"] == ("B", "Enter")
    assert hurts(keys).keys[-1] == Key("Space Page Down", "To an answer; B takes it")
    groups = all_from(GROUPS, keys)
    assert [group.where for group in groups] == [group.where for group in all_from(GROUPS)]
    assert groups[0] == session(keys)


def test_taught_keys_are_listed_where_a_leg_is_checked_and_a_break_is_due() -> None:
    keys = key_map(["again M", "voice R", "confirm PgDown"])
    groups = {group.where: group for group in all_from(GROUPS, keys)}
    leg = {key.does: (key.cap, key.also) for key in groups[LEGS.where].keys}
    assert leg["Hear it again"] == ("M", "")
    assert leg["Voice on, off"] == ("R", "")
    assert leg["Save"] == ("Page Down", "Enter")
    assert groups[PROMPT.where].keys[0] == Key("Page Down", "Start", "Enter")
    assert groups[PROMPT.where].keys[1:] == PROMPT.keys[1:]
    # S snoozes there, whatever it does elsewhere.
    assert prompt(key_map(["confirm S"])) == PROMPT
    # Enter starts there, whatever it does elsewhere.
    assert prompt(key_map(["confirm N", "pause Enter"])).keys[0] == Key("N", "Start", "Enter")


def test_a_usual_key_works_too_unless_it_is_shown_or_given_away() -> None:
    assert works_too(KeyMap(), SessionKey.NEXT) == ""
    assert works_too(key_map(["next PgDown"]), SessionKey.NEXT) == "\N{RIGHTWARDS ARROW}"
    assert works_too(key_map(["next PgDown", "pause Right"]), SessionKey.NEXT) == ""
