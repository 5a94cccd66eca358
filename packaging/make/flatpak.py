"""Put together what the Flatpak is built from: ``.venv/bin/python packaging/make/flatpak.py``.

flatpak-builder has no network while it builds, so every wheel has to be there before. They are
fetched for the runtime's Python, with the versions of ``constraints.txt``, into ``build/flatpak``,
and noted with their checksums in a list that names no registry.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import deb
import package

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / "packaging" / "flatpak" / "alt.supple.Supple.yml"
FOLDER = ROOT / "build" / "flatpak"
PYTHON = "3.13"
"""That of the runtime which the manifest names."""
PLATFORMS = tuple(
    f"{kind}_x86_64"
    for kind in ("manylinux_2_34", "manylinux_2_28", "manylinux_2_17", "manylinux2014")
)


def main() -> int:
    """Fetch, write the list, copy the rest beside it. Returns the exit code."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    wheels = FOLDER / "wheels"
    wheels.mkdir(parents=True)
    shutil.copy(package.make_wheel(), wheels)
    fetch(pinned((ROOT / "constraints.txt").read_text(encoding="utf-8")), wheels)
    prepare(FOLDER)
    print(f"flatpak-builder --user --install --force-clean app {MANIFEST.name}")
    print(f"builds it in {FOLDER.relative_to(ROOT)}")
    return 0


def pinned(constraints: str) -> list[str]:
    """The program's own part of the constraints, each ``name==version``."""
    part = constraints.partition("# The program\n")[2].partition("\n#")[0]
    return re.findall(r"^[\w-]+==\S+", part, re.MULTILINE)


def fetch(wanted: Iterable[str], folder: Path) -> None:
    """Wheels of ``wanted`` for the runtime. Raises CalledProcessError where one is not there."""
    platforms = [word for name in PLATFORMS for word in ("--platform", name)]
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"),
            *("--only-binary", ":all:", "--implementation", "cp", "--python-version", PYTHON),
            *(*platforms, "--dest", str(folder), *wanted),
        ],
        check=True,
    )


def prepare(folder: Path) -> None:
    """Write ``sources.json`` for the wheels in ``folder``, and copy what else is built from."""
    shutil.copy(MANIFEST, folder)
    shutil.copy(ROOT / "LICENSE", folder)
    tree = folder / "tree"
    deb.install_desktop_files(tree)
    shutil.copytree(tree / "usr" / "share", folder / "share")
    shutil.rmtree(tree)
    sources: list[dict[str, str]] = [
        {
            "type": "file",
            "path": f"wheels/{wheel.name}",
            "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
            "dest": "wheels",
        }
        for wheel in sorted((folder / "wheels").glob("*.whl"))
    ]
    sources += [
        {"type": "dir", "path": "share", "dest": "share"},
        {"type": "file", "path": "LICENSE"},
    ]
    text = json.dumps(sources, indent=1)
    (folder / "sources.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
