"""A drawn figure in a file, for the first picture of the next start."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QPixmap

_WORDS = "Description"


class Kept(Protocol):
    """Where small files are kept between starts; see ``store.kept.Kept``."""

    def read(self, name: str) -> bytes | None: ...

    def write(self, name: str, content: bytes) -> None: ...


def recall(kept: Kept, name: str, size: QSize, dpr: float) -> tuple[QPixmap, str] | None:
    """The picture kept as ``name`` and what it shows in words.

    None when there is none of ``size`` (logical pixels) and density ``dpr``, or it is spoiled.
    """
    content = kept.read(f"{name}.png")
    if content is None:
        return None
    image = QImage()
    if not image.loadFromData(QByteArray(content), "PNG") or image.size() != pixels(size, dpr):
        return None
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(dpr)
    return pixmap, image.text(_WORDS)


def keep(kept: Kept, name: str, pixmap: QPixmap, words: str) -> None:
    """Keep ``pixmap`` as ``name``, in the place of an earlier one."""
    from PySide6.QtCore import QBuffer, QIODevice  # not for what is only recalled

    image = pixmap.toImage()
    image.setText(_WORDS, words)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.save(buffer, "PNG"):  # type: ignore[call-overload]
        kept.write(f"{name}.png", bytes(buffer.data().data()))


def pixels(size: QSize, dpr: float) -> QSize:
    """``size`` in logical pixels as pixels of the screen."""
    return QSize(round(size.width() * dpr), round(size.height() * dpr))
