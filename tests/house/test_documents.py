"""What a page points at has to be there."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "resources" / "figures" / "README.md",
        ROOT / "packaging" / "README.md",
    ]
)
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


def code(page: Path) -> list[str]:
    """What stands in code on the page: each line of a block, and each piece inside a line."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^ *```(?:sh|text)?\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)
    inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return [line.strip() for block in blocks for line in block.splitlines()] + inline


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_of_the_developers_exists(page: Path) -> None:
    script = (ROOT / "dev").read_text(encoding="utf-8")
    known = set(re.findall(r"^    ([a-z]+)\) \w+", script, re.MULTILINE)) | {"help"}
    benches = {path.stem for path in (ROOT / "bench").glob("[!_]*.py")}
    for line in code(page):
        words = line.split()
        if words[:1] == ["./dev"] and len(words) > 1:
            assert words[1] in known, line
            if words[1] == "bench" and len(words) > 2 and words[2].islower():
                assert words[2] in benches, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_of_the_program_exists(page: Path) -> None:
    for line in code(page):
        for start in ("supple ", "./dev run -- "):
            if line.startswith(start):
                assert_known(line.removeprefix(start).split("#")[0], line)


def assert_known(said: str, line: str) -> None:
    """Follow the words through the parsers; what is a placeholder, or takes any word, is let be."""
    from supple.shell.figure_cli import parser as figure_parser
    from supple.shell.options import parser

    at = parser()
    words = iter(said.split())
    for word in words:
        choices = next(
            (a.choices for a in at._actions if isinstance(a, argparse._SubParsersAction)), None
        )
        if word.startswith("-"):
            flags = {flag: a for a in at._actions for flag in a.option_strings}
            assert word.strip("[]") in flags, f"{word} in: {line}"
            if flags[word.strip("[]")].nargs != 0:
                next(words, None)
        elif choices and re.fullmatch(r"[a-z][a-z-]*", word):
            assert word in choices, f"{word} in: {line}"
            at = figure_parser() if word == "figure" else choices[word]


def test_the_index_names_every_page() -> None:
    folder = ROOT / "docs"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = [path.name for path in folder.glob("*.md") if path.name != "README.md"]
    assert [name for name in pages if f"({name})" not in index] == []


PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_shown_small_and_told_in_words(picture: Path) -> None:
    shown = [
        alt
        for page in PAGES
        for alt, target in IMAGE.findall(page.read_text(encoding="utf-8"))
        if (page.parent / target).resolve() == picture
    ]
    assert shown, "no page shows it"
    assert all(len(alt) > 40 for alt in shown)
    assert picture.stat().st_size < 400_000


def test_every_bench_is_told_of() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    benches = {path.stem for path in (ROOT / "bench").glob("[!_]*.py")} - {"all"}
    assert [name for name in sorted(benches) if f"`./dev bench {name}`" not in told] == []


def anchors(page: Path) -> set[str]:
    """What the headings of a page are reached by, as GitHub names them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_to_a_heading_finds_it(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]*)#([^)\s]+)\)", page.read_text(encoding="utf-8"))
    for target, anchor in links:
        if "://" not in target:
            assert anchor in anchors(page.parent / target if target else page), anchor
