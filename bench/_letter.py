"""A window with a field to type into, or one that fills the screen. Not a bench of its own.

``_letter.py FILE`` keeps what is typed in FILE; ``_letter.py`` is the film.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

app = QApplication(["letter"])
field = QPlainTextEdit()
if len(sys.argv) > 1:
    kept = Path(sys.argv[1])
    kept.write_text("", encoding="utf-8")
    field.textChanged.connect(lambda: kept.write_text(field.toPlainText(), encoding="utf-8"))
    field.setWindowTitle("Letter")
    field.resize(700, 400)
    field.show()
else:
    field.setWindowTitle("Film")
    field.showFullScreen()
sys.exit(app.exec())
