from __future__ import annotations

from supple.shell.editor_shots import EDITORS
from supple.shell.studio import Studio
from supple.ui.editor.page import EditorPage
from supple.ui.editor.picker import Picker
from supple.ui.unsaved import UnsavedDialog


def page_in(studio: Studio, name: str) -> EditorPage:
    studio._open()
    studio.window.show()
    EDITORS[name](studio)
    studio.settle()
    page = studio.window.pages.inside
    assert isinstance(page, EditorPage)
    return page


def test_the_editor_has_rows_and_a_change(studio: Studio) -> None:
    page = page_in(studio, "07-routine-editor")
    assert len(page.list.rows) == 6
    assert page.has_changes


def test_a_row_is_carried(studio: Studio) -> None:
    page = page_in(studio, "07b-editor-lifted")
    assert page.list.carries
    page.list.drop()


def test_three_are_chosen(studio: Studio) -> None:
    page_in(studio, "07c-editor-picker")
    (picker,) = studio.window.findChildren(Picker)
    assert len(picker.chosen) == 3


def test_a_row_is_open_and_one_outside_its_range(studio: Studio) -> None:
    page = page_in(studio, "07d-editor-opened")
    assert page.list.rows[0].extras is not None
    assert "Outside" in page.list.rows[1].view.note


def test_what_can_be_wrong_is(studio: Studio) -> None:
    page = page_in(studio, "07e-editor-wrong")
    assert not page.foot.save.isEnabled()
    assert any(row.view.missing for row in page.list.rows)


def test_leaving_is_asked_about(studio: Studio) -> None:
    page_in(studio, "07f-editor-leaving")
    assert studio.window.findChildren(UnsavedDialog)


def test_an_empty_one_has_no_rows(studio: Studio) -> None:
    assert page_in(studio, "07g-editor-empty").list.rows == []
