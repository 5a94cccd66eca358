"""What a Linux desktop is told of the program: its entry, its metadata and its files."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from supple import APP_ID, __version__
from supple.core.share_kind import ENDING, MEDIA_TYPE

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
DESKTOP = ROOT / "resources" / "desktop"
ENTRY = DESKTOP / f"{APP_ID}.desktop"
METAINFO = LINUX / f"{APP_ID}.metainfo.xml"
KIND = DESKTOP / f"{APP_ID}.mime.xml"
ICONS = DESKTOP / "icons" / "hicolor"
NAMESPACE = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}


def said(*words: str, package: str) -> str:
    """What a checker says, where it is there."""
    if shutil.which(words[0]) is None:
        pytest.skip(f"needs the package {package}")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def entry() -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(ENTRY, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_debians_checkers_are_content() -> None:
    assert said("desktop-file-validate", str(ENTRY), package="desktop-file-utils") == ""
    assert said("xmllint", "--noout", str(METAINFO), str(KIND), package="libxml2-utils") == ""


def test_debians_checker_of_metadata_has_one_wish_at_most() -> None:
    """There is no homepage to name yet, which newer ones warn of: docs/decisions/0013."""
    told = said("appstreamcli", "validate", "--no-net", str(METAINFO), package="appstream")
    assert "alidation" in told
    objections = [line for line in told.splitlines() if line.startswith(("E:", "W:"))]
    assert [line for line in objections if "url-homepage-missing" not in line] == []


def test_the_names_belong_together(entry: dict[str, str]) -> None:
    component = ElementTree.parse(METAINFO).getroot()
    assert component.findtext("id") == APP_ID
    assert component.findtext("launchable") == ENTRY.name
    assert entry["Icon"] == APP_ID
    assert entry["Name"] == component.findtext("name") == "Supple"
    assert list(ICONS.glob(f"*/apps/{APP_ID}.png"))


def test_a_shared_file_opens_with_the_program(entry: dict[str, str]) -> None:
    assert entry["Exec"] == "supple %f"
    assert entry["MimeType"] == f"{MEDIA_TYPE};"
    kind = ElementTree.parse(KIND).getroot().find("mime:mime-type", NAMESPACE)
    assert kind is not None
    assert kind.get("type") == MEDIA_TYPE
    glob = kind.find("mime:glob", NAMESPACE)
    assert glob is not None
    assert glob.get("pattern") == f"*{ENDING}"
    component = ElementTree.parse(METAINFO).getroot()
    assert component.findtext("provides/mediatype") == MEDIA_TYPE


def test_a_desktop_knows_a_shared_file_by_its_name_and_by_its_beginning(tmp_path: Path) -> None:
    if shutil.which("update-mime-database") is None:
        pytest.skip("needs the package shared-mime-info")
    packages = tmp_path / "packages"
    packages.mkdir()
    shutil.copy(KIND, packages / f"{APP_ID}.xml")
    subprocess.run(["update-mime-database", str(tmp_path)], check=True, capture_output=True)
    assert f"{MEDIA_TYPE}:*{ENDING}" in (tmp_path / "globs").read_text(encoding="utf-8")
    magic = (tmp_path / "magic").read_bytes()
    assert b"PK\x03\x04" in magic
    assert b"supple.json" in magic


def test_the_metadata_is_true() -> None:
    component = ElementTree.parse(METAINFO).getroot()
    release = component.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    assert component.findtext("project_license") == "MIT"


def test_whoever_publishes_it_finds_what_is_asked_for() -> None:
    """What shops of programs want besides what a checker looks at."""
    component = ElementTree.parse(METAINFO).getroot()
    summary = component.findtext("summary") or ""
    assert len(summary) <= 45
    assert not summary.endswith(".")
    first = " ".join((component.findtext("description/p") or "").split())
    assert 80 <= len(first) <= 400
    for wanted in ("content_rating", "developer/name", "branding/color", "releases/release"):
        assert component.find(wanted) is not None, wanted
    sizes = {path.parent.parent.name for path in ICONS.rglob("*.png")}
    assert {"128x128", "256x256", "512x512"} <= sizes
    assert re.fullmatch(r"[a-z]+(\.[A-Za-z]\w*){2}", APP_ID)
