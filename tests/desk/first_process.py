"""A first process with a door, for tests that hand wishes over and kill it.

Usage: first_process.py FOLDER. Says "open" (or why not) and every wish it hears.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from supple.desk.single_instance import Door, Wish


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201


def heard(wish: Wish) -> str:
    say(" ".join(wish.words))
    return f"heard {' '.join(wish.words)}\nfrom {wish.token or 'nobody'}"


app = QCoreApplication([])
door = Door(Path(sys.argv[1]))
say(door.open(heard) or "open")
app.exec()
