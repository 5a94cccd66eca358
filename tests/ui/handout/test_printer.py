from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

from supple.core.handout import Handout
from supple.core.paper import Paper
from supple.ui.handout import printer as printing
from supple.ui.handout.pdf import page_layout
from supple.ui.handout.printer import print_on, there_are_printers
from supple.ui.handout.sheet import Sheet

support = pytest.importorskip("PySide6.QtPrintSupport")
SheetMaker = Callable[[Handout, Paper], Sheet]


@pytest.fixture
def sheet(on_paper: SheetMaker, sheet_of: Callable[[str], Handout]) -> Sheet:
    return on_paper(sheet_of("full-session"), Paper.A4)


def printed(path: Path, sheet: Sheet, paper: Paper, pages: tuple[int, int] = (0, 0)) -> bytes:
    """What a printer that writes into a file gets."""
    printer = _into(path, paper)
    printer.setFromTo(*pages)
    print_on(printer, sheet)
    return path.read_bytes()


def _into(path: Path, paper: Paper = Paper.A4) -> Any:
    printer = support.QPrinter(support.QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(support.QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(paper))
    return printer


def count(data: bytes) -> int:
    return data.count(b"/Type /Page\n")


def test_every_page_comes_out(sheet: Sheet, tmp_path: Path) -> None:
    assert count(printed(tmp_path / "all.pdf", sheet, Paper.A4)) == len(sheet.pages) > 2


def test_some_pages_come_out_where_some_are_wanted(sheet: Sheet, tmp_path: Path) -> None:
    assert count(printed(tmp_path / "two.pdf", sheet, Paper.A4, (2, 3))) == 2
    assert count(printed(tmp_path / "last.pdf", sheet, Paper.A4, (3, 99))) == len(sheet.pages) - 2


def test_another_paper_than_it_was_made_for_is_filled_as_well(sheet: Sheet, tmp_path: Path) -> None:
    assert count(printed(tmp_path / "other.pdf", sheet, Paper.LETTER)) == len(sheet.pages)


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_a_printer_that_takes_nothing_is_told(sheet: Sheet, tmp_path: Path) -> None:
    assert print_on(_into(tmp_path / "fine.pdf"), sheet)
    assert not print_on(_into(tmp_path / "no folder" / "gone.pdf"), sheet)


def test_the_sheet_keeps_its_own_margins() -> None:
    layout = page_layout(Paper.LETTER)
    assert layout.margins().isNull()
    assert layout.orientation() is QPageLayout.Orientation.Portrait
    assert layout.pageSize().id() is QPageSize.PageSizeId.Letter


def test_printers_are_those_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for names in ([], ["Office"]):
        monkeypatch.setattr(
            support.QPrinterInfo, "availablePrinterNames", lambda names=names: names
        )
        assert there_are_printers() is bool(names)


def test_once_agreed_the_pages_are_on_their_way(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    made: list[Sheet] = []
    takes = iter((True, False))

    def print_on(_printer: object, sheet: Sheet) -> bool:
        made.append(sheet)
        return next(takes)

    monkeypatch.setattr(printing, "print_on", print_on)
    told: list[bool] = []
    parent = QWidget()
    printing.ask_and_print(parent, sheet, lambda _name, taken: told.append(taken))
    dialog = parent.findChild(support.QPrintDialog)
    assert dialog is not None
    assert not made
    dialog.accepted.emit(dialog.printer())
    assert made == [sheet]
    assert told == [True]
    dialog.accepted.emit(dialog.printer())
    assert told == [True, False]
    parent.deleteLater()
