"""The recipes for systems that nobody here can build on say the same as the program."""

from __future__ import annotations

import plistlib
import re
import runpy
from pathlib import Path

from supple import APP_ID
from supple.core.share_kind import ENDING, MEDIA_TYPE
from supple.desk import autostart_windows
from supple.desk.autostart import NAME

ROOT = Path(__file__).parents[2]
FLATPAK = ROOT / "packaging" / "flatpak" / f"{APP_ID}.yml"
WINDOWS = ROOT / "packaging" / "windows" / "supple.iss"
MACOS = ROOT / "packaging" / "macos"
WITHOUT_ASKING = ("org.freedesktop.DBus", "org.freedesktop.portal", "org.a11y")
"""What every Flatpak may speak to."""
SETTINGS = ("org.gnome.desktop.", "org.cinnamon.desktop.", "org.mate.NotificationDaemon")
"""Names of settings, not of services."""


def test_the_flatpak_is_this_program() -> None:
    text = FLATPAK.read_text(encoding="utf-8")
    assert f"\nid: {APP_ID}\n" in text
    assert "\ncommand: supple\n" in text


def test_the_flatpak_has_no_network_and_no_files() -> None:
    given = set(re.findall(r"^  - (--\S+)", FLATPAK.read_text(encoding="utf-8"), re.MULTILINE))
    assert "--share=ipc" in given
    assert not {one for one in given if "network" in one or one.startswith("--filesystem")}
    assert "--socket=x11" not in given


def test_the_flatpak_may_speak_to_every_service_that_is_asked() -> None:
    text = FLATPAK.read_text(encoding="utf-8")
    given = set(re.findall(r"--(?:system-)?talk-name=(\S+)", text))
    asked: set[str] = set()
    for file in (ROOT / "app" / "supple" / "desk").glob("*.py"):
        found = re.findall(r'"(org\.[A-Za-z]\w*(?:\.\w+)+)"', file.read_text(encoding="utf-8"))
        asked.update(name for name in found if not name.startswith((*WITHOUT_ASKING, *SETTINGS)))
    assert len(asked) > 5
    assert asked - given == set()
    assert given - asked <= {"org.kde.StatusNotifierWatcher"}  # Qt asks that one


def test_the_windows_installer_knows_shared_files_and_what_the_program_writes() -> None:
    text = WINDOWS.read_text(encoding="utf-8")
    assert f"AppId={APP_ID}\n" in text
    assert rf'"Software\Classes\{ENDING}"' in text
    assert f'"{MEDIA_TYPE}"' in text
    for key in (autostart_windows.RUN, autostart_windows.APPROVED):
        (line,) = [line for line in text.splitlines() if f'"{key}"' in line]
        assert f'ValueName: "{NAME}"' in line
        assert "uninsdeletevalue" in line
        assert "dontcreatekey" in line


def test_the_windows_installer_takes_its_files_from_where_they_are() -> None:
    text = WINDOWS.read_text(encoding="utf-8")
    for name in ("LicenseFile", "SetupIconFile"):
        (place,) = re.findall(rf"^{name}=(.+)$", text, re.MULTILINE)
        assert (WINDOWS.parent / place.replace("\\", "/")).is_file()


def test_macos_is_told_of_shared_files_and_of_nothing_it_does_not_use() -> None:
    info = runpy.run_path(str(MACOS / "plist.py"))["info"]
    keys = info(APP_ID, "1.2.3", ENDING, MEDIA_TYPE)
    assert plistlib.loads(plistlib.dumps(keys)) == keys
    (kind,) = keys["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["supple"]
    assert keys["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert not [key for key in keys if key.endswith("UsageDescription")]


def test_macos_entitlements_can_be_read() -> None:
    rights = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert list(rights) == ["com.apple.security.cs.allow-unsigned-executable-memory"]


def test_what_nobody_tried_says_so() -> None:
    for recipe in (FLATPAK, WINDOWS, MACOS / "plist.py"):
        assert "Untried" in recipe.read_text(encoding="utf-8")[:200], recipe
