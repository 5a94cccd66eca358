"""The parts of the running program, built once."""

from __future__ import annotations

from dataclasses import dataclass

from supple.desk.keep_awake import KeepAwake
from supple.play.player import Player
from supple.shell.narrator import Narrator
from supple.shell.pages import Pages
from supple.store.recorder import Recorder
from supple.ui.session.page import SessionPage
from supple.ui.window import MainWindow
from supple.voice.port import Voice


@dataclass
class Parts:
    """Who takes part; ``wiring`` says who hears whom."""

    window: MainWindow
    page: SessionPage
    pages: Pages
    player: Player
    voice: Voice
    recorder: Recorder
    keep_awake: KeepAwake
    narrator: Narrator
