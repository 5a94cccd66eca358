"""Images that people bring along: read within bounds, turned upright, written anew."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader, QPainter

from supple.core.problem import UserError

LARGEST_FILE: Final = 20_000_000
"""Bytes of a file that is read."""
LARGEST_KEPT: Final = 6_000_000
"""Bytes of what is kept."""
LONGEST_SIDE: Final = 1600
"""Pixels of what is kept."""
SHORTEST_SIDE: Final = 16
"""Pixels; what is smaller shows nothing across a room."""
MOST_PIXELS: Final = 64_000_000
"""The largest photograph that is unpacked; phones take 12 to 50 million."""
MOST_PLAIN_PIXELS: Final = 32_000_000
"""The same for formats that have to be unpacked whole before they are made smaller."""
KINDS: Final = ("png", "jpeg", "webp", "bmp", "gif")
CHOOSABLE: Final = "Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"
"""For a dialog that asks for a file."""
_WORDS: Final = "Description"
_PNG_HEAD: Final = 8
"""Bytes in front of the first part of a PNG."""
_PARTS: Final = (b"IHDR", b"pHYs", b"IDAT", b"IEND")
"""What a picture has here beside words."""
_OTHERS: Final = "Choose a JPEG, PNG, WebP, BMP or GIF picture."


def read_photo(data: bytes, words: str = "") -> bytes:
    """``data``, a picture of any of ``KINDS``, as a PNG of at most ``LONGEST_SIDE`` pixels.

    It stands upright, keeps what is see-through, and tells nothing of where and with what it
    was taken. ``words`` say what it shows. Of an animation the first picture is taken.

    Raises UserError when it is none of these, damaged, or too large.
    """
    if not data:
        raise UserError("The file is empty. Choose another picture.")
    if len(data) > LARGEST_FILE:
        raise UserError(
            f"The picture has more than {LARGEST_FILE // 1_000_000} MB. Save it smaller, or "
            "choose another."
        )
    image = _read(data)
    kept = encode(image, words)
    while len(kept) > LARGEST_KEPT:
        # A fine pattern that nothing packs well: fewer pixels of it.
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaledToWidth(round(image.width() * 0.8), smooth)
        kept = encode(image, words)
    return kept


def decode(data: bytes) -> QImage:
    """A picture as it was kept. Raises UserError when it is none, or beyond the bounds."""
    if len(data) > LARGEST_FILE:
        raise UserError("The picture is larger than any that is kept.")
    return _read(data)


def words_of(image: QImage) -> str:
    """What a kept picture shows, "" where that was not said."""
    return image.text(_WORDS)


def described(data: bytes, words: str) -> bytes:
    """``data``, a picture as it was kept, with ``words`` of what it shows in place of its own.

    Its pixels are not packed anew, which takes half a second; what comes out is the same.
    """
    parts = _chunks(data)
    if any(chunk[4:8] not in _PARTS and not _is_text(chunk) for chunk in parts):
        # Somebody put it there by hand, and it may tell more than it shows.
        return read_photo(data, words)
    dot = QImage(1, 1, QImage.Format.Format_RGB32)
    dot.fill(Qt.GlobalColor.black)
    said = [chunk for chunk in _chunks(encode(dot, words)) if _is_text(chunk)]
    kept = [chunk for chunk in parts if not _is_text(chunk)]
    at = next((n for n, chunk in enumerate(kept) if chunk[4:8] == b"IDAT"), len(kept))
    return data[:_PNG_HEAD] + b"".join([*kept[:at], *said, *kept[at:]])


def _chunks(png: bytes) -> list[bytes]:
    """The parts of a sound PNG, each with its length, kind and checksum."""
    found, at = [], _PNG_HEAD
    while at < len(png):
        size = 12 + int.from_bytes(png[at : at + 4], "big")
        found.append(png[at : at + size])
        at += size
    return found


def _is_text(chunk: bytes) -> bool:
    return chunk[4:8] in (b"tEXt", b"zTXt", b"iTXt")


def encode(image: QImage, words: str = "") -> bytes:
    """``image`` as PNG, with nothing beside its pixels but ``words``."""
    if words:
        image.setText(_WORDS, words)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise UserError("The picture could not be kept. Choose another.")
    return bytes(buffer.data().data())


def _read(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).decode("ascii", "replace")
    if kind not in KINDS:
        raise UserError(_unknown(kind, data))
    size = reader.size()
    _check(size, MOST_PIXELS if kind == "jpeg" else MOST_PLAIN_PIXELS)
    reader.setScaledSize(_bounded(size))
    image = reader.read()
    if image.isNull():
        raise UserError("The picture is damaged and cannot be read. Choose another.")
    words = words_of(image)
    turned = reader.transformation() != QImageIOHandler.Transformation.TransformationNone
    made = _plain(image)
    if words and kind == "png" and not turned:
        made.setText(_WORDS, words)
    return made


def _plain(image: QImage) -> QImage:
    """The pixels alone, in the screen's colours."""
    space = image.colorSpace()
    if space.isValid() and space != QColorSpace(QColorSpace.NamedColorSpace.SRgb):
        converted = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
        image = image if converted.isNull() else converted
    form = QImage.Format.Format_RGB32
    if image.hasAlphaChannel():
        form = QImage.Format.Format_ARGB32_Premultiplied
    made = QImage(image.size(), form)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(made.rect(), image, image.rect())
    painter.end()
    return made


def _check(size: QSize, most: int) -> None:
    width, height = size.width(), size.height()
    if width < 1 or height < 1:
        raise UserError("The picture is damaged and cannot be read. Choose another.")
    if width * height > most:
        raise UserError(
            f"The picture has {width} by {height} pixels, {width * height / 1e6:.0f} million; "
            f"{most // 1_000_000} million is the most. Save it smaller, or choose another."
        )
    bounded = _bounded(size)
    if min(bounded.width(), bounded.height()) < SHORTEST_SIDE:
        raise UserError(
            f"The picture has {width} by {height} pixels, too few to see anything. Choose another."
        )


def _bounded(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= LONGEST_SIDE:
        return size
    box = QSize(LONGEST_SIDE, LONGEST_SIDE)
    return size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)


def _unknown(kind: str, data: bytes) -> str:
    if kind.startswith("svg"):
        return f"Drawings in SVG cannot be used. Save it as PNG first. {_OTHERS}"
    if data[4:8] == b"ftyp":
        return (
            "The picture is in a phone's own format (HEIC or AVIF). Share or save it as JPEG "
            "first, and choose that."
        )
    if kind:
        return f"Pictures of the kind {kind.upper()} cannot be used. {_OTHERS}"
    return f"This is not a picture that can be read. {_OTHERS}"
