from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supple.core.problem import UserError
from supple.store import assets


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    assets.root.cache_clear()
    yield
    assets.root.cache_clear()


def ship(folder: Path) -> Path:
    (folder / "resources" / "icons").mkdir(parents=True)
    (folder / "resources" / "icons" / "a.svg").write_text("<svg/>")
    (folder / "routines.json").write_text("{}")
    return folder


def test_the_checkout_is_found() -> None:
    assert assets.asset("routines.json").is_file()
    assert assets.asset("resources").is_dir()


def test_an_installed_package_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = ship(tmp_path / "site-packages" / "supple")
    monkeypatch.setattr(assets, "__file__", str(package / "store" / "assets.py"))
    assert assets.asset("routines.json") == package / "routines.json"


@pytest.mark.parametrize("inside", ["supple", "."])
def test_a_frozen_program_is_found(
    inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = ship(tmp_path / inside)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert assets.asset("resources/icons/a.svg") == bundle / "resources" / "icons" / "a.svg"


def test_a_missing_file_is_told_with_its_place() -> None:
    with pytest.raises(UserError, match=r"no-such\.svg is missing.*Install"):
        assets.asset("resources/icons/no-such.svg")


def test_a_missing_installation_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "a" / "supple" / "store" / "assets.py"))
    with pytest.raises(UserError, match=r"looked in .*Install"):
        assets.asset("routines.json")


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "/etc/passwd",
        "../secret",
        "resources/../../secret",
        "resources/..",
        "C:/x",
        "resources\\..\\x",
        "app/supple/__init__.py",
        "resources/a\0b",
        "routines.json/x",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a shipped file"):
        assets.asset(name)


@given(st.lists(st.sampled_from(["resources", "..", ".", "icons", "/", "a\\b", "routines.json"])))
def test_no_name_ever_leaves_the_shipped_files(parts: list[str]) -> None:
    try:
        path = assets.asset("/".join(parts))
    except (ValueError, UserError):
        return
    inside = path.resolve()
    assert inside == assets.root() / "routines.json" or inside.is_relative_to(
        assets.root() / "resources"
    )
