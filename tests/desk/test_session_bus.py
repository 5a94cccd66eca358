from __future__ import annotations

from pathlib import Path

import pytest

from supple.desk.capability import Unavailable
from supple.desk.session_bus import SessionBus, address


@pytest.mark.usefixtures("no_desktop")
def test_without_an_address_there_is_no_bus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert address() is None
    with pytest.raises(Unavailable, match="no session bus"):
        SessionBus()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert address() is None
    (tmp_path / "bus").touch()
    assert address() == f"unix:path={tmp_path}/bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/elsewhere")
    assert address() == "unix:path=/elsewhere"
