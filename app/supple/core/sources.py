"""The documents and studies the program follows, which rule each stands behind, and where they
do not agree.

Every figure told here is taken from the module that uses it, so that the page cannot say one
thing and the program do another. Documents are told in our own words.
"""

from __future__ import annotations

from dataclasses import dataclass

from supple.core import labels
from supple.core.dose import GOAL_MIN
from supple.core.flexibility import (
    CHECK_EVERY,
    LEAST_CHANGE_DEG,
    NOT_TIGHT_DEG,
    TIGHT_DEG,
    UNEVEN_DEG,
)
from supple.core.level import GAP, LEVELS, PAIN_STEP, WEEKS_PER_LEVEL
from supple.core.routine import Source
from supple.core.safety import ASK_AGAIN_AFTER, MUCH_PAIN, PLACE_CHECKLIST, QUESTIONS
from supple.core.stats import GOAL_DAYS
from supple.core.why import EXPECT_WEEKS, PRACTICE

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


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question the documents answer in different ways."""

    on: str
    answers: tuple[tuple[str, str], ...]
    """Pairs of a document's id, or a study's, and what it says."""
    here: str
    """What the program does about it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something the program does because a source asks for it."""

    number: int
    name: str
    says: str
    """What the program does, with its figures."""
    sources: tuple[str, ...]
    """Ids of documents and studies, or ``general practice``."""
    places: tuple[str, ...]
    """Where it is kept: ``module:name`` below ``supple``, or ``routine:id``."""


def title_of(source: str) -> str:
    """The name of a document, of a study or of general practice, as it is shown."""
    study = STUDIES_BY_ID.get(source)
    return study.where if study is not None else labels.source(Source(source))


def titles_of(sources: tuple[str, ...]) -> str:
    """Several names in a row."""
    return "; ".join(title_of(source) for source in sources)


def rules_of(source: str) -> tuple[Rule, ...]:
    """The rules that rest on a source, in their order."""
    return tuple(rule for rule in RULES if source in rule.sources)


_FIRST, _SECOND, _THIRD = LEVELS
INTRO = (
    "Stretches, numbers and rules come from five documents, told here in our words. None of "
    "them is a study: those have a tab of their own. "
    "It is guidance, and no substitute for somebody who knows your back."
)
STUDIES_INTRO = (
    "Published studies stand behind some figures, and keep what is promised small. "
    "Supple never goes online by itself: copy a link to read one in your browser."
)
DISAGREE_INTRO = (
    "The sources do not say the same. Here is where they part, and what Supple does about it."
)
RULES_INTRO = "What the program does because a source asks for it, with its figures."
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
        "Mostly young and healthy adults, and about reach, not about pain.",
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
    "the plan steps back."
)
DISAGREEMENTS: tuple[Disagreement, ...] = (
    Disagreement(
        "Who stretches?",
        (
            (TEST_FIRST, "Only who tested tight. The others gain little."),
            (LIGHT, "Nearly everybody with a sore low back."),
            (HOSPITAL, "Whoever finds a toe touch hard; it is one of its own tests."),
            ("hori-2019", "It is not clear that tight hamstrings come before a sore back."),
        ),
        f"Test first. Both legs at {NOT_TIGHT_DEG:.0f}° or more: hips and movement are offered, "
        f"not hamstrings. A leg under {TIGHT_DEG:.0f}°: the two stretches of the test. "
        "You can start anything else from the Library.",
    ),
    Disagreement(
        "How often?",
        (
            (BACK_PAIN, "Once a day."),
            (HOSPITAL, "3 to 4 times a week, or daily with 30 s."),
            (FOUR, "Twice a day, every day."),
            ("ingram-2025", "The minutes of a week count, not on how many days."),
        ),
        f"The plan begins with {_FIRST.days_a_week} days a week and goes to {_THIRD.days_a_week}. "
        f"Your goal can be {GOAL_DAYS.start} to {GOAL_DAYS.stop - 1} days, and a missed day "
        "costs nothing.",
    ),
    Disagreement(
        "How long is a hold?",
        (
            (HOSPITAL, "15 to 30 s."),
            (BACK_PAIN, "30 s."),
            (FOUR, "30 to 60 s."),
            (LIGHT, "Long, without a number."),
        ),
        f"The plan holds up to {_FIRST.hold_s:g} s at first, then {_SECOND.hold_s:g} s, then "
        "what each stretch asks for. It never leaves the range of a stretch's own source, and "
        "Slow and light holds a minute and more.",
    ),
    Disagreement(
        "How hard is the pull?",
        (
            (BACK_PAIN, "Moderate to intense."),
            (TEST_FIRST, "Gentle."),
            (FOUR, "Small."),
            (LIGHT, "Light, and slowly."),
            ("ingram-2025", "It made no clear difference."),
        ),
        "Gentle, nearly always: as harder gained nothing, there is no reason to hurt. Only the "
        "strap stretch of the first document speaks of a firm pull.",
    ),
    Disagreement(
        "Is there a warm-up?",
        (
            (HOSPITAL, "5 to 10 minutes."),
            (BACK_PAIN, "It has none for its one stretch."),
            (FOUR, "It has none for its four."),
        ),
        "The Full session warms up for 5 to 10 minutes. Short routines begin with their "
        "gentlest stretch instead.",
    ),
)
RULES: tuple[Rule, ...] = (
    Rule(
        1,
        "Length and number of holds",
        "Each stretch has a hold, a range and sets of its own, with the source beside it. "
        "A hold can be made longer or shorter while it runs.",
        (BACK_PAIN, HOSPITAL, FOUR),
        ("core.routine:Dose", "core.dosing:hold_for", "core.command:Command.LONGER"),
    ),
    Rule(
        2,
        "Both sides alike",
        "Every one-sided stretch changes legs, said and shown, with the same dose for both.",
        (BACK_PAIN, HOSPITAL, FOUR),
        ("core.routine:Sides.order", "core.step:StepKind.SWITCH", "core.cues:switch_lines"),
    ),
    Rule(
        3,
        "Counted repetitions",
        "Point and flex 10 times inside the hold; 10 to 15 steps or swings a leg.",
        (BACK_PAIN, HOSPITAL),
        ("core.routine:Reps.during_hold", "core.cues:reps_lines", "routine:back-care-pair"),
    ),
    Rule(
        4,
        "A goal for the week",
        f"{GOAL_DAYS.start} to {GOAL_DAYS.stop - 1} days or sessions a week, as you like.",
        (BACK_PAIN, HOSPITAL, FOUR, LIGHT),
        ("core.stats:GOAL_DAYS", "core.settings:Settings.weekly_goal_days", "core.goal:GoalCounts"),
    ),
    Rule(
        5,
        "A dose that grows",
        f"{_FIRST.days_a_week} days a week with {_FIRST.hold_s:g} s, then "
        f"{_SECOND.days_a_week} with {_SECOND.hold_s:g} s, then {_THIRD.days_a_week} and more "
        f"with the stretch's own; on after {WEEKS_PER_LEVEL} good weeks. A step back after "
        f"{GAP.days} days away, a hold let go early, or pain up by {PAIN_STEP}.",
        (HOSPITAL, PRACTICE),
        (
            "core.level:LEVELS",
            "core.level:WEEKS_PER_LEVEL",
            "core.level:GAP",
            "core.level:progress",
        ),
    ),
    Rule(
        6,
        "When to expect a change",
        f"After about {EXPECT_WEEKS[0]} to {EXPECT_WEEKS[1]} weeks of regular practice.",
        (HOSPITAL,),
        ("core.why:EXPECT_WEEKS", "core.why:TAKES_TIME"),
    ),
    Rule(
        7,
        "Test before you stretch",
        f"The leg raise: {NOT_TIGHT_DEG:.0f}° and more is not tight, under {TIGHT_DEG:.0f}° is "
        f"tight; the tighter leg decides, and is named from {UNEVEN_DEG:.0f}° on.",
        (TEST_FIRST,),
        ("core.flexibility:judge", "core.flexibility:NOT_TIGHT_DEG", "core.choice:choose"),
    ),
    Rule(
        8,
        "Two quicker tests",
        "Sit and reach, and the toe touch: hard, tight or a sharp pull means tight.",
        (HOSPITAL,),
        ("core.flexibility:feel_verdict", "core.assessment:Check"),
    ),
    Rule(
        9,
        "Each leg over time",
        f"Checked every {CHECK_EVERY.days // 7} weeks and drawn against {NOT_TIGHT_DEG:.0f}°. "
        f"Under {LEAST_CHANGE_DEG:g}° no change is claimed.",
        (TEST_FIRST, "phone-2024", PRACTICE),
        (
            "core.flexibility:CHECK_EVERY",
            "core.flexibility:LEAST_CHANGE_DEG",
            "core.angles:angle_points",
        ),
    ),
    Rule(
        10,
        "A warm-up before a full session",
        "5 to 10 minutes of marching, leg swings, light jogging and arm circles.",
        (HOSPITAL,),
        ("routine:full-session",),
    ),
    Rule(
        11,
        "The place",
        f"{labels.number(len(PLACE_CHECKLIST))} things to look at before the first session: mat, "
        "light, warmth, and peace.",
        (HOSPITAL,),
        ("core.safety:PLACE_CHECKLIST",),
    ),
    Rule(
        12,
        "Safety first",
        f"{len(QUESTIONS)} questions. Answers leave stretches out, or ask you to see somebody "
        f"first. Asked again after {ASK_AGAIN_AFTER.days // 30} months or a pain of "
        f"{MUCH_PAIN} or more.",
        (HOSPITAL, FOUR, PRACTICE),
        ("core.safety:QUESTIONS", "core.safety:ASK_AGAIN_AFTER", "core.permitted:permitted"),
    ),
    Rule(
        13,
        "Stop signs",
        "Something hurts stops at once, in every moment of a session.",
        (BACK_PAIN, HOSPITAL),
        ("core.command:Command.HURTS", "core.routine:Stretch.cautions"),
    ),
    Rule(
        14,
        "Mistakes",
        "Each stretch tells its own: no forcing, no bouncing, no locked knees, no round back.",
        (HOSPITAL, TEST_FIRST, FOUR),
        ("core.routine:Stretch.mistakes", "core.cues:hold_lines"),
    ),
    Rule(
        15,
        "Slow and light",
        "Time to get into every position, no countdown into a stretch, and one routine with "
        "holds of a minute.",
        (LIGHT,),
        ("core.cues:prepare_lines", "core.routine:Dose.prepare_s", "routine:slow-and-light"),
    ),
    Rule(
        16,
        "What fits the day",
        "Today offers what suits the hour: on rising, in a work break, before bed.",
        (HOSPITAL, FOUR),
        ("core.choice:Moment.occasion", "core.terms:OCCASIONS"),
    ),
    Rule(
        17,
        "Where you feel it",
        "Each stretch names its muscles, from most to least, and the figure shows them.",
        (BACK_PAIN,),
        ("core.routine:Stretch.focus", "core.routine:Stretch.feel"),
    ),
    Rule(
        18,
        "Why it works",
        "A panel with every stretch and routine: what it does, its sources, its limits.",
        (BACK_PAIN, HOSPITAL, TEST_FIRST, FOUR, LIGHT),
        ("core.why:about_stretch", "core.why:about_routine"),
    ),
    Rule(
        19,
        "Pain before and after",
        "0 to 10, as a trend, without a promise. More pain: the next session is gentler.",
        (HOSPITAL, "gou-2024"),
        ("core.pain:pain_line", "core.level:PAIN_STEP"),
    ),
    Rule(
        20,
        "What else belongs to it",
        "A stronger middle, posture and moving often: a note, not an exercise here.",
        (HOSPITAL, "waongenngarm-2021"),
        ("core.why:ALONGSIDE", "routine:up-and-moving"),
    ),
    Rule(
        21,
        "Minutes a week",
        f"History counts held minutes for each muscle against {GOAL_MIN:.0f} a week.",
        ("ingram-2025",),
        ("core.dose:GOAL_MIN", "core.dose:doses"),
    ),
)
