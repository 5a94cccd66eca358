from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
from collections.abc import Iterator

import manual
import pytest

from supple import __version__
from supple.shell import figure_cli, options


def commands(parser: argparse.ArgumentParser, name: str = "supple") -> Iterator[tuple[str, str]]:
    """Each command with an option of it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                yield from commands(inner, f"{name} {word}")
        for flag in action.option_strings:
            if flag not in ("-h", "--help"):
                yield name, flag


def plain(text: str) -> str:
    """A page as it is read: without what roff alone wants."""
    return re.sub(r"\\f[BIR]|\\&", "", text).replace("\\-", "-").replace("\\e", "\\")


def test_the_page_says_what_the_command_line_says() -> None:
    assert manual.PAGE.read_text(encoding="utf-8") == manual.page(), (
        "Write it anew: .venv/bin/python packaging/make/manual.py"
    )


def test_every_command_and_option_is_in_it() -> None:
    page = plain(manual.page())
    found = {*commands(options.parser()), *commands(figure_cli.parser(), "supple figure")}
    assert ("supple history export", "--format") in found
    assert ("supple figure show", "--out") in found
    for name, flag in found:
        assert name in page
        if name.startswith("supple figure "):
            assert flag in page.split(name, 1)[1].split("\n.SS ")[0].split("\nsupple ")[0]
        assert flag in page


def test_the_figures_own_commands_are_in_it() -> None:
    assert "supple figure show ID" in plain(manual.page())


def test_a_word_that_is_explained_is_written_as_it_is_typed() -> None:
    assert "\njson: everything, the only one" in plain(manual.page())


def test_it_names_the_version() -> None:
    assert f'"Supple {__version__}"' in manual.page()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a-b", r"a\-b"),
        (".hidden", r"\&.hidden"),
        ("it's", "it's"),
        ("'tis", r"\&'tis"),
        ("\\", r"\e"),
    ],
)
def test_nothing_in_a_text_is_a_command(text: str, written: str) -> None:
    assert manual.escaped(text) == written


def test_man_has_nothing_to_complain_about() -> None:
    if shutil.which("man") is None or shutil.which("groff") is None:
        pytest.skip("needs the package man-db")
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(manual.PAGE)],
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": ""},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "supple" in done.stdout
