from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.key_names import (
    BRIEF,
    LONGEST,
    NAMES,
    brief,
    canonical,
    cap,
    is_letter,
    spoken,
)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("PgDown", "PgDown"),
        ("pgdown", "PgDown"),
        ("r", "R"),
        ("Shift+R", "R"),
        ("shift++", "+"),
        ("+", "+"),
        ("Num++", "+"),
        ("Num+Home", "Home"),
        ("Return", "Enter"),
        ("Num+Enter", "Enter"),
        ("Shift+F5", "Shift+F5"),
        ("alt+ctrl+b", "Ctrl+Alt+B"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+Shift+A", "Ctrl+Shift+A"),
        ("Toggle Media Play/Pause", "Toggle Media Play/Pause"),
        ("f35", "F35"),
        ("F", "F"),
        ("\N{CYRILLIC SMALL LETTER ER}", "\N{CYRILLIC CAPITAL LETTER ER}"),
        ("\N{LATIN SMALL LETTER SHARP S}", "\N{LATIN SMALL LETTER SHARP S}"),
    ],
)
def test_a_key_has_one_name_however_it_is_written(written: str, key: str) -> None:
    assert canonical(written) == key
    assert canonical(key) == key


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "Ctrl", "Ctrl+", "Ctrl+Ctrl", "Shift", "PageDwn", "F0", "F36", "F05", "RR"),
        *("\t", "\N{DELETE}", "A" * (LONGEST + 1)),
    ],
)
def test_what_names_no_key_is_refused(text: str) -> None:
    for ask in (canonical, cap, spoken):
        with pytest.raises(ValueError, match=r"key"):
            ask(text)


def test_caps_and_words() -> None:
    assert [cap(key) for key in ("PgDown", "Right", "-", "Ctrl+Alt+B", "Ctrl+-")] == [
        "Page Down",
        "\N{RIGHTWARDS ARROW}",
        "\N{MINUS SIGN}",
        "Ctrl Alt B",
        "Ctrl \N{MINUS SIGN}",
    ]
    assert [spoken(key) for key in ("PgDown", "Right", "-", "+", "R")] == [
        "Page Down",
        "right arrow",
        "minus",
        "plus",
        "R",
    ]


def test_only_a_letter_stays_itself_with_shift() -> None:
    assert [key for key in ("R", "5", "F5", "+", "Space", "\N{CYRILLIC CAPITAL LETTER ER}")
            if is_letter(key)] == ["R", "\N{CYRILLIC CAPITAL LETTER ER}"]  # fmt: skip


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_name_is_its_own_and_can_be_shown(name: str) -> None:
    assert canonical(name) == canonical(name.upper()) == name
    assert cap(name)
    assert spoken(f"Ctrl+{name}").startswith("Ctrl ")


@given(st.text())
def test_a_name_found_names_the_same_key_again(text: str) -> None:
    try:
        key = canonical(text)
    except ValueError:
        return
    assert canonical(key) == key
    assert cap(key).strip()
    assert spoken(key).strip()


def test_signs_that_are_hardly_seen_go_by_their_names() -> None:
    assert [cap(key) for key in (".", ",", "'", "`", "Ctrl+.")] == [
        "Full stop",
        "Comma",
        "Apostrophe",
        "Backtick",
        "Ctrl Full stop",
    ]
    assert [spoken(key) for key in (".", "'", "-", "/")] == [
        "full stop",
        "apostrophe",
        "minus",
        "slash",
    ]
    assert [brief(key) for key in (".", ",", "'", "`", "Ctrl+.")] == [
        "Dot",
        "Comma",
        "Apostr.",
        "Tick",
        "Ctrl .",
    ]


@pytest.mark.parametrize("key", list(".,:;'\"`^~_|\N{ACUTE ACCENT}\N{DEGREE SIGN}\N{MIDDLE DOT}"))
def test_the_short_names_have_room_on_a_button(key: str) -> None:
    assert len(cap(key)) > 1
    assert len(brief(key)) <= BRIEF
    assert not brief(key).endswith("\N{HORIZONTAL ELLIPSIS}")
