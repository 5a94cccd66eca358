"""A Debian package of the bundle.

The bundle has its own Python and Qt, so the package installs on every release whose C library is
new enough; what is left to the system are the libraries that belong to a desktop.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import bundle
import owners
import trim

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
DESKTOP = ROOT / "resources" / "desktop"
HOME = Path("usr/lib/supple")
MAINTAINER = "The Supple authors <supple@localhost>"
DEPENDS = (
    "libc6 (>= 2.34)",
    "libdbus-1-3",
    "libegl1",
    "libexpat1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libwayland-cursor0",
    "libx11-6",
    "libx11-xcb1",
)
RECOMMENDS = (
    "libcups2 | libcups2t64",
    "libpulse0 | libasound2 | libasound2t64",
    "xdg-desktop-portal",
)
DESCRIPTION = """Guided hamstring and low-back stretches for desk breaks
 Supple guides people through hamstring and low-back stretches during work
 breaks, hands free: a drawn figure shows each stretch, a voice says what to do
 next, and a timer runs the holds, the repetitions and the change of sides. A
 local history keeps streaks, flexibility and pain. Nothing leaves the computer."""
_FOLDERS = {
    "*.desktop": "usr/share/applications",
    "*.metainfo.xml": "usr/share/metainfo",
    "*.mime.xml": "usr/share/mime/packages",
    "*.1": "usr/share/man/man1",
}


def build(folder: Path, version: str, work: Path, target: Path) -> Path:
    """The package of the bundle ``folder``, written into the folder ``target``. Needs dpkg-deb."""
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    shutil.copytree(folder, tree / HOME, symlinks=True)
    command = tree / "usr/bin/supple"
    command.parent.mkdir(parents=True)
    command.symlink_to(os.path.relpath(tree / HOME / "supple", command.parent))
    install_desktop_files(tree)
    _documents(tree, version)
    _open_to_all(tree)
    machine = _output("dpkg", "--print-architecture")
    control(tree, version, machine)
    checksums(tree)
    made = target / f"supple_{version}_{machine}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(made)],
        check=True,
        env=bundle.steady(),
    )
    return made


def install_desktop_files(tree: Path) -> None:
    """Menu entry, metadata, icons, manual and the kind of shared routine files."""
    for pattern, folder in _FOLDERS.items():
        files = sorted((*DESKTOP.glob(pattern), *LINUX.glob(pattern)))
        if not files:
            raise FileNotFoundError(f"resources/desktop and packaging/linux have no {pattern}")
        for file in files:
            place = tree / folder
            place.mkdir(parents=True, exist_ok=True)
            if file.suffix == ".1":
                _gzip(file.read_bytes(), place / f"{file.name}.gz")
            else:
                shutil.copyfile(file, place / file.name.replace(".mime.xml", ".xml"))
    shutil.copytree(DESKTOP / "icons", tree / "usr/share/icons", dirs_exist_ok=True)


def control(tree: Path, version: str, machine: str) -> None:
    """What the package is called and what it needs."""
    size_kb = trim.size(tree) // 1024
    lines = [
        "Package: supple",
        f"Version: {version}",
        f"Architecture: {machine}",
        f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {size_kb}",
        f"Depends: {', '.join(DEPENDS)}",
        f"Recommends: {', '.join(RECOMMENDS)}",
        "Section: misc",
        "Priority: optional",
        f"Description: {DESCRIPTION}",
    ]
    folder = tree / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text("\n".join(lines) + "\n", encoding="utf-8")


def checksums(tree: Path) -> None:
    """What ``dpkg --verify`` compares with."""
    files = sorted(p for p in (tree / "usr").rglob("*") if p.is_file() and not p.is_symlink())
    lines = []
    for path in files:
        with path.open("rb") as file:
            lines.append(
                f"{hashlib.file_digest(file, 'md5').hexdigest()}  {path.relative_to(tree)}"
            )
    (tree / "DEBIAN" / "md5sums").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _documents(tree: Path, version: str) -> None:
    folder = tree / "usr/share/doc/supple"
    folder.mkdir(parents=True)
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    text = owners.machine_readable(tree / HOME, str(HOME), licence)
    (folder / "copyright").write_text(text, encoding="utf-8")
    _gzip(_changes(version).encode(), folder / "changelog.gz")
    _gzip((ROOT / "CHANGELOG.md").read_bytes(), folder / "NEWS.md.gz")
    overrides = tree / "usr/share/lintian/overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(LINUX / "lintian-overrides", overrides / "supple")
    (folder / "README.Debian").write_text(
        f"Supple {version} brings its own Python and Qt, in /{HOME}.\n"
        f"Their licences are in /{HOME}/licences.\n",
        encoding="utf-8",
    )


def _changes(version: str) -> str:
    """The list of versions in Debian's form; ours is beside it."""
    when = datetime.fromtimestamp(int(bundle.steady()["SOURCE_DATE_EPOCH"]), UTC)
    day = format_datetime(when)
    return (
        f"supple ({version}) unstable; urgency=medium\n\n"
        f"  * What changed is in NEWS.md.gz.\n\n -- {MAINTAINER}  {day}\n"
    )


def _gzip(content: bytes, target: Path) -> None:
    # The same bytes each time: no name and no time in the header.
    target.write_bytes(gzip.compress(content, 9, mtime=0))


def _open_to_all(tree: Path) -> None:
    for path in tree.rglob("*"):
        if not path.is_symlink():
            # A library is loaded, not run.
            runs = path.is_dir() or (bool(path.stat().st_mode & 0o100) and ".so" not in path.name)
            path.chmod(0o755 if runs else 0o644)


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
