"""In repositories of their own, with stand-ins for what takes minutes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import release

CHANGES = """# Changelog

## [Unreleased]

## [1.2.0] - 2026-03-09

### Added

- A thing.

## [1.1.0] - 2026-01-02

- An older thing.
"""
METADATA = """<component><releases>
<release version="1.2.0" date="2026-03-09"/><release version="1.1.0" date="2026-01-02"/>
</releases></component>
"""
DEV = """#!/bin/sh
echo "$*" >>"$(dirname "$0")/../asked"
[ "$1" != "$(cat "$(dirname "$0")/../fails" 2>/dev/null)" ]
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A checkout that is ready for 1.2.0."""
    root = tmp_path / "house"
    for path in (release.PROGRAM, release.CHANGELOG, release.METADATA):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / release.PROGRAM).write_text('"""It."""\n\n__version__ = "1.2.0"\n')
    (root / release.CHANGELOG).write_text(CHANGES)
    (root / release.METADATA).write_text(METADATA)
    (root / "dev").write_text(DEV)
    (root / "dev").chmod(0o755)
    git(root, "init", "--quiet")
    git(root, "config", "user.name", "Somebody")
    git(root, "config", "user.email", "somebody@example.invalid")
    commit(root)
    return root


def git(root: Path, *argv: str) -> str:
    return subprocess.run(
        ["git", *argv], cwd=root, check=True, capture_output=True, text=True
    ).stdout


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "State")


def change(root: Path, path: Path, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new, 1))
    commit(root)


def asked(root: Path) -> list[str]:
    path = root.parent / "asked"
    return path.read_text().splitlines() if path.exists() else []


def test_a_checkout_that_agrees_is_ready_and_stays_as_it_is(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release.main(["1.2.0", "--check"], house) == 0
    assert "1.2.0 can be released." in capsys.readouterr().out
    assert asked(house) == ["lint", "test"]
    assert git(house, "tag") == ""


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (release.PROGRAM, "1.2.0", "1.3.0", "app/supple/__init__.py says 1.3.0."),
        (release.PROGRAM, "__version__", "version", "says no version."),
        (release.CHANGELOG, "[1.2.0]", "[1.2.1]", "CHANGELOG.md has no 1.2.0; its newest is 1.2.1"),
        (release.CHANGELOG, " - 2026-03-09", "", "CHANGELOG.md gives no day for 1.2.0"),
        (release.CHANGELOG, "2026-03-09", "2026-02-30", "CHANGELOG.md gives no day for 1.2.0"),
        (release.CHANGELOG, "2026-03-09", "20260309", "CHANGELOG.md gives no day for 1.2.0"),
        (release.CHANGELOG, "2026-03-09", "2026-03-08", "The days differ: CHANGELOG.md 2026-03-08"),
        (release.CHANGELOG, "- A thing.", "", "CHANGELOG.md says nothing about 1.2.0."),
        (release.METADATA, "1.2.0", "1.2.1", "metainfo.xml has no 1.2.0; its newest is 1.2.1"),
        (release.METADATA, ' date="2026-03-09"', "", "metainfo.xml gives no day for 1.2.0"),
    ],
)
def test_what_does_not_agree_is_told_before_any_test_runs(
    house: Path,
    capsys: pytest.CaptureFixture[str],
    path: Path,
    old: str,
    new: str,
    told: str,
) -> None:
    change(house, path, old, new)
    assert release.main(["1.2.0"], house) == 1
    assert told in capsys.readouterr().err
    assert asked(house) == []
    assert git(house, "tag") == ""


def test_what_stands_under_unreleased_is_no_release(house: Path) -> None:
    assert list(release.changelog_days(house)) == ["1.2.0", "1.1.0"]


def test_a_tree_that_is_not_clean_is_refused(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (house / "notes.txt").write_text("mine")
    (house / "dev").write_text(DEV + "# changed\n")
    assert release.main(["1.2.0"], house) == 1
    assert "Not committed: dev, notes.txt." in capsys.readouterr().err
    assert git(house, "tag") == ""


def test_many_changes_are_counted_and_not_listed(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(8):
        (house / f"note{number}").touch()
    assert release.main(["1.2.0"], house) == 1
    assert "note4 and 3 more." in capsys.readouterr().err


@pytest.mark.parametrize("command", ["lint", "test"])
def test_a_check_that_fails_is_told_and_nothing_is_tagged(
    house: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (house.parent / "fails").write_text(command)
    assert release.main(["1.2.0"], house) == 1
    assert f"- ./dev {command} fails" in capsys.readouterr().err
    assert asked(house) == ["lint", "test"]
    assert git(house, "tag") == ""


def test_a_version_is_tagged_once_built_and_never_pushed(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = house.parent / "elsewhere"
    git(house.parent, "init", "--quiet", "--bare", str(elsewhere))
    git(house, "remote", "add", "origin", str(elsewhere))
    assert release.main(["1.2.0"], house) == 0
    assert asked(house) == ["lint", "test", "package"]
    assert git(house, "tag") == "v1.2.0\n"
    assert git(house, "cat-file", "-t", "v1.2.0") == "tag\n"
    assert git(elsewhere, "for-each-ref") == ""
    assert "git push origin v1.2.0" in capsys.readouterr().out

    assert release.main(["1.2.0"], house) == 1
    assert "The tag v1.2.0 is there already." in capsys.readouterr().err


def test_the_tag_goes_where_building_fails(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (house.parent / "fails").write_text("package")
    assert release.main(["1.2.0"], house) == 1
    assert "Building failed" in capsys.readouterr().err
    assert git(house, "tag") == ""


@pytest.mark.parametrize("version", ["v1.2.0", "1.2", "1.2.0rc1", "01.2.0", ""])
def test_only_three_numbers_are_a_version(
    house: Path, capsys: pytest.CaptureFixture[str], version: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        release.main([version], house)
    assert ended.value.code == 2
    assert "is no version" in capsys.readouterr().err


def test_our_own_files_can_be_read() -> None:
    version = release.program_version(release.ROOT)
    assert version
    assert release.metadata_days(release.ROOT)[version]
    # The changelog names a version only once it is released.
    assert (release.ROOT / release.CHANGELOG).read_text(encoding="utf-8").count("## [") >= 1
