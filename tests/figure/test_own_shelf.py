from __future__ import annotations

from collections.abc import Mapping

import pytest

from supple.core.problem import UserError
from supple.figure.own_shelf import OwnShelf


class Folder:
    """Files in memory."""

    def __init__(self, **content: bytes) -> None:
        self.content = {name.replace("__", "."): data for name, data in content.items()}
        self.content = {name.replace("_", "-"): data for name, data in self.content.items()}
        self.stamp = 1
        self.broken = False
        self.listed = 0

    def files(self) -> Mapping[str, str]:
        self.listed += 1
        if self.broken:
            raise PermissionError("the folder")
        return dict.fromkeys(self.content, str(self.stamp))

    def read(self, file_name: str) -> bytes:
        return self.content[file_name]


def test_files_are_listed_once_and_again_when_told() -> None:
    folder = Folder(own_calf__png=b"1", readme__txt=b"", march__json=b"{}")
    shelf = OwnShelf(folder)
    assert shelf.ids() == ("own-calf",)
    assert shelf.read("own-calf") == ("own-calf.png", b"1")
    assert folder.listed == 1
    folder.content["own-hip.json"] = b"{}"
    assert shelf.ids() == ("own-calf",)
    shelf.forget()
    assert shelf.ids() == ("own-calf", "own-hip")


def test_a_pose_goes_before_an_image_of_the_same_name() -> None:
    shelf = OwnShelf(Folder(own_calf__json=b"{}", own_calf__png=b"1"))
    assert shelf.read("own-calf") == ("own-calf.json", b"{}")


def test_the_version_follows_the_file() -> None:
    folder = Folder(own_calf__png=b"1")
    shelf = OwnShelf(folder)
    assert shelf.version("own-calf") == "1"
    folder.stamp = 2
    shelf.forget()
    assert shelf.version("own-calf") == "2"
    assert shelf.version("own-other") == ""


def test_what_is_lent_is_shown_before_it_is_saved() -> None:
    shelf = OwnShelf(Folder(own_calf__png=b"1"))
    assert shelf.lend("own-new.png", b"2") == "own-new"
    assert shelf.ids() == ("own-calf", "own-new")
    assert shelf.saved_ids() == ("own-calf",)
    assert shelf.read("own-new") == ("own-new.png", b"2")
    before = shelf.version("own-new")
    shelf.lend("own-new.png", b"3")
    assert shelf.version("own-new") != before
    shelf.unlend()
    assert shelf.read("own-new") is None


def test_only_names_of_own_figures_can_be_lent() -> None:
    with pytest.raises(UserError, match=r"\.\./x"):
        OwnShelf(None).lend("../x.png", b"")


def test_a_folder_that_cannot_be_listed_has_no_figures() -> None:
    folder = Folder(own_calf__png=b"1")
    folder.broken = True
    shelf = OwnShelf(folder)
    assert shelf.ids() == ()
    assert shelf.read("own-calf") is None


def test_there_may_be_no_folder_at_all() -> None:
    assert OwnShelf(None).ids() == ()
