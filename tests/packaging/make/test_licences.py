from __future__ import annotations

import json
import re
import shutil
from importlib import metadata
from pathlib import Path

import licences
import pytest
from licences import Part

ROOT = Path(__file__).parents[3]


def test_every_part_is_listed_with_its_text(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE.txt"
    text.write_text("Do as you like.", encoding="utf-8")
    licences.collect(
        [Part("zeta", "2", "MIT", (text,)), Part("Alpha", "1", "ISC", (text,))], tmp_path / "out"
    )
    assert (tmp_path / "out" / "zeta" / "LICENSE.txt").read_text(
        encoding="utf-8"
    ) == "Do as you like."
    rows = (tmp_path / "out" / "README.md").read_text(encoding="utf-8").splitlines()
    assert rows[-2:] == ["| [Alpha](Alpha) | 1 | ISC |", "| [zeta](zeta) | 2 | MIT |"]
    listed = json.loads((tmp_path / "out" / "parts.json").read_text(encoding="utf-8"))
    assert [(part["name"], part["texts"]) for part in listed] == [
        *(("Alpha", ["LICENSE.txt"]), ("zeta", ["LICENSE.txt"])),
    ]


def test_a_part_without_a_licence_may_not_be_passed_on(tmp_path: Path) -> None:
    with pytest.raises(licences.Unlicensed, match=r"^orphan$"):
        licences.collect([Part("orphan", "1", "?", ())], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def pinned() -> list[str]:
    """What constraints.txt names as the program's."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    part = text.partition("# The program\n")[2].partition("\n#")[0]
    return re.findall(r"^([\w-]+)==", part, re.MULTILINE)


def test_everything_the_program_needs_has_a_licence() -> None:
    names = pinned()
    assert len(names) >= 9
    found = licences.python_parts(metadata.distribution(name) for name in names)
    assert [part.name for part in found if not part.texts and part.name != "Python"] == []
    told = {part.name.lower(): part.licence for part in found}
    assert {name.lower().replace("_", "-") for name in names} == {
        part.name.lower().replace("_", "-") for part in found if part.name != "Python"
    }
    assert told["pyside6_essentials"] == "LGPL-3.0-only"
    assert told["pyttsx3"] == "MPL-2.0"


def test_what_only_builds_is_not_listed() -> None:
    found = licences.python_parts([metadata.distribution("packaging")])
    assert [part.name for part in found] == ["Python"]


def test_font_and_icons_bring_theirs() -> None:
    assert all(part.texts[0].is_file() for part in licences.resource_parts(ROOT / "resources"))


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="about Debian's packages")
def test_system_libraries_are_named_by_their_package() -> None:
    (part,) = licences.system_parts([Path("libc.so.6"), Path("libm.so.6")])
    assert part.name == "libc6"
    assert part.version


def test_a_part_says_where_it_is_in_a_bundle() -> None:
    (_, part) = licences.python_parts([metadata.distribution("lameenc")])
    assert any(place.startswith("_internal/lameenc") for place in part.files)
    assert not any(".." in place for place in part.files)
