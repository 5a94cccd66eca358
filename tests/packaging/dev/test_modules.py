from __future__ import annotations

from pathlib import Path

import modules
import pytest


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from PySide6.QtWidgets import QWidget\n", [(1, "QtWidgets")]),
        ("import os\nimport PySide6.QtCharts as charts\n", [(2, "QtCharts")]),
        ("from PySide6 import QtCore, QtPdf\n", [(1, "QtCore"), (1, "QtPdf")]),
        ("def f():\n    from PySide6.QtSvg import QSvgRenderer\n", [(2, "QtSvg")]),
        ("from .PySide6 import x\nimport PySide6\n", []),
    ],
)
def test_every_form_of_import_is_seen(source: str, expected: list[tuple[int, str]]) -> None:
    assert list(modules.qt_modules(source)) == expected


def test_only_what_lies_outside_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "app" / "supple" / "ui"
    folder.mkdir(parents=True)
    (folder / "chart.py").write_text("from PySide6 import QtGui\nimport PySide6.QtMultimedia\n")
    assert modules.problems(tmp_path) == [
        "app/supple/ui/chart.py:2: QtMultimedia is outside what Supple depends on"
    ]
