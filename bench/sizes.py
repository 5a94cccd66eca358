"""How large what is handed to people is, beside the parts of others that it cannot do without.

The packages are those that ``./dev package`` left in ``dist``; the floor is Qt for Python as it is
installed here, and as a Debian package, the break programs that apt knows.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
from importlib import metadata
from pathlib import Path

from _measure import ROOT, row, say

DIST = ROOT / "dist"
MOST_UNPACKED_MB, MOST_PACKED_MB = 120, 45
PEERS = ("safeeyes", "rsibreak", "workrave")


def main() -> int:
    wheel, bundle, deb = (newest(ending) for ending in (".whl", ".tar.xz", ".deb"))
    if wheel is None and bundle is None and deb is None:
        print("There is nothing in dist yet: ./dev package makes it.")
        return 1
    qt = installed_mb("PySide6_Essentials") + installed_mb("shiboken6")
    say("Qt for Python, as installed", f"{qt:.0f} MB")
    good = True
    if wheel is not None:
        say("wheel", f"{mb(wheel):.1f} MB")
        row("wheel", f"{mb(wheel):.1f} MB", "", "")
    if bundle is not None:
        unpacked, packed = unpacked_mb(bundle), mb(bundle)
        good = unpacked <= MOST_UNPACKED_MB and packed <= MOST_PACKED_MB
        goal = f"<= {MOST_UNPACKED_MB} / {MOST_PACKED_MB} MB"
        say("folder with its own Python", f"{unpacked:.0f} / {packed:.0f} MB", goal, good)
        told = f"{unpacked:.0f} MB, packed {packed:.0f} MB"
        row("folder with its own Python", told, "Qt for Python alone", f"{qt:.0f} MB", goal, good)
    if deb is not None:
        known = {name: size for name in PEERS if (size := package_mb(name))}
        say("Debian package", f"{mb(deb):.1f} MB")
        for name, size in known.items():
            say(f"  {name}, without what it depends on", f"{size:.1f} MB")
        theirs = ", ".join(f"{size:.1f} MB" for size in known.values())
        names = f"{', '.join(known)}, without Python and toolkit" if known else ""
        row("Debian package, all in it", f"{mb(deb):.0f} MB", names, theirs)
    return 0 if good else 1


def newest(ending: str) -> Path | None:
    """The package of that kind that was made last."""
    found = sorted(DIST.glob(f"*{ending}"), key=lambda path: path.stat().st_mtime)
    return found[-1] if found else None


def mb(path: Path) -> float:
    """Megabytes (10**6)."""
    return path.stat().st_size / 1e6


def unpacked_mb(archive: Path) -> float:
    """What the files of an archive take together."""
    with tarfile.open(archive) as opened:
        return sum(member.size for member in opened if member.isfile()) / 1e6


def installed_mb(name: str) -> float:
    """What the files of a Python package take in this environment."""
    files = metadata.distribution(name).files or ()
    paths = [Path(str(file.locate())) for file in files]
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


def package_mb(name: str) -> float:
    """The size of a Debian package as apt knows it, 0 where it knows none."""
    if shutil.which("apt-cache") is None:
        return 0.0
    done = subprocess.run(["apt-cache", "show", name], capture_output=True, text=True, check=False)
    found = re.search(r"^Size: (\d+)$", done.stdout, re.MULTILINE)
    return int(found[1]) / 1e6 if found else 0.0


if __name__ == "__main__":
    sys.exit(main())
