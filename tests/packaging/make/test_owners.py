from __future__ import annotations

from pathlib import Path

import licences
import owners
from licences import Part


def bundle(folder: Path, *parts: Part) -> Path:
    (folder / "_internal/lib").mkdir(parents=True)
    (folder / "_internal/lib/a.so").touch()
    licences.collect(parts, folder / "licences")
    return folder


def text(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_the_program_comes_first_with_its_licence(tmp_path: Path) -> None:
    told = owners.machine_readable(bundle(tmp_path / "b"), "usr/lib/supple", "Free.\n\nReally.\n")
    first, second = told.split("\n\n")
    assert first == f"Format: {owners.FORMAT}\nUpstream-Name: Supple"
    assert second == (
        "Files: *\nCopyright: 2026 The Supple authors\nLicense: Expat\n Free.\n .\n Really.\n"
    )


def test_each_part_has_its_files_and_holders_and_text(tmp_path: Path) -> None:
    licence = text(tmp_path, "LICENSE", "MIT\n\nCopyright (c) 2019 Ada\nCopyright 2020 Bob\n")
    files = ("_internal/lib/*", "_internal/not_there.py")
    folder = bundle(tmp_path / "b", Part("thing", "1.2", "MIT", (licence,), files))
    told = owners.machine_readable(folder, "usr/lib/supple", "x").split("\n\n")[2]
    assert told.splitlines() == [
        "Files: usr/lib/supple/_internal/lib/*",
        " usr/lib/supple/licences/thing/*",
        "Copyright: (c) 2019 Ada",
        " 2020 Bob",
        "License: MIT",
        " thing 1.2",
        " .",
        " MIT",
        " .",
        " Copyright (c) 2019 Ada",
        " Copyright 2020 Bob",
    ]


def test_texts_that_every_debian_has_are_only_named(tmp_path: Path) -> None:
    gpl = text(tmp_path, "GPL-3.txt", "Copyright (C) 2007 Free Software Foundation\n" * 3)
    folder = bundle(tmp_path / "b", Part("voice", "1", "GPL-3.0-or-later (a voice)", (gpl,)))
    told = owners.machine_readable(folder, "usr/lib/supple", "x").split("\n\n")[2]
    assert "Copyright: the authors of voice\nLicense: GPL-3.0-or-later\n" in told
    assert told.rstrip().endswith("The text is in /usr/share/common-licenses/GPL-3.")


def test_a_licence_without_a_name_is_called_by_its_part(tmp_path: Path) -> None:
    licence = text(tmp_path, "copyright", "(c) 1999 Eve")
    folder = bundle(tmp_path / "b", Part("libx 11", "1", "see the text", (licence,)))
    told = owners.machine_readable(folder, "usr/lib/supple", "x")
    assert "License: libx-11-licence\n" in told


def test_whose_a_licence_is_written_by_does_not_own_the_part(tmp_path: Path) -> None:
    licence = text(
        tmp_path,
        "LICENSE",
        "\n Copyright (C) 2007 A Foundation\n Everyone is permitted to copy\n\n© 2011 Zoë\n"
        "Copyright: Copyright (c) 1999 Eve\n",
    )
    assert owners.holders([licence]) == ["© 2011 Zoë", "(c) 1999 Eve"]


def test_a_name_with_a_space_is_one_pattern(tmp_path: Path) -> None:
    licence = text(tmp_path, "LICENSE", "(c) 2020 Ivy")
    folder = bundle(tmp_path / "b", Part("Nice icons", "", "ISC", (licence,)))
    told = owners.machine_readable(folder, "usr/lib/supple", "x")
    assert "Files: usr/lib/supple/licences/Nice?icons/*\n" in told
