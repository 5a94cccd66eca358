from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from supple.desk.capability import Unavailable
from supple.desk.idle_gnome import GnomeIdle
from supple.desk.on_bus import Line
from supple.desk.session_bus import SessionBus

XML = """<node><interface name="org.gnome.Mutter.IdleMonitor">
<method name="GetIdletime"><arg type="{}" direction="out"/></method></interface></node>"""


def mutter(kind: str, answer: object) -> dict[str, Any]:
    return {
        "org.gnome.Mutter.IdleMonitor": {
            "path": "/org/gnome/Mutter/IdleMonitor/Core",
            "xml": XML.format(kind),
            "reply": [f"({kind})", [answer]],
        }
    }


def test_it_tells_milliseconds_through_one_connection(serve: Callable[..., Any]) -> None:
    services = serve(mutter("t", 90500))
    source = GnomeIdle(Line(SessionBus))
    assert source.seconds() == source.seconds() == 90.5
    source.close()
    assert [services.next()["event"] for _ in range(3)] == ["call", "call", "gone"]


def test_no_number_is_told(serve: Callable[..., Any]) -> None:
    serve(mutter("s", "long"))
    source = GnomeIdle(Line(SessionBus))
    with pytest.raises(Unavailable, match="no number"):
        source.seconds()
    source.close()


@pytest.mark.usefixtures("session_bus")
def test_other_desktops_do_not_have_it() -> None:
    source = GnomeIdle(Line(SessionBus))
    with pytest.raises(Unavailable, match="does not run"):
        source.seconds()
    source.close()
