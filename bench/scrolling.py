"""How long the window is held up by each turn of the wheel and each movement of the pointer.

In the library, in a history of 100,000 sessions and in the editor with a routine of 100 rows;
processor time, as others may work meanwhile. A picture of a screen takes 16 ms.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from _inside import measured
from _measure import median, say
from _practice import practise
from history import fill

SESSIONS = 100_000
GOAL_MS = 16.0


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        practise(profile, 0)
        fill(profile / "data" / "history.db", SESSIONS)
        told: dict[str, list[float]] = measured("_scrolling", profile)
    for name, times in told.items():
        most = sorted(times)[int(len(times) * 0.99)]
        say(f"{name}: usually", f"{median(times):.1f} ms")
        say(f"{name}: 99 of 100 within", f"{most:.1f} ms", f"<= {GOAL_MS:.0f} ms", most <= GOAL_MS)
        say(f"{name}: longest", f"{max(times):.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
