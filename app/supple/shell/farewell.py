"""Leaving without a question, as at log-out: what is under way is kept as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.core.command import Command
from supple.shell.each import each

if TYPE_CHECKING:
    from supple.shell.guidance import Guidance


def keep_all(guidance: Guidance) -> None:
    """End a session as stopped, with all that was held, and keep what was answered so far."""
    parts, built = guidance.parts, vars(guidance)
    each(
        guidance.first_run.keep_grave,
        *([guidance.editor.keep_now] if "editor" in built else ()),
        *([guidance.stretches.keep_now] if "stretches" in built else ()),
        lambda: _keep_rating(guidance),
        lambda: parts.player.command(Command.STOP),
        # Who called off the log-out is spoken to again in the next session.
        parts.voice.hush,
    )


def _keep_rating(guidance: Guidance) -> None:
    if guidance.conductor.is_summed_up:
        rating = guidance.parts.page.summary.rating()
        guidance.parts.recorder.rate(pain_after=rating.pain, note=rating.note)
