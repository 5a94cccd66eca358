"""What a page points at has to be there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_inside_the_repository_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_decision_stands_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    written = [path.name for path in folder.glob("0*.md")]
    assert written
    assert [name for name in written if f"({name})" not in listed] == []


def test_the_readme_gives_exactly_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)
    assert [block.splitlines() for block in blocks] == [["./dev run", "./dev test"]]


_ONES = re.findall(r"\w+", "one two three four five six seven eight nine")
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
NUMBERS = ["none", *_ONES, *re.findall(r"\w+", _TEENS), *(f"twenty-{one}" for one in _ONES)]


@pytest.mark.parametrize("name", ["README.md", "packaging/linux/alt.supple.Supple.metainfo.xml"])
def test_the_stretches_and_routines_are_counted_right(name: str) -> None:
    shipped = json.loads((ROOT / "routines.json").read_text(encoding="utf-8"))
    stretches, routines = (NUMBERS[len(shipped[key])] for key in ("stretches", "routines"))
    text = " ".join((ROOT / name).read_text(encoding="utf-8").split())
    told = f"{stretches.capitalize()} stretches in {routines} routines"
    assert told in text, f"{name} has to say {told!r}"
