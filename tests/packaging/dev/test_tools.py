from __future__ import annotations

from pathlib import Path

import preflight
import pytest
import tools

ROOT = preflight.Machine(root=True, apt=True, sudo=False, terminal=False)
PERSON = preflight.Machine(root=False, apt=True, sudo=True, terminal=False)
FEDORA = preflight.Machine(root=True, apt=False, sudo=True, terminal=True)


@pytest.fixture(autouse=True)
def _all_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "missing_libraries", set)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A file system with every file that is looked for."""
    for pattern in tools.FILES:
        path = tmp_path / pattern.replace("*", "any-machine")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def test_a_whole_machine_lacks_nothing(whole: Path) -> None:
    assert tools.missing(whole, lambda name: f"/usr/bin/{name}") == set()


def test_each_missing_program_is_named(whole: Path) -> None:
    assert tools.missing(whole, lambda name: None) == set(tools.PROGRAMS)


def test_a_missing_file_is_named_by_its_package(tmp_path: Path) -> None:
    assert tools.missing(tmp_path, lambda name: name) == set(tools.FILES.values())


def test_a_missing_library_counts(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "missing_libraries", lambda: {"libxcb-cursor.so.0"})
    assert tools.missing(whole, lambda name: name) == {"libxcb-cursor.so.0"}


def test_the_packages_bring_every_program_and_a_display_for_qt() -> None:
    assert {*tools.PROGRAMS.values(), *tools.FILES.values(), "libxcb-cursor0"} <= set(
        tools.packages()
    )


def test_nothing_missing_is_nothing_said(capsys: pytest.CaptureFixture[str]) -> None:
    tools.ensure(ROOT, set)
    assert capsys.readouterr().err == ""


def test_what_root_can_install_is_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking = {"parec"}
    installed: list[tuple[str, ...]] = []

    def install(machine: preflight.Machine, wanted: tuple[str, ...]) -> bool:
        installed.append(wanted)
        lacking.clear()
        return True

    monkeypatch.setattr(preflight, "install", install)
    tools.ensure(ROOT, lambda: set(lacking))
    assert installed == [tools.packages()]
    assert "skipped" not in capsys.readouterr().err


def test_a_person_gets_one_exact_line_and_the_tests_go_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tools.ensure(PERSON, lambda: {"parec", "Xvfb"})
    first, *_, line = capsys.readouterr().err.splitlines()
    assert first.endswith("Xvfb, parec")
    assert line.startswith("sudo apt-get update && sudo apt-get install")
    assert all(name in line for name in tools.packages())


def test_without_apt_the_packages_are_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    tools.ensure(FEDORA, lambda: {"parec"})
    text = capsys.readouterr().err
    assert "pulseaudio-utils" in text
    assert "apt-get" not in text


def test_what_no_package_brings_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preflight, "install", lambda machine, wanted: True)
    tools.ensure(ROOT, lambda: {"parec"})
    assert "does not bring these: parec" in capsys.readouterr().err
