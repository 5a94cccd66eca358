"""Makes the scripts below packaging importable: they are run as files, not installed."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path[:0] = [str(_PACKAGING / folder) for folder in ("dev", "make", "pyinstaller")]
