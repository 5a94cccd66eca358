"""Hands on the editor of routines, for the tests of the desk behind it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from supple.shell.editor_desk import EditorDesk
from supple.ui.widgets.banner import Banner
from supple.ui.widgets.button import Button


class Editing:
    """A bench with hands on its editor."""

    def __init__(self, bench: Any) -> None:
        self.bench = bench
        self.window = bench.program.window
        self.desk: EditorDesk = bench.guidance.editor
        self.folder: Path = bench.deps.paths.routines_dir
        self.drafts: Path = bench.deps.paths.drafts_dir

    @property
    def page(self) -> Any:
        return self.window.pages.inside

    def make(self, name: str = "Mine", *stretches: str) -> str:
        """Make and save a routine; its id."""
        self.window.own.new_asked.emit()
        self.page._on_name(name)
        self.page.add(stretches or ("one", "two"))
        self.page.save()
        assert not self.page.has_changes
        return self.desk._id

    def text(self, id_: str) -> Any:
        content = json.loads((self.folder / f"{id_}.json").read_text())
        return content["routines"][0]

    def change_outside(self, id_: str, **changes: object) -> None:
        path = self.folder / f"{id_}.json"
        content = json.loads(path.read_text())
        content["routines"][0].update(changes)
        path.write_text(json.dumps(content))
        self.bench.guidance.library.reload()

    def told(self) -> str:
        banners = self.page.findChildren(Banner)
        return " ".join(b.accessibleName() for b in banners if not b.isHidden())

    def press(self, text: str) -> None:
        (button,) = [
            b
            for b in self.window.findChildren(Button)
            if b.text() == text and b.isVisibleTo(self.window)
        ]
        button.click()
