"""The core runs where nothing is installed, and asks for nothing that could do I/O."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Run without site-packages. Standard modules may import what they like; only
# an import written in our own files is looked at.
SCRIPT = """
import builtins, importlib, sys
app, forbidden, *modules = sys.argv[1:]
forbidden = set(forbidden.split(","))
sys.path.insert(0, app)
real = builtins.__import__

def guarded(name, globals=None, locals=None, fromlist=(), level=0):
    asks = (globals or {}).get("__name__", "")
    if asks.startswith("supple") and not level and name.split(".")[0] in forbidden:
        raise AssertionError(f"{asks} imports {name}")
    return real(name, globals, locals, fromlist, level)

builtins.__import__ = guarded
for module in modules:
    importlib.import_module(module)
print(len(modules))
"""


def forbidden() -> list[str]:
    """The foreign modules of the contract, so that the two lists cannot differ."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (
        contract
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract["id"] == "core-is-pure"
    )
    return list(contract["forbidden_modules"])


def run(app: Path) -> subprocess.CompletedProcess[str]:
    modules = [
        ".".join(path.relative_to(app).with_suffix("").parts)
        for path in sorted((app / "supple" / "core").rglob("*.py"))
    ]
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", SCRIPT, str(app), ",".join(forbidden()), *modules],
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_module_of_the_core_imports_with_the_standard_library_alone() -> None:
    done = run(ROOT / "app")
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 5


def test_the_guard_sees_an_import_inside_a_module(tmp_path: Path) -> None:
    core = tmp_path / "supple" / "core"
    core.mkdir(parents=True)
    (core / "bad.py").write_text("from time import monotonic\n")
    assert "supple.core.bad imports time" in run(tmp_path).stderr
