"""A profile of its own for each test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supple.store.paths import Paths

THREE = {
    "format": 1,
    "stretches": [
        {
            "id": name,
            "name": name.capitalize(),
            "position": "seated",
            "sides": sides,
            "difficulty": 1,
            "setup": ["Sit tall.", "Heel out."] if sides == "both" else ["Your {side} heel out."],
            "hold_cue": "Lean from the hips.",
            "release_cue": "Sit up.",
            "dose": {"hold_s": hold_s, "prepare_s": 3, "switch_s": 3},
            "source": [{"document": "general practice"}],
        }
        for name, sides, hold_s in (("one", "each", 5), ("two", "both", 4), ("three", "each", 3))
    ],
    "routines": [
        {
            "id": "three-short",
            "name": "Three short ones",
            "steps": [{"stretch": "one"}, {"stretch": "two"}, {"stretch": "three"}],
            "source": [{"document": "general practice"}],
        }
    ],
}


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def paths(profile: Path) -> Paths:
    return Paths.of(profile)


@pytest.fixture
def short_file(tmp_path: Path) -> Path:
    """A routine of three short stretches."""
    path = tmp_path / "short.json"
    path.write_text(json.dumps(THREE), encoding="utf-8")
    return path
