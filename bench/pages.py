"""How long a page takes to open, with an empty history and with ten years of it.

From the click until the last picture of it: what is read behind the first picture counts. Each
page is opened for the first time, when it is built, and again. The floor is a page with nothing
on it, turned to in the same window in the same run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from _inside import measured
from _measure import median, row

GOAL_MS = 100.0
YEARS = 10
ROUNDS = 5
OPENINGS = "_openings"


def main() -> int:
    """Print the table. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument(
        "--cpu", action="store_true", help="processor time: says more where others work, too"
    )
    said = parser.parse_args()
    kind = "cpu" if said.cpu else "wall"
    with tempfile.TemporaryDirectory() as folder:
        empty, long = Path(folder) / "empty", Path(folder) / "long"
        _prepare(empty, 0)
        _prepare(long, YEARS * 365)
        runs = {"empty": [], "ten years": []}  # type: dict[str, list[dict[str, list[float]]]]
        for _ in range(said.rounds):
            runs["empty"].append(measured(OPENINGS, empty)[kind])
            runs["ten years"].append(measured(OPENINGS, long)[kind])
    return _report(runs)


def _prepare(profile: Path, sessions: int) -> None:
    from _practice import practise
    from history import fill

    practise(profile, 0)
    if sessions:
        fill(profile / "data" / "history.db", sessions)


def _report(runs: dict[str, list[dict[str, list[float]]]]) -> int:
    names = list(runs["empty"][0])
    header = f"{'':16}" + "".join(f"{kind:>24}" for kind in runs)
    print(header)
    print(f"{'page':16}" + f"{'first':>14}{'again':>10}" * len(runs))
    slow = []
    worst = ("", 0.0)
    for name in names:
        cells = []
        for kind, found in runs.items():
            first, again = (median([run[name][n] for run in found]) for n in (0, 1))
            cells.append(f"{first:11.0f} ms{again:7.0f} ms")
            if max(first, again) > GOAL_MS:
                slow.append(f"{name} ({kind})")
            worst = max(worst, (name, max(first, again)), key=lambda known: known[1])
        print(f"{name:16}" + "".join(cells))
    floor = median([run[names[0]][0] for run in runs["ten years"]])
    told, lowest = f"{worst[1]:.0f} ms", f"{floor:.0f} ms"
    what = f"slowest page to open ({worst[0]})"
    row(what, told, "a page of nothing", lowest, f"<= {GOAL_MS:.0f} ms", worst[1] <= GOAL_MS)
    print(f"goal: every page within {GOAL_MS:.0f} ms; over it: {', '.join(slow) or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
