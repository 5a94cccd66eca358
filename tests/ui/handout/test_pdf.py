"""The files as another program reads them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from itertools import combinations
from pathlib import Path

import pytest

from supple.core.handout import FINISH, Handout
from supple.core.paper import Paper
from supple.core.routine import Catalogue
from supple.ui import fonts
from supple.ui.handout.pdf import page_layout, to_pdf
from supple.ui.handout.sheet import Sheet

SheetMaker = Callable[[Handout, Paper], Sheet]
SheetOf = Callable[[str], Handout]
FONT = Path(__file__).resolve().parents[3] / "resources" / fonts.FILE
CREATOR = "Supple 1.2.3"
MARGIN_MM = 8
"""What a printer cannot reach."""


@dataclass(frozen=True)
class Word:
    """A word of a page, points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Word) -> bool:
        """Whether the two lie on each other, by more than the air around letters."""
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.1 and along > 0.1


@dataclass(frozen=True)
class Picture:
    """A page in grey: 0 black to 255 white."""

    rows: list[bytes]


class Poppler:
    """Reads a PDF as other programs do."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "sheet.pdf"

    def told(self, program: str, data: bytes, options: tuple[str, ...] = ()) -> str:
        """What ``program`` says of the file, when it has nothing to complain about."""
        self._path.write_bytes(data)
        reads = program == "pdftotext"
        before, after = (["-enc", "UTF-8"], ["-"]) if reads else ([], [])
        return self._run([program, *before, *options, str(self._path), *after]).decode("utf-8")

    def pages(self, data: bytes) -> list[list[Word]]:
        """The words of each page."""
        whole = self.told("pdftotext", data, ("-bbox",))
        return [_words(page) for page in whole.split("<page ")[1:]]

    def pictures(self, data: bytes, dpi: int) -> list[Picture]:
        """Each page in grey."""
        self._path.write_bytes(data)
        rest = self._run(["pdftoppm", "-gray", "-r", str(dpi), str(self._path)])
        found = []
        while rest:
            _, size, _, rest = rest.split(b"\n", 3)
            width, height = map(int, size.split())
            found.append(Picture([rest[y * width : (y + 1) * width] for y in range(height)]))
            rest = rest[width * height :]
        return found

    def _run(self, words: list[str]) -> bytes:
        done = subprocess.run(words, capture_output=True, timeout=60, check=True)
        assert done.stderr == b""
        return done.stdout


def _words(page: str) -> list[Word]:
    found = re.findall(
        r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page
    )
    return [Word(unescape(text), *map(float, place)) for *place, text in found]


@pytest.fixture
def poppler(tmp_path: Path) -> Poppler:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs the package poppler-utils")
    return Poppler(tmp_path)


@pytest.fixture
def written(on_paper: SheetMaker, sheet_of: SheetOf) -> Callable[[str, Paper], bytes]:
    """The file of a shipped routine."""
    return lambda id_, paper: to_pdf(on_paper(sheet_of(id_), paper), CREATOR)


@pytest.mark.parametrize("paper", list(Paper))
def test_words_stay_on_the_paper_and_never_lie_on_each_other(
    paper: Paper,
    poppler: Poppler,
    shipped: Catalogue,
    on_paper: SheetMaker,
    written: Callable[[str, Paper], bytes],
    sheet_of: SheetOf,
) -> None:
    width, height = paper.size_pt
    margin = MARGIN_MM / 25.4 * 72
    for id_ in shipped.routines:
        pages = poppler.pages(written(id_, paper))
        assert len(pages) == len(on_paper(sheet_of(id_), paper).pages)
        for number, words in enumerate(pages, 1):
            assert [w.text for w in words[-4:]] == ["Page", str(number), "of", str(len(pages))]
            for word in words:
                assert margin < word.left < word.right < width - margin, word
                assert margin < word.top < word.bottom < height - margin, word
            for one, two in combinations(words, 2):
                assert not one.covers(two), (id_, one, two)


@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_is_drawn_where_a_printer_cannot_reach(
    paper: Paper, poppler: Poppler, written: Callable[[str, Paper], bytes]
) -> None:
    for id_ in ("full-session", "back-care-pair", "moving-flow"):
        for picture in poppler.pictures(written(id_, paper), dpi=50):
            edge = round(MARGIN_MM / 25.4 * 50)
            rows = picture.rows
            outside = [*rows[:edge], *rows[-edge:]]
            outside += [row[:edge] + row[-edge:] for row in rows]
            assert min(min(row) for row in outside) == 255
            # Not for want of ink: figures and frames are there.
            assert min(min(row) for row in rows) < 60


def test_it_is_the_paper_that_was_asked_for(
    poppler: Poppler, written: Callable[[str, Paper], bytes]
) -> None:
    for paper in Paper:
        told = poppler.told("pdfinfo", written("desk-break", paper))
        assert re.search(rf"Page size: .*\({paper.label}\)", told, re.IGNORECASE)
        width, height = page_layout(paper).fullRectPoints().size().toTuple()
        assert (width, height) == paper.size_pt


def test_the_letters_are_inside_the_file_and_only_those_needed(
    poppler: Poppler, written: Callable[[str, Paper], bytes]
) -> None:
    data = written("full-session", Paper.A4)
    rows = poppler.told("pdffonts", data).splitlines()[2:]
    assert rows
    for row in rows:
        assert row.startswith("Inter")
        assert re.search(r"Identity-H +yes ", row), row
    assert len(written("back-care-pair", Paper.A4)) < FONT.stat().st_size


def test_the_file_says_what_it_is(poppler: Poppler, written: Callable[[str, Paper], bytes]) -> None:
    data = written("back-care-pair", Paper.A4)
    told = poppler.told("pdfinfo", data)
    for line in ("Title: +Back-care pair", "Author: +Supple", f"Creator: +{CREATOR}", "Pages: +1"):
        assert re.search(f"^{line}$", told, re.MULTILINE), line
    assert b"/Lang (en)" in data


def test_it_is_read_in_order(poppler: Poppler, written: Callable[[str, Paper], bytes]) -> None:
    text = poppler.told("pdftotext", data=written("back-care-pair", Paper.A4), options=("-raw",))
    wanted = [
        "Back-care pair",
        "About 6 minutes",
        "A pull is fine, pain is not",
        "Strap stretch, other knee bent",
        "Hold 30 seconds",
        "Left leg first, then the right leg.",
        "1. Lie down, knees bent, feet flat.",
        "2. Loop the strap round your left foot.",
        "To finish Let your left leg down slowly.",
        "You feel A firm pull from thigh to calf.",
        "Take care Stop if your back hurts more",
        "Kneeling hip stretch",
        "1. Kneel on your left knee.",
        "Two weeks at a glance",
        "Therapist",
        "Notes",
    ]
    places = [text.find(words) for words in wanted]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("paper", list(Paper))
def test_nobody_comes_out_of_a_stretch_before_the_hold(
    paper: Paper,
    poppler: Poppler,
    shipped: Catalogue,
    written: Callable[[str, Paper], bytes],
    sheet_of: SheetOf,
) -> None:
    for id_ in shipped.routines:
        text = " ".join(poppler.told("pdftotext", written(id_, paper), ("-raw",)).split())
        place = 0
        for entry in sheet_of(id_).entries:
            steps = text.find(f"{len(entry.steps)}. {entry.steps[-1]}", place)
            assert steps >= place, (id_, entry.name)
            if entry.finish:
                place = text.find(f"{FINISH} {entry.finish}", steps)
                assert place > steps, (id_, entry.name)
                assert f"{len(entry.steps) + 1}. {entry.finish}" not in text


def test_letters_can_be_copied_as_they_are(
    poppler: Poppler, on_paper: SheetMaker, sheet_of: SheetOf
) -> None:
    signs = "2026-11-22 8:45 (30+5) it's 50% a/b Äpfel é ß"
    content = replace(sheet_of("back-care-pair"), summary=signs)
    text = poppler.told("pdftotext", to_pdf(on_paper(content, Paper.A4), CREATOR), ("-raw",))
    assert signs in text


def test_a_stretch_is_never_broken_across_pages(
    poppler: Poppler, written: Callable[[str, Paper], bytes], sheet_of: SheetOf
) -> None:
    data = written("full-session", Paper.LETTER)
    pages = poppler.told("pdftotext", data, ("-raw",)).split("\f")
    for entry in sheet_of("full-session").entries:
        whole = [page for page in pages if f"\n{entry.number} {entry.name}\n" in page]
        assert len(whole) == 1
        for number, step in enumerate(entry.steps, 1):
            assert f"\n{number}. {step}"[:30] in whole[0]


def test_made_again_only_the_time_differs(written: Callable[[str, Paper], bytes]) -> None:
    def timeless(data: bytes) -> bytes:
        data = re.sub(rb"\(D:[^)]*\)", b"", data)
        return re.sub(rb"\d{4}-\d\d-\d\dT[\d:+-]*Z?", b"", data)

    one, two = (written("tested-tight", Paper.A4) for _ in range(2))
    assert timeless(one) == timeless(two)
    assert timeless(one) != timeless(written("tested-tight", Paper.LETTER))
