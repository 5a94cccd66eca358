"""Pictures of every page and of every state of a session, drawn into memory.

From a made-up person and a fixed day, so that the same code gives the same pictures.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

USAGE = "Usage: python -m supple.shell.screenshots DIR [PART OF A NAME]..."


def main(argv: Sequence[str] | None = None) -> int:
    """Draw all pictures, or those whose names hold one of the parts. Returns the exit code."""
    args = sys.argv[1:] if argv is None else list(argv)
    if not args or any(arg.startswith("-") for arg in args):
        print(USAGE, file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from supple.shell.sample import Sample
    from supple.shell.shots import shots
    from supple.shell.studio import Studio

    folder = Path(args[0])
    wanted = args[1:] or [""]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        studio = Studio(Sample.read())
        drawn = False
        for shot in shots():
            if any(part in shot.name for part in wanted):
                studio.draw(shot, folder / f"{shot.name}.png")
                drawn = True
                print(shot.name)
    except OSError as error:
        print(f"{error} Choose a folder that can be written to.", file=sys.stderr)
        return 1
    if not drawn:
        print(f"There is no picture with {' or '.join(wanted)} in its name.", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
