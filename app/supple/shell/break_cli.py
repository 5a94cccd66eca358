"""``supple break now | snooze | skip | status``: asks the Supple that runs. Needs no Qt."""

from __future__ import annotations

from supple.shell.handing_over import hand_over
from supple.shell.options import FINE, MENDABLE, Options
from supple.store.paths import Paths

NOTHING_DONE = ("No break begins", "No break to ")
"""How an answer starts that says that the wish was not carried out."""


def run(options: Options) -> int:
    """Print what it answers. Raises UserError when none runs or it does not answer."""
    answer = hand_over(Paths.of(options.profile), "break", options.action)
    print(answer)
    return MENDABLE if answer.startswith(NOTHING_DONE) else FINE
