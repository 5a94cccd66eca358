"""The shipped routines on paper, and what can be read off the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supple.core.handout import Handout, handout
from supple.core.paper import Paper
from supple.core.routine import Catalogue
from supple.core.timeline import build_timeline
from supple.figure.book import Figures, load_figures
from supple.figure.port import FigureView
from supple.store.routine_files import load_library
from supple.ui import fonts
from supple.ui.handout.sheet import Sheet

ROOT = Path(__file__).resolve().parents[3]
RESOURCES = ROOT / "resources"
FONT = RESOURCES / fonts.FILE
SheetMaker = Callable[[Handout, Paper], Sheet]


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    return load_library(ROOT / "routines.json", None).catalogue


@pytest.fixture(scope="session")
def drawn() -> Figures:
    names = [path.stem for path in (RESOURCES / "figures").glob("*.json")]
    return load_figures(lambda name: (RESOURCES / name).read_bytes(), names)


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    return fonts.load(FONT.read_bytes())


@pytest.fixture
def on_paper(family: str, drawn: Figures) -> SheetMaker:
    def make(content: Handout, paper: Paper) -> Sheet:
        return Sheet(content, paper, family, drawn, FigureView(""), "22/11/2026")

    return make


@pytest.fixture(scope="session")
def sheet_of(shipped: Catalogue) -> Callable[[str], Handout]:
    """The sheet of a shipped routine."""
    return lambda id_: handout(build_timeline(shipped.routines[id_], shipped))
