from __future__ import annotations

from pathlib import Path

import preflight
import pytest

ROOT = preflight.Machine(root=True, apt=True, sudo=False, terminal=False)
PERSON = preflight.Machine(root=False, apt=True, sudo=True, terminal=True)
SCRIPT = preflight.Machine(root=False, apt=True, sudo=True, terminal=False)
NO_SUDO = preflight.Machine(root=False, apt=True, sudo=False, terminal=True)
FEDORA = preflight.Machine(root=True, apt=False, sudo=True, terminal=True)

LDD = """/x/QtGui.abi3.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
/x/libqxcb.so:
\tlibxcb-cursor.so.0 => not found
\tlibGL.so.1 => not found
"""


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ("offscreen",)),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, ("vnc",)),
    ],
)
def test_platforms_follow_the_environment(
    environ: dict[str, str], expected: tuple[str, ...]
) -> None:
    assert preflight.platforms(environ) == expected


def test_ldd_output_gives_each_missing_library_once() -> None:
    assert preflight.missing_in(LDD) == {"libGL.so.1", "libxcb-cursor.so.0"}


def test_the_list_of_packages_is_fixed_by_platform() -> None:
    offscreen = preflight.packages(["offscreen"])
    assert "libegl1" in offscreen
    assert not any("xcb" in name for name in offscreen)
    assert {"libxcb-cursor0", *offscreen} <= set(preflight.packages(["xcb"]))


def test_objects_are_the_modules_and_the_named_plugins(tmp_path: Path) -> None:
    plugins = tmp_path / "Qt" / "plugins" / "platforms"
    plugins.mkdir(parents=True)
    for name in ("libqxcb.so", "libqoffscreen.so"):
        (plugins / name).touch()
    for name in ("QtGui.abi3.so", "QtQml.abi3.so"):
        (tmp_path / name).touch()
    found = {path.name for path in preflight.objects(tmp_path, ["offscreen"])}
    assert found == {"QtGui.abi3.so", "libqoffscreen.so"}


def test_root_installs_without_a_question() -> None:
    steps = preflight.commands(ROOT, ["libgl1"])
    assert steps is not None
    assert [step[0] for step in steps] == ["apt-get", "apt-get"]
    assert steps[-1][-1] == "libgl1"


def test_a_person_at_a_terminal_is_asked_by_sudo() -> None:
    steps = preflight.commands(PERSON, ["libgl1"])
    assert steps is not None
    assert {step[0] for step in steps} == {"sudo"}


@pytest.mark.parametrize("machine", [SCRIPT, NO_SUDO, FEDORA])
def test_nothing_is_run_where_nobody_can_answer(machine: preflight.Machine) -> None:
    assert preflight.commands(machine, ["libgl1"]) is None
    assert not preflight.install(machine, ("libgl1",))


@pytest.mark.parametrize(
    ("machine", "start"), [(SCRIPT, "sudo apt-get update && sudo apt-get"), (NO_SUDO, "su -c '")]
)
def test_the_line_to_run_is_one_line_with_every_package(
    machine: preflight.Machine, start: str
) -> None:
    line = preflight.line_to_run(machine, preflight.packages(["xcb"]))
    assert line.startswith(start)
    assert "\n" not in line
    assert all(name in line for name in preflight.BASE_PACKAGES)


def test_without_apt_the_names_are_given_as_a_hint() -> None:
    line = preflight.line_to_run(FEDORA, ["libgl1"])
    assert "libgl1" in line
    assert "apt-get" not in line


def test_a_missing_library_ends_with_code_3_and_the_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preflight, "missing_libraries", lambda paths: {"libGL.so.1"})
    assert preflight.ensure_libraries(SCRIPT) == 3
    text = capsys.readouterr().err
    assert "libGL.so.1" in text
    assert text.splitlines()[-1].startswith("sudo apt-get")


def test_a_library_that_our_list_does_not_bring_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preflight, "missing_libraries", lambda paths: {"libnew.so.9"})
    monkeypatch.setattr(preflight, "install", lambda machine, wanted: True)
    assert preflight.ensure_libraries(ROOT) == 3
    *_, named, hint = capsys.readouterr().err.splitlines()
    assert "libnew.so.9" in named
    assert "apt-file" in hint


def test_a_complete_system_is_told_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preflight, "missing_libraries", lambda paths: set())
    assert preflight.ensure_libraries(SCRIPT) == 0
    assert capsys.readouterr().err == ""


def test_a_missing_venv_module_asks_for_everything_at_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert preflight.ensure_venv(SCRIPT) == 3
    line = capsys.readouterr().err.splitlines()[-1]
    assert preflight.VENV_PACKAGE in line
    assert "libegl1" in line
