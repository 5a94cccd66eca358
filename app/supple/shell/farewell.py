"""Leaving without a question, as at log-out: what is under way is kept as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supple.core.command import Command

if TYPE_CHECKING:
    from supple.shell.guidance import Guidance


def keep_all(guidance: Guidance) -> None:
    """End a session as stopped, with all that was held, and keep what was answered so far."""
    guidance.first_run.keep_grave()
    if "editor" in vars(guidance):
        guidance.editor.keep_now()
    if "stretches" in vars(guidance):
        guidance.stretches.keep_now()
    parts = guidance.parts
    if guidance.conductor.is_summed_up:
        rating = parts.page.summary.rating()
        parts.recorder.rate(pain_after=rating.pain, note=rating.note)
    parts.player.command(Command.STOP)
    # Who called off the log-out is spoken to again in the next session.
    parts.voice.hush()
