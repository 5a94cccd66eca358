from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from supple.core.handout import Entry, Handout, handout
from supple.core.paper import Paper
from supple.core.routine import Catalogue
from supple.core.timeline import build_timeline, routine_of
from supple.ui.handout.diary import Diary, Remarks
from supple.ui.handout.entry import EntryBlock
from supple.ui.handout.sheet import FOOT, SIDE, TOP, Sheet

SheetMaker = Callable[[Handout, Paper], Sheet]
MARGIN = 8 / 25.4 * 72
"""What a printer cannot reach, points."""
PAPERS = pytest.mark.parametrize("paper", list(Paper))


def check(sheet: Sheet) -> None:
    """Every piece is where it can be read, and none lies on another."""
    _, height = sheet.paper.size_pt
    entries = 0
    for page in sheet.pages:
        below = TOP
        for placed in page.placed:
            assert placed.y >= below - 0.01
            below = placed.y + placed.block.height
            entries += isinstance(placed.block, EntryBlock)
        assert below <= sheet.bottom + 0.01 < height - FOOT
    assert entries == len(sheet.content.entries)
    kinds = [type(placed.block) for placed in sheet.pages[-1].placed]
    assert kinds[-2:] == [Diary, Remarks]


@PAPERS
def test_every_shipped_routine_and_stretch_finds_its_place(
    shipped: Catalogue, on_paper: SheetMaker, paper: Paper
) -> None:
    for routine in (*shipped.routines.values(), *map(routine_of, shipped.stretches.values())):
        sheet = on_paper(handout(build_timeline(routine, shipped)), paper)
        check(sheet)
        assert len(sheet.pages) <= (2 if len(routine.steps) <= 5 else 4), routine.id


def test_what_a_printer_cannot_reach_stays_white() -> None:
    assert min(SIDE, TOP, FOOT) > MARGIN


def test_two_stretches_fit_on_one_page_of_a4(
    sheet_of: Callable[[str], Handout], on_paper: SheetMaker
) -> None:
    assert len(on_paper(sheet_of("back-care-pair"), Paper.A4).pages) == 1


def test_a_single_stretch_fits_on_one_page_of_either_paper(
    shipped: Catalogue, on_paper: SheetMaker
) -> None:
    routine = routine_of(shipped.stretches["partner-raise"])
    for paper in Paper:
        assert len(on_paper(handout(build_timeline(routine, shipped)), paper).pages) == 1


W, WORDS = "W", "left leg up "


def longest(text: Callable[[int], str], steps: int) -> Handout:
    """A sheet with every text as long as the format allows it."""
    entry = Entry(
        number=1,
        name=text(60),
        figure="leg-swing",
        side="left",  # type: ignore[arg-type]
        caption="Right leg: hold",
        dose=f"{text(40)} and {text(40)} 200 times, then hold 600 seconds; 20 times each leg",
        order="All 20 with the left leg first, then with the right. Rest about 10 minutes.",
        steps=tuple(text(80) for _ in range(10)),
        finish=text(80),
        feel=text(80),
        avoid=text(240),
        cautions=tuple(text(240) for _ in range(12)),
        leave_out=f"Leave it out with {text(400)}.",
        source="Sources: " + "; ".join(text(120) for _ in range(20)),
    )
    entries = tuple(replace(entry, number=n) for n in range(1, steps + 1))
    return Handout(text(60), text(240), ("About 180 minutes", text(60)), "", entries, ("Mon",) * 7)


@PAPERS
@pytest.mark.parametrize("letters", [W, WORDS])
def test_the_longest_texts_still_fit(on_paper: SheetMaker, paper: Paper, letters: str) -> None:
    content = longest(lambda n: (letters * n)[:n], 3)
    sheet = on_paper(content, paper)
    check(sheet)
    assert len(sheet.pages) <= 5


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(codec="utf-8", categories=("L", "P", "N", "S")), min_size=1, max_size=9),
    st.integers(1, 3),
    st.sampled_from(Paper),
)
def test_whatever_the_letters_everything_fits(
    on_paper: SheetMaker, letters: str, steps: int, paper: Paper
) -> None:
    check(on_paper(longest(lambda n: (letters * n)[:n], steps), paper))


@PAPERS
def test_a_hundred_stretches_are_many_pages(on_paper: SheetMaker, paper: Paper) -> None:
    short = longest(lambda n: "leg " * min(3, n), 1).entries[0]
    short = replace(short, cautions=(), source="")
    content = longest(lambda n: "leg", 1)
    content = replace(content, entries=tuple(replace(short, number=n) for n in range(1, 101)))
    sheet = on_paper(content, paper)
    check(sheet)
    assert len(sheet.pages) > 25


def test_every_page_can_be_painted_on_a_screen(
    sheet_of: Callable[[str], Handout], on_paper: SheetMaker
) -> None:
    sheet = on_paper(sheet_of("full-session"), Paper.A4)
    for number in range(len(sheet.pages)):
        image = QImage(595, 842, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        before = image.copy()
        painter = QPainter(image)
        sheet.paint(painter, number)
        painter.end()
        assert image != before
