from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from supple.core.handout import AVOID, CARE, FEEL, Entry, Handout
from supple.ui.handout.text import Fonts
from supple.ui.handout.words import parts, words


@pytest.fixture
def entry(sheet_of: Callable[[str], Handout]) -> Entry:
    return sheet_of("back-care-pair").entries[0]


def test_what_is_most_wanted_comes_first(entry: Entry) -> None:
    told = parts(entry)
    assert [part.label for part in told] == [FEEL, AVOID, CARE, ""]
    assert told[2].lines == (*entry.cautions, entry.leave_out)
    assert told[3].lines == (entry.source,)


def test_what_there_is_not_takes_no_room(entry: Entry) -> None:
    bare = replace(entry, feel="", avoid="", cautions=(), leave_out="", source="")
    assert parts(bare) == ()


def test_more_steps_take_more_room(entry: Entry, family: str) -> None:
    fonts = Fonts(family)
    less = replace(entry, steps=entry.steps[:2])
    assert words(less, fonts, 240).height < words(entry, fonts, 240).height
    assert words(entry, fonts, 120).height > words(entry, fonts, 240).height


def test_coming_out_of_it_stands_apart_from_the_numbered_steps(entry: Entry, family: str) -> None:
    fonts = Fonts(family)
    assert entry.finish
    assert entry.finish not in entry.steps
    without = words(replace(entry, finish=""), fonts, 240).height
    assert words(entry, fonts, 240).height > without


def test_a_narrow_column_is_a_high_one(entry: Entry, family: str) -> None:
    fonts = Fonts(family)
    for part in parts(entry):
        wide, narrow = (part.column(fonts, width).height for width in (500, 130))
        assert narrow > wide > 0
