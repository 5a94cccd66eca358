"""``./dev package [PART...]``: everything that is handed to people, made into ``dist``.

Parts: ``wheel``; ``app``, a folder with its own Python; ``deb``, made of that folder. Without a
name all that can be made on this system.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import bundle
import deb
import licences
import trim

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
WORK = ROOT / "build" / "package"
PARTS = ("wheel", "app", "deb")
MOST_UNPACKED, MOST_PACKED = 120e6, 45e6
"""Bytes that a bundle may have."""


def main(argv: Sequence[str] | None = None) -> int:
    """Make the named parts. Returns the exit code."""
    wanted = list(sys.argv[1:] if argv is None else argv) or list(possible())
    unknown = [part for part in wanted if part not in PARTS]
    if unknown:
        print(f"There is no part {unknown[0]!r}. There is: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    DIST.mkdir(exist_ok=True)
    WORK.mkdir(parents=True, exist_ok=True)
    try:
        made = make(wanted)
    except (bundle.Broken, licences.Unlicensed, FileNotFoundError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        said = error.stderr or b""
        print(said if isinstance(said, str) else said.decode(errors="replace"), file=sys.stderr)
        print(f"{error.cmd[0]} failed with {error.returncode}.", file=sys.stderr)
        return 1
    for path in made:
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1e6:.1f} MB  {checksum(path)}")
    return 0


def possible() -> tuple[str, ...]:
    """The parts that this system can make."""
    debian = sys.platform == "linux" and shutil.which("dpkg-deb") is not None
    return PARTS if debian else PARTS[:2]


def make(wanted: Sequence[str]) -> list[Path]:
    """The files of the parts ``wanted``; what one part is made of comes along."""
    wheel = make_wheel()
    made = [wheel]
    if "app" not in wanted and "deb" not in wanted:
        return made
    folder = bundle.build(wheel, WORK)
    print(f"the bundle has {trim.size(folder) / 1e6:.1f} MB")
    if trim.size(folder) > MOST_UNPACKED:
        raise bundle.Broken(f"the bundle is larger than {MOST_UNPACKED / 1e6:.0f} MB")
    if "app" in wanted:
        archive = bundle.pack(folder, DIST / bundle.archive_name(version()))
        if archive.stat().st_size > MOST_PACKED:
            raise bundle.Broken(f"{archive.name} is larger than {MOST_PACKED / 1e6:.0f} MB")
        made.append(archive)
    if "deb" in wanted:
        made.append(deb.build(folder, version(), WORK, DIST))
    return made


def make_wheel() -> Path:
    """The wheel, and the source archive that others build from."""
    for kind in ("wheel", "sdist"):
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(DIST)],
            check=True,
            cwd=ROOT,
            env=bundle.steady(),
            capture_output=True,
        )
    return DIST / f"supple-{version()}-py3-none-any.whl"


def version() -> str:
    """The version of the source."""
    text = (ROOT / "app" / "supple" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise bundle.Broken("app/supple/__init__.py names no version")
    return found[1]


def checksum(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
