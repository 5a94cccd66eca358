"""Pictures in a row as one animated PNG, which browsers play like any other picture."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QImage

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_SMALLEST: Final = 0
"""Qt's quality for PNG: 0 packs hardest."""
_PLAIN: Final = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
_COLOURS: Final = 256
_LOOKED_AT: Final = 6
"""From so many pictures the colours are taken."""
_FINENESS: Final = 0xFFFCFCFC
"""Colours that differ by less count as one."""
_KEEP: Final = b"\0\0"
"""What a frame leaves, and how it is laid on: it stays, and replaces what was there."""


def write_film(images: Sequence[QImage], path: Path, fps: float) -> None:
    """Write ``images``, all of one size, to ``path``; they run ``fps`` a second, for ever.

    Pictures that do not differ are shown longer, and of the others only what changed is kept,
    in the 256 colours that are seen most. Raises OSError when the file cannot be written,
    ValueError when there is no picture.
    """
    if not images:
        raise ValueError("A film needs a picture.")
    table = _colours(images)
    flat = [i.convertToFormat(QImage.Format.Format_Indexed8, table, _PLAIN) for i in images]
    frames = list(_frames(flat))
    parts = _parts(flat[0])
    out = [_SIGNATURE, _chunk(b"IHDR", parts[b"IHDR"]), _chunk(b"PLTE", parts[b"PLTE"])]
    out.append(_chunk(b"acTL", struct.pack(">II", len(frames), 0)))
    number = 0
    for rect, piece, times in frames:
        place = (rect.width(), rect.height(), rect.x(), rect.y())
        delay = struct.pack(">HH", round(1000 * times / fps), 1000)
        out.append(_chunk(b"fcTL", struct.pack(">IIIII", number, *place) + delay + _KEEP))
        number += 1
        data = _parts(piece)[b"IDAT"]
        if number == 1:
            out.append(_chunk(b"IDAT", data))
        else:
            out.append(_chunk(b"fdAT", struct.pack(">I", number) + data))
            number += 1
    out.append(_chunk(b"IEND", b""))
    path.write_bytes(b"".join(out))


def _frames(images: list[QImage]) -> Iterator[tuple[QRect, QImage, int]]:
    """What is new in each different picture, where, and for how many pictures it stays."""
    starts = [0] + [i for i in range(1, len(images)) if images[i] != images[i - 1]]
    for start, end in zip(starts, [*starts[1:], len(images)], strict=True):
        image = images[start]
        rect = _changed(images[start - 1], image) if start else image.rect()
        yield rect, image.copy(rect), end - start


def _changed(old: QImage, new: QImage) -> QRect:
    """The smallest rectangle outside of which two pictures are the same."""
    width, stride = new.width(), new.bytesPerLine()
    before, after = bytes(old.constBits()), bytes(new.constBits())
    rows, most, least = [], 0, 8 * width
    for y in range(new.height()):
        row = slice(y * stride, y * stride + width)
        a, b = before[row], after[row]
        if a == b:
            continue
        rows.append(y)
        # The first byte of a row is the lowest of the number: its bits tell where they differ.
        bits = int.from_bytes(a, "little") ^ int.from_bytes(b, "little")
        least = min(least, (bits & -bits).bit_length() - 1)
        most = max(most, bits.bit_length() - 1)
    left, right = least // 8, most // 8
    return QRect(left, rows[0], right - left + 1, rows[-1] - rows[0] + 1)


def _colours(images: Sequence[QImage]) -> list[int]:
    """The colours that are seen most in a film."""
    seen: Counter[int] = Counter()
    for image in images[:: max(1, len(images) // _LOOKED_AT)]:
        pixels = image.convertToFormat(QImage.Format.Format_RGB32)
        seen.update(memoryview(pixels.constBits()).cast("I"))
    alike: dict[int, int] = {}
    total: Counter[int] = Counter()
    for colour, count in seen.most_common():
        total[alike.setdefault(colour & _FINENESS, colour)] += count
    return [colour for colour, _ in total.most_common(_COLOURS)]


def _parts(image: QImage) -> dict[bytes, bytes]:
    """The chunks of a picture as Qt writes it, by their kind."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", _SMALLEST)  # type: ignore[call-overload]
    data = bytes(buffer.data().data())
    found: dict[bytes, bytes] = {}
    at = len(_SIGNATURE)
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        kind = data[at + 4 : at + 8]
        found[kind] = found.get(kind, b"") + data[at + 8 : at + 8 + size]
        at += size + 12
    return found


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
