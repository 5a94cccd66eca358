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


@pytest.mark.parametrize("name", sorted(modules.GPL_ONLY))
def test_what_is_under_the_gpl_alone_is_refused_with_that_reason(tmp_path: Path, name: str) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "chart.py").write_text(f"def late():\n    from PySide6 import {name}\n")
    assert modules.problems(tmp_path) == [
        f"app/chart.py:2: {name} may only be passed on under the GPL"
    ]


def test_qts_own_network_is_refused(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "update.py").write_text("from PySide6.QtNetwork import QTcpSocket\n")
    assert modules.problems(tmp_path) == [
        "app/update.py:1: QtNetwork speaks to the network, and Supple does not"
    ]


def test_nothing_is_both_allowed_and_refused() -> None:
    assert not modules.ALLOWED & (modules.GPL_ONLY | modules.NETWORK)


def test_supple_itself_imports_none_of_them() -> None:
    assert modules.problems(Path(__file__).parents[3]) == []
