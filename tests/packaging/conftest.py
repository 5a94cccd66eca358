"""Makes the scripts of packaging/dev importable: they are run as files, not installed."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging" / "dev"))
