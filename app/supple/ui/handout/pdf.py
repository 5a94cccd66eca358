"""The sheet as a PDF, in vectors, with its letters inside."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from supple.core.paper import Paper
from supple.ui.handout.catalog import with_language
from supple.ui.handout.sheet import Sheet

RESOLUTION = 720
"""Dots an inch: ten for a point."""
LANGUAGE = "en"
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def page_layout(paper: Paper) -> QPageLayout:
    """``paper`` upright and without margins: the sheet keeps its own."""
    size = QPageSize(_SIZES[paper])
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


class PdfMaking:
    """A file that is made page by page, so that a window can be used meanwhile."""

    def __init__(self, sheet: Sheet, creator: str) -> None:
        """``creator``: the program and its version."""
        # Let go of in this order where it is given up: who paints before what is painted on.
        self._painter = QPainter()
        self._sheet = sheet
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = _writer(buffer, sheet, creator)
        self._buffer = buffer
        self.pages = len(sheet.pages)
        self.done = 0
        """Pages that are made."""

    def step(self) -> bool:
        """Make the next page; False once there is none left."""
        if self.done == self.pages:
            return False
        if self.done:
            self._writer.newPage()
        else:
            self._painter.begin(self._writer)
        self._painter.save()
        self._painter.scale(RESOLUTION / 72, RESOLUTION / 72)
        self._sheet.paint(self._painter, self.done)
        self._painter.restore()
        self.done += 1
        return self.done < self.pages

    def content(self) -> bytes:
        """The file, once every page is made."""
        self._painter.end()
        return with_language(bytes(self._buffer.data().data()), LANGUAGE)


def to_pdf(sheet: Sheet, creator: str) -> bytes:
    """The file. ``creator``: the program and its version.

    Made twice of the same sheet, the files differ in nothing but the time they were made.
    """
    making = PdfMaking(sheet, creator)
    while making.step():
        pass
    return making.content()


def _writer(buffer: QBuffer, sheet: Sheet, creator: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout(sheet.paper))
    writer.setResolution(RESOLUTION)
    writer.setTitle(sheet.content.title)
    writer.setAuthor(creator.split(" ")[0])
    writer.setCreator(creator)
    told = "\n".join((*sheet.content.texts, sheet.paper))
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), told.encode()))
    return writer
