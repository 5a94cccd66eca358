"""Shared by the benches: a program that begins as Supple does, and measures itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

BEGIN = f"""
import sys
from importlib import import_module
from pathlib import Path
from supple.shell import lean_qt

lean_qt.load()
sys.path.insert(0, {str(Path(__file__).parent)!r})
import_module(sys.argv[1]).main(Path(sys.argv[2]))
"""


def measured(module: str, profile: Path) -> Any:
    """What ``main`` of ``module``, beside this file, prints as JSON at its end.

    Raises subprocess.CalledProcessError; what went wrong was printed then.
    """
    done = subprocess.run(
        [sys.executable, "-c", BEGIN, module, str(profile)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])
