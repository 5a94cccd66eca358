"""The documents and studies the program follows.

Every figure told here is taken from the module that uses it, so that the page cannot say one
thing and the program do another. Documents are told in our own words.
"""

from __future__ import annotations

from dataclasses import dataclass

from supple.core import labels
from supple.core.dose import GOAL_MIN
from supple.core.flexibility import LEAST_CHANGE_DEG
from supple.core.routine import Source

BACK_PAIN = "000_7f21001406c7506c"
HOSPITAL = "001_5fe7733dc174ca87"
TEST_FIRST = "002_4fb97aa4aad63d57"
FOUR = "003_4a28cb51ab44727d"
LIGHT = "004_b88731884714baa3"


@dataclass(frozen=True, slots=True)
class Document:
    """One of the documents the stretches and rules were taken from."""

    id: str
    kind: str
    """What sort of document it is, in a few words."""
    asks: tuple[str, ...]
    """What it asks for, a sentence each."""
    used: str
    """What in the program follows it."""

    @property
    def title(self) -> str:
        """Its name, as everywhere in the program."""
        return title_of(self.id)


@dataclass(frozen=True, slots=True)
class Study:
    """A published study behind a figure, or one that bounds a claim."""

    id: str
    title: str
    where: str
    """Authors, journal and year."""
    link: str
    says: str
    limits: str
    """How far it goes."""
    used: str
    """What in the program rests on it."""


def title_of(source: str) -> str:
    """The name of a document, of a study or of general practice, as it is shown."""
    study = STUDIES_BY_ID.get(source)
    return study.where if study is not None else labels.source(Source(source))


def titles_of(sources: tuple[str, ...]) -> str:
    """Several names in a row."""
    return "; ".join(title_of(source) for source in sources)


INTRO = (
    "Stretches, numbers and rules come from five documents, told here in our words. None of "
    "them is a study: those have a tab of their own. "
    "It is guidance, and no substitute for somebody who knows your back."
)
STUDIES_INTRO = (
    "Published studies stand behind some figures, and keep what is promised small. "
    "Supple never goes online by itself: copy a link to read one in your browser."
)
DOCUMENTS: tuple[Document, ...] = (
    Document(
        BACK_PAIN,
        "A web page about exercises for the back",
        (
            "One stretch lying down, a strap round the foot, the other knee bent.",
            "Hold 30 s, then point and flex the foot 10 times in the hold; each leg, once a day.",
            "The pull may be moderate to intense. More back pain, numbness or tingling: stop.",
            "It names the hip flexors as the other muscles that are often tight.",
        ),
        "The routine Back-care pair, counted repetitions inside a hold, and the stop signs.",
    ),
    Document(
        HOSPITAL,
        "A hospital's web page",
        (
            "15 to 30 s, 2 to 3 times, in 3 to 4 sessions a week, or 30 s every day.",
            "Begin with 15 s twice a week, go to 20 s three times, then to 30 s.",
            "Warm up for 5 to 10 minutes, on a mat that does not slip, undisturbed.",
            "Severe disc trouble, an unstable spine, an old injury or severe pain: ask first.",
            "Expect a change after about 4 to 6 weeks.",
        ),
        "The plan, most seated, standing and moving stretches, the warm-up, the place "
        "checklist and the safety questions.",
    ),
    Document(
        TEST_FIRST,
        "A web page by a doctor of physical therapy",
        (
            "Raise one straight leg lying down. About 80° means it is not tight.",
            "Not tight: stretching is unlikely to help. At 50° to 60° it could help a good deal.",
            "Two stretches to try then: lying with a strap, and seated with one heel out.",
            "Lean from the hips and keep the back long. Reaching the toes is not the goal.",
        ),
        "The check of your legs, what is offered after it, and the routine Tested tight.",
    ),
    Document(
        FOUR,
        "A short web page",
        (
            "Four stretches, from hard to easy: standing, on two chairs, with a towel, at a wall.",
            "30 to 60 s each, twice a day, best on rising and before bed.",
            "Only a small pull. Never strain for the toes.",
            "Standing is not for a slipped disc or a slipped vertebra. The wall is the gentlest.",
        ),
        "The routine Gentle ladder, levels of difficulty, and who leaves the standing fold out.",
    ),
    Document(
        LIGHT,
        "An answer to a reader's letter",
        (
            "A light pull, taken up slowly and held long, does more than a hard one.",
            "It finds hamstring stretches right for nearly everybody with a sore low back.",
            "It gives no seconds. The letter it answers speaks of twice a day.",
        ),
        "The routine Slow and light, and a voice that never hurries you into a stretch.",
    ),
)
STUDIES: tuple[Study, ...] = (
    Study(
        "ingram-2025",
        "How much static stretching makes people more flexible",
        "Ingram and others, Sports Medicine 2025",
        "https://doi.org/10.1007/s40279-024-02143-9",
        "Over 189 studies with 6,654 adults, flexibility gained most up to about 4 minutes in "
        f"one session and {GOAL_MIN:.0f} minutes a week. How often a week, and how hard, made no "
        "clear difference.",
        "Mostly young adults, and about reach, not about pain.",
        f"The {GOAL_MIN:.0f} minutes a week for each muscle in History.",
    ),
    Study(
        "gou-2024",
        "Hamstring stretching and low back pain",
        "Gou and others, SAGE Open Medicine 2024",
        "https://doi.org/10.1177/20503121241252251",
        "Over 14 trials with 735 people, those who stretched their hamstrings had less pain "
        "after it, by a moderate amount on average.",
        "The trials differ a great deal, and in the most cautious reading little is left of it. "
        "The Liv Hospital guide points to such a review of 2024 (PubMed 39086556).",
        "Pain is asked before and after, and its trend is shown without a promise.",
    ),
    Study(
        "hori-2019",
        "Are hamstrings tighter in people whose back hurts?",
        "Hori and others, Physiotherapy Theory and Practice 2019",
        "https://doi.org/10.1080/09593985.2019.1639868",
        "Over 17 studies people with low back pain had less room in the leg raise, but the "
        "evidence was of very low quality.",
        "Nobody can say from it that tight hamstrings are what makes a back hurt.",
        "The words may help, and the check before the stretch.",
    ),
    Study(
        "phone-2024",
        "How exact a leg raise is read with a phone",
        "Journal of Bodywork and Movement Therapies 2024",
        "https://doi.org/10.1016/j.jbmt.2024.05.033",
        f"Two readings by one person have to differ by {LEAST_CHANGE_DEG:g}° to mean anything, "
        "by two persons 10.2°.",
        "36 young adults, whose leg somebody else raised. Reading your own is likely rougher.",
        f"No change under {LEAST_CHANGE_DEG:g}° is called a change.",
    ),
    Study(
        "waongenngarm-2021",
        "Getting up, and new back pain at the desk",
        "Waongenngarm and others, Scandinavian Journal of Work, Environment and Health 2021",
        "https://doi.org/10.5271/sjweh.3949",
        "Of 193 people at desks, 9 in 100 of those who took active breaks got new low back pain "
        "within six months, and 33 in 100 of those who did not.",
        "One trial, and about breaks, not about stretching.",
        "The routine Up and moving, and the advice to get up more often.",
    ),
)
STUDIES_BY_ID = {study.id: study for study in STUDIES}
PRACTICE_TEXT = (
    "Where the documents are silent, Supple does what physiotherapists commonly do and says so: "
    "how the hip flexor stretch is done, most warning signs in the safety questions, and when "
    "the plan steps back. That whoever has a replaced joint is to ask first is a caution of our "
    "own, from no source."
)
