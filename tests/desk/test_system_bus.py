from __future__ import annotations

from pathlib import Path

import pytest

from supple.desk import system_bus
from supple.desk.capability import Unavailable
from supple.desk.system_bus import SystemBus, address


def test_its_usual_places_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SYSTEM_BUS_ADDRESS", raising=False)
    places = (str(tmp_path / "first"), str(tmp_path / "second"))
    monkeypatch.setattr(system_bus, "PLACES", places)
    assert address() is None
    with pytest.raises(Unavailable, match="no system bus"):
        SystemBus()
    (tmp_path / "second").touch()
    assert address() == f"unix:path={places[1]}"
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/elsewhere")
    assert address() == "unix:path=/elsewhere"


@pytest.mark.usefixtures("no_desktop", "qapp")
def test_a_bus_that_is_gone_is_told() -> None:
    with pytest.raises(Unavailable, match="the system bus does not answer"):
        SystemBus()


@pytest.mark.usefixtures("system_bus")
def test_it_is_connected_to() -> None:
    bus = SystemBus()
    service = "org.freedesktop.DBus"
    assert bus.call(service, "/org/freedesktop/DBus", service, "GetId")
    bus.close()
