"""``supple break now | snooze | skip | status``: asks the Supple that runs. Needs no Qt."""

from __future__ import annotations

from supple.shell.handing_over import hand_over
from supple.shell.options import FINE, Options
from supple.store.paths import Paths


def run(options: Options) -> int:
    """Print what it answers. Raises UserError when none runs or it does not answer."""
    print(hand_over(Paths.of(options.profile), "break", options.action))
    return FINE
