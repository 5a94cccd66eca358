"""Draw the program's icon for every system: ``.venv/bin/python packaging/make/icons.py``.

Each is the mark of ``supple.ui.brand``; a test finds out when one is not any more. Sizes are
pixels.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from supple import APP_ID
from supple.ui.brand import SIZE, paint_mark
from supple.ui.theme import LIGHT

PACKAGING = Path(__file__).parents[1]
HICOLOR = PACKAGING.parent / "resources" / "desktop" / "icons" / "hicolor"
WINDOWS = PACKAGING / "icons" / "supple.ico"
MACOS = PACKAGING / "icons" / "supple.icns"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Those a Linux desktop asks for."""
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
MACOS_KINDS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
"""The four letters of each size in a file of Apple's."""
MACOS_EDGE = 0.1
"""White around an icon there, as a share of it."""
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 30 30">
  <rect width="30" height="30" rx="8" fill="{fill}"/>
  <g fill="none" stroke="{ink}" stroke-linecap="round">
    <path stroke-width="3" d="M6.5 22.5H23M9 22.5 13.2 7.5"/>
    <path stroke-width="2.2" stroke-opacity=".6" d="M20.78 14.41A13 13 0 0 0 15.5 8.64"/>
  </g>
</svg>
"""
"""The mark as text; 30 units square as in ``brand``."""
SYMBOLIC = """\
<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 30 30">
  <path fill="#2e3436" fill-rule="evenodd" d="M8 0h14a8 8 0 0 1 8 8v14a8 8 0 0 1-8 8H8
    a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8zM7.86 21H6.5a1.5 1.5 0 0 0 0 3H23a1.5 1.5 0 0 0 0-3
    H10.98L14.64 7.9A1.5 1.5 0 0 0 11.76 7.1zM21.78 13.94A14.1 14.1 0 0 0 16.05 7.69L14.95 9.59
    A11.9 11.9 0 0 1 19.79 14.87z"/>
</svg>
"""
"""One colour, which the desktop replaces by its own."""


def main() -> int:
    """Write all of them. Returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["icons"])
    for path, content in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    del app  # it had to live while there was painting
    return 0


def files() -> dict[Path, bytes]:
    """Each file and what is to be in it. Needs an application of Qt's."""
    made = {HICOLOR / f"{n}x{n}" / "apps" / f"{APP_ID}.png": png(drawn(n)) for n in SIZES}
    colours = {"fill": LIGHT.color("primary").name(), "ink": LIGHT.color("on-primary").name()}
    made[HICOLOR / "scalable" / "apps" / f"{APP_ID}.svg"] = SVG.format(**colours).encode()
    made[HICOLOR / "symbolic" / "apps" / f"{APP_ID}-symbolic.svg"] = SYMBOLIC.encode()
    made[WINDOWS] = ico([(n, png(drawn(n))) for n in WINDOWS_SIZES])
    apple = {kind: png(drawn(n, MACOS_EDGE)) for kind, n in MACOS_KINDS.items()}
    made[MACOS] = icns(apple)
    return made


def drawn(size: int, edge: float = 0.0) -> QImage:
    """The mark, ``size`` pixels square, with ``edge`` of it free all around."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size * edge, size * edge)
    scale = size * (1 - 2 * edge) / SIZE
    painter.scale(scale, scale)
    paint_mark(painter, LIGHT.color("primary"), LIGHT.color("on-primary"))
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """``image`` as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_ARGB32).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico(images: list[tuple[int, bytes]]) -> bytes:
    """A file of Windows' with every size; PNGs, as it takes them since 2007."""
    head, body = struct.pack("<HHH", 0, 1, len(images)), b""
    start = len(head) + 16 * len(images)
    for size, content in images:
        side = size % 256  # 256 is written as 0
        place = start + len(body)
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(content), place)
        body += content
    return head + body


def icns(images: dict[bytes, bytes]) -> bytes:
    """A file of Apple's with every size."""
    parts = [kind + struct.pack(">I", len(png) + 8) + png for kind, png in images.items()]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


if __name__ == "__main__":
    sys.exit(main())
