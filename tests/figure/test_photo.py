from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from supple.core.problem import UserError
from supple.figure import photo
from supple.figure.photo import LONGEST_SIDE, decode, described, read_photo, words_of

# The readers warn of every damaged byte; what counts is what comes back.
pytestmark = pytest.mark.qt_log_level_fail("CRITICAL")


def picture(width: int, height: int, *, alpha: bool = False) -> QImage:
    """Red in its upper left quarter, blue elsewhere, and see-through at the right if wished."""
    made = QImage(width, height, QImage.Format.Format_ARGB32)
    made.fill(QColor("blue"))
    painter = QPainter(made)
    painter.fillRect(QRect(0, 0, width // 2, height // 2), QColor("red"))
    painter.end()
    if alpha:
        for y in range(height):
            made.setPixelColor(width - 1, y, QColor(0, 0, 0, 0))
        return made
    return made.convertToFormat(QImage.Format.Format_RGB32)


def saved(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def image_of(data: bytes) -> QImage:
    made = QImage()
    assert made.loadFromData(QByteArray(data), "PNG")
    return made


def chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def png_header(width: int, height: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b"")


def with_exif(jpeg: bytes, orientation: int) -> bytes:
    """The same photograph, held differently and told of in its EXIF block."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = b"MM\0\x2a\0\0\0\x08" + struct.pack(">H", 1) + entry + b"\0\0\0\0"
    block = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_a_picture_of_each_kind_becomes_a_png(kind: str) -> None:
    made = image_of(read_photo(saved(picture(120, 90), kind)))
    assert (made.width(), made.height()) == (120, 90)
    assert made.pixelColor(20, 20).red() > 200
    assert made.pixelColor(100, 80).blue() > 200


def test_the_first_picture_of_an_animation_is_taken() -> None:
    # Two frames of 16 by 16: the first white, the second black.
    head = b"GIF89a" + struct.pack("<HHBBB", 16, 16, 0x80, 0, 0) + b"\xff\xff\xff\0\0\0"

    def frame(value: int) -> bytes:
        # Every pixel is said with a clear code before it, so no code grows.
        bits = "".join(f"{code:03b}"[::-1] for _ in range(256) for code in (4, value))
        bits += "101"
        bits += "0" * (-len(bits) % 8)
        data = bytes(int(bits[i : i + 8][::-1], 2) for i in range(0, len(bits), 8))
        blocks = b"".join(
            bytes([len(data[i : i + 255])]) + data[i : i + 255] for i in range(0, len(data), 255)
        )
        return b"," + struct.pack("<HHHHB", 0, 0, 16, 16, 0) + b"\x02" + blocks + b"\0"

    made = image_of(read_photo(head + frame(0) + frame(1) + b";"))
    assert made.pixelColor(8, 8) == QColor("white")


def test_a_large_photograph_is_made_smaller_in_its_proportions() -> None:
    made = image_of(read_photo(saved(picture(4000, 1000), "JPEG")))
    assert (made.width(), made.height()) == (LONGEST_SIDE, LONGEST_SIDE // 4)


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (200, 100), (0.2, 0.2)),
        (3, (200, 100), (0.8, 0.8)),
        (6, (100, 200), (0.8, 0.2)),
        (8, (100, 200), (0.2, 0.8)),
    ],
)
def test_a_photograph_is_turned_upright(
    orientation: int, size: tuple[int, int], red: tuple[float, float]
) -> None:
    made = image_of(read_photo(with_exif(saved(picture(200, 100), "JPEG"), orientation)))
    assert (made.width(), made.height()) == size
    place = made.pixelColor(int(red[0] * size[0]), int(red[1] * size[1]))
    assert place.red() > 200 > place.blue()


def test_what_is_see_through_stays_so() -> None:
    made = image_of(read_photo(saved(picture(40, 40, alpha=True), "PNG")))
    assert made.pixelColor(39, 10).alpha() == 0
    assert made.pixelColor(1, 1) == QColor("red")


def test_nothing_is_told_of_where_it_was_taken() -> None:
    secret = picture(60, 60)
    secret.setText("Comment", "53.5511 N 9.9937 E")
    for kind in ("PNG", "JPEG"):
        assert b"53.5511" in saved(secret, kind)
        assert b"53.5511" not in read_photo(saved(secret, kind))
    assert b"Exif" not in read_photo(with_exif(saved(picture(60, 60), "JPEG"), 6))


def test_it_says_what_it_shows_if_told() -> None:
    kept = read_photo(saved(picture(60, 60), "PNG"), "Heel on the step")
    assert words_of(decode(kept)) == "Heel on the step"
    assert words_of(decode(read_photo(saved(picture(60, 60), "PNG")))) == ""


@pytest.mark.parametrize("words", ["", "Heel on the step", "Wade ♥ 日本", "long " * 100])
@pytest.mark.parametrize("alpha", [False, True])
def test_other_words_make_what_packing_it_anew_would(words: str, alpha: bool) -> None:
    plain = read_photo(saved(picture(90, 60, alpha=alpha), "PNG"))
    for kept in (plain, read_photo(plain, "Before ♥")):
        assert described(kept, words) == read_photo(plain, words)


def test_other_words_take_out_what_a_picture_put_there_by_hand_tells() -> None:
    kept = read_photo(saved(picture(90, 60), "PNG"))
    by_hand = kept[:33] + chunk(b"eXIf", b"MM\0*53.5511") + kept[33:]
    assert described(by_hand, "Heel") == read_photo(kept, "Heel")


def test_keeping_a_kept_picture_again_changes_nothing() -> None:
    kept = read_photo(saved(picture(90, 60, alpha=True), "PNG"))
    assert read_photo(kept) == kept


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"not a picture at all", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "SVG|not a picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0" * (photo.LARGEST_FILE + 1), "MB"),
        (png_header(60_000, 60_000), "60000 by 60000"),
        (png_header(2**31 - 1, 2**31 - 1), "damaged|more than"),
        (png_header(200, 200), "damaged"),
        (png_header(5, 5), "too few"),
        (png_header(4000, 12), "too few"),
    ],
)
def test_what_cannot_be_used_is_told_in_plain_words(data: bytes, says: str) -> None:
    with pytest.raises(UserError, match=says):
        read_photo(data)


def test_the_header_of_a_bomb_is_enough_to_refuse_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo, "MOST_PLAIN_PIXELS", 100 * 100)
    assert read_photo(saved(picture(100, 100), "PNG"))
    with pytest.raises(UserError, match="101 by 100"):
        read_photo(saved(picture(101, 100), "PNG"))


_BASES = [saved(picture(64, 48), kind) for kind in ("PNG", "JPEG", "WEBP", "BMP")]


@given(st.sampled_from(_BASES), st.data())
def test_a_damaged_picture_is_refused_or_becomes_a_good_one(
    base: bytes, data: st.DataObject
) -> None:
    content = bytearray(base)
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)))]
    try:
        kept = read_photo(bytes(content))
    except UserError:
        return
    made = image_of(kept)
    assert max(made.width(), made.height()) <= LONGEST_SIDE
    assert not decode(kept).isNull()


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_become_a_picture(content: bytes) -> None:
    try:
        kept = read_photo(content)
    except UserError:
        return
    assert not image_of(kept).isNull()


def test_a_drawing_in_svg_is_refused() -> None:
    icon = Path(__file__).parents[2] / "resources/icons/house.svg"
    with pytest.raises(UserError, match=r"SVG|not a picture"):
        read_photo(icon.read_bytes())
