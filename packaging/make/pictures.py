"""``./dev pictures``: every picture of the documents, made by the program.

Needs pdftoppm, ImageMagick's convert and pngquant (Debian: poppler-utils, imagemagick, pngquant).
The drawing of the rooms, ``flow.svg``, is drawn by hand.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
SHOTS = {
    "session": "03a-session-hold-left-light",
    "today": "01-home-light",
    "editor": "07-routine-editor-light",
    "history": "05-history-light",
}
"""File in the documents -> its name among the screenshots."""
FILM = ("seated-heel-out", "--side", "left", "--width", "460", "--height", "354")
SHEET = ("daily-essentials", "--plain", "--paper", "a4")
TOOLS = {"pdftoppm": "poppler-utils", "convert": "imagemagick", "pngquant": "pngquant"}


def main(folder: Path = PICTURES) -> int:
    """Returns the exit code: 0 all made, 3 a tool is missing."""
    missing = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if missing:
        print(f"First: sudo apt-get install {' '.join(missing)}", file=sys.stderr)
        return 3
    with tempfile.TemporaryDirectory(prefix="supple-pictures-") as name:
        made = screenshots(Path(name)) | {"handout": sheet(Path(name))}
        for target, picture in made.items():
            smaller(picture, folder / f"{target}.png")
    supple("figure", "show", *FILM, "--film", str(folder / "figure.png"))
    for path in sorted(folder.glob("*.png")):
        print(f"{path.name}  {path.stat().st_size / 1000:.0f} kB")
    return 0


def screenshots(folder: Path) -> dict[str, Path]:
    """The pages of ``SHOTS``."""
    run(sys.executable, "-m", "supple.shell.screenshots", str(folder), *SHOTS.values())
    return {target: folder / f"{shot}.png" for target, shot in SHOTS.items()}


def sheet(folder: Path) -> Path:
    """The printed pages side by side."""
    paper, pages = folder / "sheet.pdf", folder / "page"
    supple("--profile", str(folder / "profile"), "handout", *SHEET, "-o", str(paper))
    run("pdftoppm", "-png", "-r", "70", str(paper), str(pages))
    both = folder / "sheet.png"
    every = map(str, sorted(folder.glob("page-*.png")))
    run("convert", *every, "-bordercolor", "#d8d2c8", "-border", "1", "+append", str(both))
    return both


def smaller(picture: Path, target: Path) -> None:
    """Write ``picture`` with as few colours as it looks the same with."""
    quality = ("--quality", "80-98", "--speed", "1", "--strip", "--force")
    run("pngquant", *quality, "--output", str(target), str(picture))


def supple(*argv: str) -> None:
    run(sys.executable, "-m", "supple", *argv)


def run(*argv: str) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(argv, check=True, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
