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


def to_pdf(sheet: Sheet, creator: str) -> bytes:
    """The file. ``creator``: the program and its version.

    Made twice of the same sheet, the files differ in nothing but the time they were made.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout(sheet.paper))
    writer.setResolution(RESOLUTION)
    writer.setTitle(sheet.content.title)
    writer.setAuthor(creator.split(" ")[0])
    writer.setCreator(creator)
    told = "\n".join((*sheet.content.texts, sheet.paper))
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), told.encode()))
    painter = QPainter(writer)
    for number in range(len(sheet.pages)):
        if number:
            writer.newPage()
        painter.save()
        painter.scale(RESOLUTION / 72, RESOLUTION / 72)
        sheet.paint(painter, number)
        painter.restore()
    painter.end()
    return with_language(bytes(buffer.data().data()), LANGUAGE)
