from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from supple.core.problem import UserError
from supple.figure.photo import decode
from supple.shell.picture_file import read_picture


def test_a_picture_is_read_whatever_its_name_ends_in(tmp_path: Path) -> None:
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    path = tmp_path / "calf.picture"
    assert image.save(str(path), "PNG")  # type: ignore[call-overload]
    assert decode(read_picture(path)).width() == 80


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.mkdir(), "is not a file"),
        (lambda path: None, "is not a file"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"\0" * 20_000_002), "20 MB"),
    ],
)
def test_what_cannot_be_read_is_told_in_plain_words(
    tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    path = tmp_path / "calf.png"
    make(path)
    with pytest.raises(UserError, match=says):
        read_picture(path)
