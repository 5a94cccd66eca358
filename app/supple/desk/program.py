"""Asking a small program of the desktop."""

from __future__ import annotations

import os

from supple.desk.capability import Unavailable

ANSWER_S = 0.7
"""Seconds a program may take; the window stands still meanwhile."""


def output(command: list[str], wait_s: float = ANSWER_S) -> str:
    """What ``command`` prints within ``wait_s`` seconds, in plain English.

    Raises Unavailable when it fails or hangs.
    """
    import subprocess  # takes memory that a program in the tray seldom needs

    try:
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=wait_s,
            check=True,
            env={**os.environ, "LC_ALL": "C"},
        ).stdout
    except FileNotFoundError:
        raise Unavailable(f"there is no program {command[0]}") from None
    except subprocess.TimeoutExpired:
        raise Unavailable(f"{command[0]} does not answer") from None
    except subprocess.CalledProcessError as error:
        said = str(error.stderr).strip().partition("\n")[0]
        raise Unavailable(f"{command[0]} refused: {said}") from None
    except OSError as error:
        raise Unavailable(f"{command[0]} cannot be started: {error.strerror}") from error
