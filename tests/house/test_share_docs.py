"""What the page about shared files says is so."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from supple.core.problem import ProblemsFound
from supple.core.share_head import NOTE_LENGTH, NOTE_LINES, TITLE_LENGTH
from supple.core.share_kind import ENDING, MEDIA_TYPE
from supple.shell.sharing import open_share
from supple.store import share_file
from supple.store.share_unpack import MOST_UNPACKED, TIGHTEST, size_text
from supple.store.share_zip import MOST_ENTRIES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "share-format.md").read_text(encoding="utf-8")


def examples() -> dict[str, str]:
    """The files of the complete example, by name."""
    found = re.findall(r"^```json (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return dict(found)


def zipped(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_the_example_is_a_good_file(tmp_path: Path) -> None:
    share = open_share(zipped(tmp_path / "evening.supple", examples()))
    assert share.head.title == "Your exercises"
    assert share.head.note.startswith("Twice a day, slowly.\nCall me")
    assert [routine.id for routine in share.routines] == ["evening-with-calves"]
    assert [stretch.id for stretch in share.stretches] == ["calf-wall"]


def test_the_problems_shown_are_those_that_are_told(tmp_path: Path) -> None:
    shown = re.findall(r"^(?:routines\.json|figures/\S+):.*$", PAGE, re.MULTILINE)
    files = examples()
    wrong = {**files, "figures/calf.png": "", "figures/own-knee.png": "\u0000"}
    wrong["routines.json"] = files["routines.json"].replace("hold_cue", "hold_ques")
    with pytest.raises(ProblemsFound) as caught:
        open_share(zipped(tmp_path / "a.supple", wrong))
    told = [str(problem) for problem in caught.value.problems]
    assert shown[1] in told
    line = next(n for n, x in enumerate(wrong["routines.json"].split("\n"), 1) if "hold_ques" in x)
    assert shown[0].replace(":12:7:", f":{line}:7:") in told
    assert len(shown) == 3


@pytest.mark.parametrize(
    ("row", "most"),
    [
        ("the whole file", size_text(share_file.LARGEST_FILE)),
        ("everything unpacked", size_text(MOST_UNPACKED)),
        ("entries", str(MOST_ENTRIES)),
        ("`supple.json`", size_text(share_file.LARGEST_HEAD)),
        ("`routines.json`", size_text(share_file.LARGEST_ROUTINES)),
        ("a posed figure", size_text(share_file.LARGEST_DRAWN)),
        ("an image", size_text(share_file.LARGEST_IMAGE)),
    ],
)
def test_the_bounds_are_those_of_the_program(row: str, most: str) -> None:
    assert f"| {row} | {most} |" in PAGE


def test_the_lengths_are_those_of_the_program() -> None:
    assert f"up to {TITLE_LENGTH} characters" in PAGE
    assert f"up to {NOTE_LENGTH} characters and {NOTE_LINES} lines" in PAGE
    assert TIGHTEST == 200
    assert "two hundred times its size" in PAGE


def test_the_names_that_systems_use_are_on_the_page() -> None:
    assert f"`{MEDIA_TYPE}`" in PAGE
    assert f"`{ENDING}`" in PAGE
