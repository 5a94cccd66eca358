from __future__ import annotations

import sys

import pytest

from supple.desk.autostart import Entry
from supple.desk.autostart_windows import APPROVED, RUN, RunKey
from supple.desk.capability import Unavailable

COMMAND = (r"C:\Users\My Name\supple.exe", "--tray")


class Registry:
    """The user's part of a registry in memory."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], object] = {}
        self.refuses = False

    def read(self, key: str, name: str) -> object:
        self._ask()
        return self.values.get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        self._ask()
        self.values[key, name] = text

    def remove(self, key: str, name: str) -> None:
        self._ask()
        self.values.pop((key, name), None)

    def _ask(self) -> None:
        if self.refuses:
            raise PermissionError(13, "Access is denied")


@pytest.fixture
def registry() -> Registry:
    return Registry()


@pytest.fixture
def place(registry: Registry) -> RunKey:
    return RunKey(lambda: registry)


def test_the_run_key_gets_a_command_line(place: RunKey, registry: Registry) -> None:
    place.write(COMMAND)
    assert registry.values == {(RUN, "Supple"): r'"C:\Users\My Name\supple.exe" --tray'}


def test_what_is_written_is_read_and_removed(place: RunKey, registry: Registry) -> None:
    assert place.read() is None
    place.write(COMMAND)
    assert place.read() == Entry(place.line(COMMAND))
    place.remove()
    place.remove()
    assert place.read() is None
    assert registry.values == {}


@pytest.mark.parametrize(("mark", "enabled"), [(b"\x03\0\0", False), (b"\x02\0\0", True)])
def test_what_the_task_manager_switched_off_is_off(
    mark: bytes, enabled: bool, place: RunKey, registry: Registry
) -> None:
    place.write(COMMAND)
    registry.values[APPROVED, "Supple"] = mark
    assert place.read() == Entry(place.line(COMMAND), enabled)
    place.write(COMMAND)
    assert place.read() == Entry(place.line(COMMAND))


def test_a_registry_that_refuses_is_told(place: RunKey, registry: Registry) -> None:
    registry.refuses = True
    for ask in (place.read, place.remove, lambda: place.write(COMMAND)):
        with pytest.raises(Unavailable, match="the registry refused: Access is denied"):
            ask()


@pytest.mark.skipif(sys.platform == "win32", reason="about the other systems")
def test_other_systems_are_told_so() -> None:
    with pytest.raises(Unavailable, match="only for Windows"):
        RunKey().read()
