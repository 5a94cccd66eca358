"""PySide6 6.12.0 loses references to None under Python 3.11; nobody may get that pair."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = [Requirement(text) for text in PROJECT["dependencies"]]
DEVELOPERS = [Requirement(text) for text in PROJECT["optional-dependencies"]["dev"]]
PINS = {
    canonicalize_name(pin.name): pin
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
    for pin in [Requirement(line)]
}


def allowed(name: str, version: str, python: str) -> bool:
    """Whether every declared requirement that applies to this Python takes the version."""
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    applying = [
        requirement
        for requirement in DECLARED
        if requirement.name == name
        and (requirement.marker is None or requirement.marker.evaluate(environment))
    ]
    assert applying, f"{name} is not required at all on Python {python}"
    return all(requirement.specifier.contains(version) for requirement in applying)


@pytest.mark.parametrize("version", ["6.12.0", "6.12.1"])
def test_python_3_11_cannot_get_the_release_that_aborts_it(version: str) -> None:
    assert not allowed("PySide6_Essentials", version, "3.11")


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_release_that_was_tested_is_allowed_everywhere(python: str) -> None:
    (specifier,) = PINS["pyside6-essentials"].specifier
    assert allowed("PySide6_Essentials", specifier.version, python)


def test_a_python_with_an_immortal_none_may_have_the_newer_release() -> None:
    assert allowed("PySide6_Essentials", "6.12.0", "3.12")


def test_every_declared_package_is_pinned_to_one_exact_version() -> None:
    for requirement in (*DECLARED, *DEVELOPERS):
        pin = PINS[canonicalize_name(requirement.name)]
        (specifier,) = pin.specifier
        assert specifier.operator == "=="
        assert requirement.specifier.contains(specifier.version), requirement.name


def test_the_pins_carry_no_address() -> None:
    assert all(pin.url is None for pin in PINS.values())


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal: nothing to lose")
def test_qt_calls_that_return_nothing_give_no_reference_to_none_away() -> None:
    from PySide6.QtCore import QObject, QPointF
    from PySide6.QtGui import QPainter, QPicture

    thing = QObject()
    picture = QPicture()
    painter = QPainter(picture)

    def call_often() -> None:
        for _ in range(500):
            thing.setObjectName("held")
            painter.setOpacity(1.0)
            painter.setPen("black")
            painter.drawPoint(QPointF(1, 1))

    call_often()  # the first calls fill caches, which moves the count too
    before = sys.getrefcount(None)
    call_often()
    after = sys.getrefcount(None)
    painter.end()
    # The bad release loses one reference in nearly every one of these 2,000 calls.
    assert abs(after - before) < 100
