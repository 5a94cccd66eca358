from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from supple.ui.files import FileAsker


@pytest.fixture
def chosen() -> list[str]:
    return []


@pytest.fixture
def asker(host: QWidget) -> Iterator[FileAsker]:
    yield FileAsker(native=False)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def opened(host: QWidget) -> QFileDialog:
    (dialog,) = host.findChildren(QFileDialog)
    assert dialog.isVisible()
    return dialog


def test_a_file_to_write_gets_the_ending_it_lacks(
    asker: FileAsker, host: QWidget, tmp_path: Path, chosen: list[str]
) -> None:
    asker.save(host, "Export", "Supple history.csv", "Spreadsheet (*.csv)", chosen.append)
    dialog = opened(host)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]).name == "Supple history.csv"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine")
    dialog.accept()
    assert [Path(path) for path in chosen] == [tmp_path / "mine.csv"]


def test_another_kind_of_file_changes_the_ending(
    asker: FileAsker, host: QWidget, tmp_path: Path, chosen: list[str]
) -> None:
    kinds = "MP3 (*.mp3);;WAV (*.wav);;All files (*)"
    asker.save(host, "Save as sound", "desk-break.mp3", kinds, chosen.append)
    dialog = opened(host)
    dialog.setDirectory(str(tmp_path))
    for kind, name in (("WAV (*.wav)", "desk-break.wav"), ("All files (*)", "desk-break.wav")):
        dialog.filterSelected.emit(kind)
        assert Path(dialog.selectedFiles()[0]).name == name
    dialog.accept()
    assert [Path(path) for path in chosen] == [tmp_path / "desk-break.wav"]


def test_a_file_to_read_has_to_be_there(
    asker: FileAsker, host: QWidget, tmp_path: Path, chosen: list[str]
) -> None:
    (tmp_path / "old.json").write_text("{}")
    asker.open(host, "Import", "History (*.json)", chosen.append)
    dialog = opened(host)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.selectFile(str(tmp_path / "old.json"))
    dialog.accept()
    assert [Path(path) for path in chosen] == [tmp_path / "old.json"]


def test_the_next_file_is_looked_for_where_the_last_one_was(
    asker: FileAsker, host: QWidget, tmp_path: Path, chosen: list[str]
) -> None:
    folders = {title: tmp_path / title for title in ("Use a picture", "Import")}
    for title, folder in folders.items():
        folder.mkdir()
        file = folder / "one.png"
        file.write_bytes(b"")
        asker.open(host, title, "Pictures (*.png)", chosen.append)
        # Typed, without a step into the folder.
        opened(host).selectFile(str(file))
        opened(host).accept()
        assert Path(chosen.pop()) == file
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for title, folder in folders.items():
        asker.open(host, title, "Pictures (*.png)", chosen.append)
        assert Path(opened(host).directory().path()) == folder
        opened(host).close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_names_proposed_can_be_read(asker: FileAsker, host: QWidget) -> None:
    asker.open(host, "Import", "History (*.json)", print)
    (line,) = opened(host).findChildren(QLineEdit, "fileNameEdit")
    assert "palette(base)" in line.completer().popup().styleSheet()


def test_a_folder_is_looked_for_where_the_last_one_is(
    asker: FileAsker, host: QWidget, tmp_path: Path, chosen: list[str]
) -> None:
    asker.folder(host, "Share", str(tmp_path), chosen.append)
    dialog = opened(host)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    assert Path(dialog.directory().path()) == tmp_path
    dialog.selectFile(str(tmp_path))
    dialog.accept()
    assert [Path(path) for path in chosen] == [tmp_path]


def test_a_folder_that_is_gone_is_no_name_for_another(
    asker: FileAsker, host: QWidget, tmp_path: Path, chosen: list[str]
) -> None:
    asker.folder(host, "Share", str(tmp_path / "gone"), chosen.append)
    dialog = opened(host)
    assert "gone" not in {Path(path).name for path in dialog.selectedFiles()}
    dialog.close()


def test_a_dialog_that_is_closed_chooses_nothing(
    asker: FileAsker, host: QWidget, chosen: list[str]
) -> None:
    asker.open(host, "Import", "History (*.json)", chosen.append)
    dialog = opened(host)
    dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert chosen == []
    assert host.findChildren(QFileDialog) == []
