"""Programs that record, as the sound server of a Linux desktop tells it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from supple.desk.busy import Busy, BusyKind
from supple.desk.capability import Unavailable
from supple.desk.program import output

METER = "peaks"
"""How the level meters of volume controls listen; nobody speaks to them."""


class PulseRecordings:
    """PulseAudio, and PipeWire in its place, through ``pactl`` (15 ms)."""

    name = "sound server"
    kind = BusyKind.MICROPHONE
    costly = True

    def __init__(self, run: Callable[[list[str]], str] = output) -> None:
        self._run = run

    def ask(self) -> Busy | None:
        """See ``Sensor``."""
        if not _server_runs():
            raise Unavailable("no sound server runs")  # and pactl would start one
        import json

        try:
            recordings = json.loads(self._run(["pactl", "-f", "json", "list", "source-outputs"]))
            names = [_name(one) for one in recordings if _listens(one)]
        except (ValueError, TypeError, AttributeError):
            raise Unavailable("pactl gave no list") from None
        return Busy(self.kind, names[0]) if names else None

    def close(self) -> None:
        """Nothing is held open."""


def _listens(recording: dict[str, object]) -> bool:
    return not recording.get("corked") and recording.get("resample_method") != METER


def _name(recording: dict[str, dict[str, str]]) -> str:
    return str(recording.get("properties", {}).get("application.name", ""))


def _server_runs() -> bool:
    if os.environ.get("PULSE_SERVER"):
        return True
    runtime = os.environ.get("PULSE_RUNTIME_PATH")
    folder = Path(runtime) if runtime else Path(os.environ.get("XDG_RUNTIME_DIR", "")) / "pulse"
    return folder.is_absolute() and (folder / "native").exists()
