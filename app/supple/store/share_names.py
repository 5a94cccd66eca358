"""The names that may stand in a ``.supple`` file, and what is wrong with any other."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from supple.core.format_fields import ID_LENGTH

HEAD: Final = "supple.json"
ROUTINES: Final = "routines.json"
FIGURES: Final = "figures/"
_PICTURE: Final = re.compile(r"figures/(own-[a-z0-9]+(?:-[a-z0-9]+)*)\.(json|png|jpg)")
_ARCHIVES: Final = (".zip", ".supple", ".7z", ".rar", ".gz", ".tar", ".xz", ".bz2", ".jar")
_REFUSED: Final = "Such a file is not opened. Ask its sender for a sound one."


class Kind(StrEnum):
    """What an entry is, by its name."""

    HEAD = "head"
    ROUTINES = "routines"
    DRAWN = "drawn"
    IMAGE = "image"
    NOTHING = "nothing"
    """A folder's own entry, or what a Mac adds; it is never unpacked."""


class Name(NamedTuple):
    """An entry's name, understood."""

    kind: Kind
    id: str = ""
    """Of a picture."""
    ending: str = ""


class Refusal(NamedTuple):
    """Why a name may not stand there, and how to mend it."""

    what: str
    mend: str


def read_name(name: str) -> Name | Refusal:
    """What the entry ``name`` is."""
    if name == HEAD:
        return Name(Kind.HEAD)
    if name == ROUTINES:
        return Name(Kind.ROUTINES)
    if match := _PICTURE.fullmatch(name):
        if len(match[1]) > ID_LENGTH:
            return Refusal("The name is too long.", f"{ID_LENGTH} characters are the most.")
        return Name(Kind.DRAWN if match[2] == "json" else Kind.IMAGE, match[1], match[2])
    if name == FIGURES or _is_of_a_mac(name):
        return Name(Kind.NOTHING)
    return _hostile(name) or _mistaken(name)


def _is_of_a_mac(name: str) -> bool:
    plain = name.isprintable() and "\\" not in name and ".." not in name.split("/")
    return plain and (name.startswith("__MACOSX/") or name in (".DS_Store", "figures/.DS_Store"))


def _hostile(name: str) -> Refusal | None:
    """A name that would lead out of the folder it is unpacked into, somewhere."""
    if "\\" in name:
        return Refusal("The name has a backslash.", "Zip it anew with plain names.")
    if name.startswith("/"):
        return Refusal("The name begins with a slash, so it leads out of the archive.", _REFUSED)
    if re.match(r"[A-Za-z]:", name):
        return Refusal("The name begins with a drive, so it leads out of the archive.", _REFUSED)
    if ".." in name.split("/"):
        return Refusal("The name leads out of the archive.", _REFUSED)
    if not (name.isascii() and name.isprintable()):
        return Refusal(
            "The name has signs that cannot stand in one.",
            "Use small letters, digits and hyphens only.",
        )
    return None


def _mistaken(name: str) -> Refusal:
    """A harmless name that is not one of ours."""
    folder, _, file = name.rpartition("/")
    if name.lower().endswith(_ARCHIVES):
        return Refusal("This is an archive inside the archive.", "Put its files here instead.")
    if file in (HEAD, ROUTINES) or (folder.endswith("/figures") and file) or not file:
        mend = "Zip the files themselves, not the folder that they are in."
        return Refusal("This stands in a folder.", mend)
    if name != name.lower() and isinstance(read_name(name.lower()), Name):
        return Refusal("The name has capital letters.", f"Rename it to {name.lower()}.")
    if folder == "figures":
        return _mistaken_picture(file)
    mend = "A shared file holds supple.json, routines.json and pictures in figures/ only."
    if file.endswith((".png", ".jpg", ".jpeg")):
        mend = "Pictures stand in the folder figures."
    return Refusal("This does not belong in a shared file.", mend)


def _mistaken_picture(file: str) -> Refusal:
    stem, _, ending = file.lower().rpartition(".")
    if ending in ("jpeg", "jpe", "jfif"):
        return Refusal("A picture ends in .jpg here.", f"Rename it to {stem}.jpg.")
    if ending not in ("json", "png", "jpg"):
        mend = "Save the picture as PNG or JPEG."
        return Refusal("A picture ends in .png, .jpg or .json.", mend)
    if not stem.startswith("own-"):
        mend = "Begin it with own-, and name it so in the stretch as well."
        return Refusal("The name of a picture begins with own-.", mend)
    mend = "Use small letters, digits and single hyphens: own-my-picture."
    return Refusal("The name has signs that cannot stand in an id.", mend)
