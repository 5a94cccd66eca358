from __future__ import annotations

import struct

import icons
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("qapp")


def unlike(one: QImage, other: QImage) -> float:
    """How far two pictures are apart on average, 0 to 255."""
    kind = QImage.Format.Format_RGBA8888
    a, b = (bytes(image.convertToFormat(kind).constBits()) for image in (one, other))
    assert len(a) == len(b)
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


def rendered(svg: bytes, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer = QSvgRenderer(svg)
    assert renderer.isValid()
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def test_every_file_is_the_mark_of_today() -> None:
    for path, content in icons.files().items():
        there = path.read_bytes()
        hint = f"{path.name} is another one. Draw it anew: .venv/bin/python packaging/make/icons.py"
        if path.suffix == ".png":
            one, other = QImage.fromData(there), QImage.fromData(content)
            assert one.size() == other.size(), hint
            assert unlike(one, other) < 0.5, hint
        elif path.suffix == ".svg":
            assert there == content, hint
        else:
            assert abs(len(there) - len(content)) < 200, hint
            assert there[:4] == content[:4], hint


def test_none_is_left_of_an_older_name() -> None:
    folder = icons.HICOLOR
    there = {path for path in folder.rglob("*") if path.is_file()}
    assert there == {path for path in icons.files() if folder in path.parents}


def test_the_mark_as_text_looks_like_the_drawn_one() -> None:
    svg = next(c for p, c in icons.files().items() if "scalable" in p.parts)
    assert unlike(rendered(svg, 128), icons.drawn(128)) < 1.0


def test_the_one_of_one_colour_is_a_plate_with_the_mark_cut_out() -> None:
    image = rendered(icons.SYMBOLIC.encode(), 60)
    assert image.pixelColor(30, 54).alpha() == 255
    assert image.pixelColor(30, 45).alpha() == 0  # the mat
    assert image.pixelColor(22, 30).alpha() == 0  # the leg
    assert image.pixelColor(0, 0).alpha() == 0


def test_windows_finds_every_size() -> None:
    data = icons.WINDOWS.read_bytes()
    zero, kind, count = struct.unpack_from("<HHH", data)
    assert (zero, kind, count) == (0, 1, len(icons.WINDOWS_SIZES))
    for number, size in enumerate(icons.WINDOWS_SIZES):
        side, *_, length, place = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        image = QImage.fromData(data[place : place + length])
        assert image.width() == image.height() == size == (side or 256)


def test_macos_finds_every_size() -> None:
    data = icons.MACOS.read_bytes()
    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))
    place, found = 8, {}
    while place < len(data):
        kind, length = struct.unpack_from(">4sI", data, place)
        found[kind] = QImage.fromData(data[place + 8 : place + length]).width()
        place += length
    assert found == icons.MACOS_KINDS


def test_the_icon_of_macos_keeps_away_from_its_edge(qapp: QApplication) -> None:
    image = icons.drawn(100, 0.1)
    assert image.pixelColor(5, 50).alpha() == 0
    assert image.pixelColor(12, 50).alpha() == 255
