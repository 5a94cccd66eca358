"""The page of keys says what the program's own list says, and what the session page does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from supple.ui.session.keys import KEYS, Mode
from supple.ui.shortcuts import EVERY, Group

PAGE = (Path(__file__).parents[2] / "docs" / "keyboard.md").read_text(encoding="utf-8")
ANEW = "write its tables anew: .venv/bin/python packaging/make/keys.py"
WRITTEN = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "-": "\N{MINUS SIGN}"}
"""Qt's name of a key -> as people know it."""


def section(heading: str) -> str:
    _, found, after = PAGE.partition(f"\n## {heading}\n")
    assert found, f"docs/keyboard.md has no part {heading!r}; {ANEW}"
    return after.split("\n## ")[0]


@pytest.mark.parametrize("group", EVERY, ids=lambda group: group.where)
def test_each_key_of_the_programs_list_is_told_alike(group: Group) -> None:
    told = re.findall(r"^\| (.+?) \| (.+?) \|$", section(group.where), re.MULTILINE)
    assert told[1:] == [(key.cap, key.does) for key in group.keys], ANEW
    assert told[0][0] == "key"


def test_every_key_of_a_running_session_is_told() -> None:
    part = section("In a session")
    told = {*re.findall(r"^\| (\S+) \|", part, re.MULTILINE), *re.findall(r"`([^`]+)`", part)}
    for mode in (Mode.RUNNING, Mode.PAUSED):
        assert {WRITTEN.get(key, key) for key in KEYS[mode]} <= told
