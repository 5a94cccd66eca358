"""What the pages wish for with stretches and routines of one's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class OwnDoor(QObject):
    """Carries wishes out. Light: nothing of what fulfils them is loaded with it."""

    new_asked = Signal()
    """A routine is to be made."""
    edit_asked = Signal(str)
    """Id of a routine of one's own."""
    copy_asked = Signal(str)
    """Id of any routine: a copy of it becomes one's own."""
    delete_asked = Signal(str)
    """Id of a routine of one's own."""
    share_asked = Signal(object)
    """A tuple of ids, of routines and stretches, that go into one file."""
    take_in_asked = Signal()
    """A shared file is to be chosen."""
    file_dropped = Signal(str)
    """The path of a shared file."""
    print_asked = Signal(str)
    """Id of a routine."""
    sound_asked = Signal(str)
    """Id of a routine."""
    stretch_new_asked = Signal()
    stretch_edit_asked = Signal(str)
    """Id of a stretch of one's own."""
    stretch_copy_asked = Signal(str)
    """Id of any stretch."""
    stretch_delete_asked = Signal(str)
    """Id of a stretch of one's own."""
