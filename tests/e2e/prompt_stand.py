"""Two programs for the test of the prompt: a text field to type into, and the prompt itself.

``field`` prints the text after each key. ``prompt`` reads ``show``, ``hide`` and ``later`` (two
seconds go by) from its input and prints what becomes of them.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

READY_MS = 20


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def field(app: QApplication) -> None:
    line = QLineEdit()
    line.setWindowTitle("A letter")
    line.textChanged.connect(lambda text: say("text", text))
    app.focusChanged.connect(lambda _, now: say("focus", "here" if now is line else "gone"))
    line.move(20, 20)
    line.show()
    app.exec()


def prompt(app: QApplication) -> None:
    from supple.core.break_view import PromptView
    from supple.shell.resources import open_figures, read_resource
    from supple.ui.breaks.prompt import BreakPrompt
    from supple.ui.look import Look
    from supple.ui.picture import Pictures

    now = [1000.0]
    look = Look(read_resource)
    look.set_theme("light")
    shown = BreakPrompt(look, Pictures(look, open_figures()), lambda: now[0])
    shown.start_asked.connect(lambda id_: say("start", id_))
    shown.snooze_asked.connect(lambda minutes: say("snooze", minutes))
    shown.skip_asked.connect(lambda: say("skip"))
    app.setQuitOnLastWindowClosed(False)

    def on_screen() -> None:
        if shown.windowHandle().isExposed():
            wait.stop()
            say("shown")

    wait = QTimer()
    wait.timeout.connect(on_screen)

    def obey() -> None:
        words = os.read(0, 1000).decode().split()
        if not words:
            app.quit()
        for word in words:
            if word == "show":
                why = "You have been sitting for 52 minutes."
                view = PromptView("desk-break", "Desk break", "4 min", "", why, 5, 60, now[0] + 60)
                shown.show_prompt(view)
                wait.start(READY_MS)
            elif word == "hide":
                shown.withdraw()
                say("hidden")
            elif word == "later":
                now[0] += 2.0
                say("later")

    ear = QSocketNotifier(0, QSocketNotifier.Type.Read)
    ear.activated.connect(obey)
    say("ready")
    app.exec()


if __name__ == "__main__":
    {"field": field, "prompt": prompt}[sys.argv[1]](QApplication(["supple", "-style", "fusion"]))
