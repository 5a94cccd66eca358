"""One Supple for a profile: a second start hands over what it was asked for, and leaves."""

from __future__ import annotations

from supple.core.problem import UserError
from supple.store.lock import Life, Runs
from supple.store.paths import Paths

TRIES = 5
"""Times the mark is taken, when others look at it in the same instant."""
STARTING_S = 3.0
"""How long a first Supple that is still starting is waited for."""


def be_alone(paths: Paths) -> Runs | None:
    """Mark ``paths`` as open, for as long as this process lives or until released.

    Two voices and two timers in one room help nobody: None when another process has them open.
    A folder that cannot be written is told of later; it does not stop anybody.
    """
    runs = Runs(paths.runs_dir)
    for _ in range(TRIES):
        # Take it, then ask why not: of two starts in one instant only one takes it.
        if runs.take("window"):
            break
        match runs.life("window"):
            case Life.ALIVE:
                return None
            case Life.UNKNOWN:
                break
        # It was free again at the second look: who only looked had it for a moment.
    return runs


def is_open(paths: Paths) -> bool:
    """Whether a Supple has ``paths`` open."""
    return Runs(paths.runs_dir).life("window") is Life.ALIVE


def hand_over(paths: Paths, *words: str) -> str:
    """Tell the Supple that has ``paths`` open what is wished, and return its answer.

    Raises UserError when it does not hear, or does not answer.
    """
    from supple.desk.single_instance import (
        NoAnswer,
        NobodyHome,
        Wish,
        activation_token,
    )
    from supple.desk.single_instance import hand_over as tell

    home_s = STARTING_S if is_open(paths) else 0.0
    try:
        return tell(paths.runs_dir, Wish(words, activation_token()), home_s=home_s)
    except NobodyHome:
        raise UserError(
            "Supple is not running. Start it first, or use its --profile."
            if not home_s
            else "Supple is open already, but it does not listen. Close its window first, "
            "or use another folder with --profile."
        ) from None
    except NoAnswer:
        raise UserError(
            "Supple is open already, but it does not answer. Close its window first."
        ) from None
    except ValueError as error:
        raise UserError(f"That cannot be handed over: {error}.") from None
