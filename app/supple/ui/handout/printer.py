"""The system's printers, where it has some."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from supple.ui.handout.pdf import page_layout
from supple.ui.handout.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def there_are_printers() -> bool:
    """Whether there is something to print on; False, too, where Qt came without printing."""
    try:
        from PySide6.QtPrintSupport import QPrinterInfo
    except ImportError:
        return False
    return bool(QPrinterInfo.availablePrinterNames())


def ask_and_print(parent: QWidget, sheet: Sheet, done: Callable[[str, bool], None]) -> None:
    """Open the system's dialog; ``done`` is told the printer, and whether it takes the pages.

    It blocks nothing. Nothing is told where somebody changed their mind.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(sheet.content.title)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(sheet.paper))
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinMax(1, len(sheet.pages))

    def go() -> None:
        taken = print_on(printer, sheet)
        done(printer.printerName(), taken)

    dialog.accepted.connect(go)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def print_on(printer: QPrinter, sheet: Sheet) -> bool:
    """Draw the pages that were chosen, fitted into whatever paper was chosen.

    False where the printer, or the file it writes, takes none.
    """
    page = printer.pageLayout().fullRectPixels(printer.resolution())
    width, height = sheet.paper.size_pt
    scale = min(page.width() / width, page.height() / height)
    first = max(1, printer.fromPage())
    last = min(printer.toPage() or len(sheet.pages), len(sheet.pages))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number in range(first, last + 1):
        if number > first:
            printer.newPage()
        painter.save()
        painter.translate((page.width() - width * scale) / 2, 0)
        painter.scale(scale, scale)
        sheet.paint(painter, number - 1)
        painter.restore()
    return painter.end()
