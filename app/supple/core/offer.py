"""A routine that is offered: what is shown of it, and why it is offered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from supple.core import labels
from supple.core.choice import PRACTICE, Choice
from supple.core.outline import has_red_caution, stretches_of
from supple.core.routine import Catalogue, Source


@dataclass(frozen=True, slots=True)
class Offer:
    """A routine to start."""

    routine: str
    """Id."""
    name: str
    summary: str
    why: str
    """The reason it is offered, in a few words or a sentence."""
    source: str
    """What the reason rests on, such as ``Test-first guide``."""
    minutes: str
    """Such as ``4 min``."""
    place: str
    """Such as ``On your chair``; "" when nothing is known."""
    equipment: str
    """Such as ``Mat, strap``; "" for none."""
    figure: str
    """Id of the picture."""
    read_first: bool = False
    """True when one of its stretches has a red caution."""
    document: str = ""
    """Id of what the reason rests on."""

    @property
    def detail(self) -> str:
        """Such as ``4 min, on your chair``."""
        where = self.place[:1].lower() + self.place[1:]
        return f"{self.minutes}, {where}" if where else self.minutes


def offer_of(choice: Choice, catalogue: Catalogue, durations: Mapping[str, float]) -> Offer:
    """A choice with all that is shown of it. Raises KeyError when it is not in the catalogue."""
    routine = catalogue.routines[choice.routine]
    parts = stretches_of(routine, catalogue)
    return Offer(
        routine=routine.id,
        name=routine.name,
        summary=routine.summary,
        why=choice.why,
        source=labels.source(Source(choice.source)),
        minutes=labels.minutes(durations.get(routine.id, 0.0)),
        place=labels.place([part.position for part in parts]) if parts else "",
        equipment=labels.equipment([e for part in parts for e in part.equipment]),
        figure=parts[0].figure if parts else "",
        read_first=any(has_red_caution(part) for part in parts),
        document=choice.source,
    )


def offers_of(
    choices: Sequence[Choice],
    catalogue: Catalogue,
    durations: Mapping[str, float],
    own: Collection[str],
    *,
    answered: bool,
) -> tuple[Offer, ...]:
    """``choices`` with all that is shown of them, but for those that are not in the catalogue.

    ``durations``: seconds by routine id; ``own``: ids of the person's own; ``answered``: whether
    the safety questions were, so that nothing needs reading first.
    """
    known = (choice for choice in choices if choice.routine in catalogue.routines)
    offers = [offer_of(choice, catalogue, durations) for choice in known]
    # What somebody wrote of their own accord rests on nothing that could be named.
    bare = {o.routine for o in offers if o.routine in own and o.document == PRACTICE}
    offers = [replace(o, source="", document="") if o.routine in bare else o for o in offers]
    return tuple(replace(offer, read_first=offer.read_first and not answered) for offer in offers)
