from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from supple.shell.film import write_film

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GROUND = QColor("#f2ede4")


def _picture(*spots: tuple[int, int, str]) -> QImage:
    image = QImage(61, 40, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    for x, y, colour in spots:
        image.setPixelColor(x, y, QColor(colour))
    return image


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    assert data.startswith(SIGNATURE)
    found, at = [], len(SIGNATURE)
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack_from(">I", data, at + 8 + size)[0] == zlib.crc32(kind + body)
        found.append((kind, body))
        at += size + 12
    return found


def _png(header: bytes, colours: bytes, pixels: bytes) -> QImage:
    parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", pixels), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    ]
    return QImage.fromData(SIGNATURE + b"".join(chunks), "PNG")


def _played(path: Path) -> tuple[list[QImage], list[float], list[QRect]]:
    """Every picture of a film as a browser shows it, its seconds, and what was drawn anew."""
    chunks = _chunks(path.read_bytes())
    known = dict(chunks)
    header, colours = known[b"IHDR"], known[b"PLTE"]
    shown, seconds, rects, numbers = [], [], [], []
    canvas = QImage(*struct.unpack_from(">II", header), QImage.Format.Format_RGB32)
    for kind, body in chunks:
        if kind == b"fcTL":
            number, width, height, x, y, over, under = struct.unpack_from(">IIIIIHH", body)
            numbers.append(number)
            rects.append(QRect(x, y, width, height))
            seconds.append(over / under)
        elif kind in (b"IDAT", b"fdAT"):
            pixels = body
            if kind == b"fdAT":
                numbers.append(struct.unpack_from(">I", body)[0])
                pixels = body[4:]
            rect = rects[-1]
            size = struct.pack(">II", rect.width(), rect.height())
            painter = QPainter(canvas)
            painter.drawImage(rect.topLeft(), _png(size + header[8:], colours, pixels))
            painter.end()
            shown.append(canvas.copy())
    assert numbers == list(range(len(numbers)))
    assert struct.unpack(">II", known[b"acTL"]) == (len(shown), 0)
    return shown, seconds, rects


def test_a_film_plays_the_pictures_it_was_made_of(tmp_path: Path) -> None:
    pictures = [
        _picture(),
        _picture((3, 5, "#e2725b")),
        _picture((3, 5, "#e2725b"), (60, 39, "#0f766e")),
        _picture((0, 0, "#3a2b2a"), (20, 17, "#0f766e")),
    ]
    write_film(pictures, tmp_path / "film.png", fps=10)
    shown, seconds, _ = _played(tmp_path / "film.png")
    assert shown == pictures
    assert seconds == [0.1] * 4


def test_only_what_changed_is_kept(tmp_path: Path) -> None:
    pictures = [_picture(), _picture((12, 7, "#e2725b"), (14, 9, "#e2725b"))]
    write_film(pictures, tmp_path / "film.png", fps=10)
    rects = _played(tmp_path / "film.png")[2]
    assert rects == [QRect(0, 0, 61, 40), QRect(QPoint(12, 7), QPoint(14, 9))]


def test_a_picture_that_stays_is_shown_longer(tmp_path: Path) -> None:
    still = _picture((1, 1, "#e2725b"))
    write_film([_picture(), still, still, still], tmp_path / "film.png", fps=10)
    shown, seconds, _ = _played(tmp_path / "film.png")
    assert len(shown) == 2
    assert seconds == [0.1, 0.3]


def test_too_many_colours_become_the_nearest_of_those_seen_most(tmp_path: Path) -> None:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    for x in range(64):
        for y in range(64):
            picture.setPixelColor(x, y, QColor(4 * x, 4 * y, 128))
    write_film([picture], tmp_path / "film.png", fps=1)
    shown = _played(tmp_path / "film.png")[0][0]
    assert shown.size() == picture.size()
    assert len(dict(_chunks((tmp_path / "film.png").read_bytes()))[b"PLTE"]) == 3 * 256


def test_a_film_reads_as_a_plain_picture_too(tmp_path: Path) -> None:
    write_film([_picture((3, 5, "#e2725b")), _picture()], tmp_path / "film.png", fps=10)
    read = QImage(str(tmp_path / "film.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert read == _picture((3, 5, "#e2725b"))


def test_no_picture_is_no_film(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="needs a picture"):
        write_film([], tmp_path / "film.png", fps=10)
