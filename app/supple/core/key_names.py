"""Keys by name: as Qt writes them on every system, and as people read and hear them.

A key is kept as text, such as ``PgDown``, ``F5`` or ``Ctrl+Shift+R``: the same in every language
and on every keyboard.
"""

from __future__ import annotations

_MODIFIERS = ("Meta", "Ctrl", "Alt", "Shift")
"""In the order Qt writes them."""
_KEYPAD = "Num"
"""A key of the keypad: for us the same key as its twin elsewhere."""
_FIRST_F, _LAST_F = 1, 35
BRIEF = 7
"""Letters a cap has room for among buttons."""
LONGEST = 60
"""Characters beyond which a text is no key."""
_ALL = (
    "Space|Esc|Tab|Backspace|Enter|Ins|Del|Pause|Print|SysReq|Clear|Home|End|Left|Up|"
    "Right|Down|PgUp|PgDown|Menu|Help|Code input|Multiple Candidate|Previous Candidate|Kanji|"
    "Muhenkan|Henkan|Romaji|Hiragana|Katakana|Hiragana Katakana|Zenkaku|Hankaku|"
    "Zenkaku Hankaku|Massyo|Hangul|Hangul Start|Hangul End|Hangul Hanja|Hangul Jamo|"
    "Hangul Romaja|Hangul Jeonja|Hangul Banja|Hangul PreHanja|Hangul PostHanja|Hangul Special|"
    "Back|Forward|Stop|Refresh|Volume Down|Volume Mute|Volume Up|Bass Boost|Bass Up|Bass Down|"
    "Treble Up|Treble Down|Media Play|Media Stop|Media Previous|Media Next|Media Record|"
    "Media Pause|Toggle Media Play/Pause|Home Page|Favorites|Search|Standby|Open URL|"
    "Launch Mail|Launch Media|Launch (0)|Launch (1)|Launch (2)|Launch (3)|Launch (4)|"
    "Launch (5)|Launch (6)|Launch (7)|Launch (8)|Launch (9)|Launch (A)|Launch (B)|Launch (C)|"
    "Launch (D)|Launch (E)|Launch (F)|Monitor Brightness Up|Monitor Brightness Down|"
    "Keyboard Light On/Off|Keyboard Brightness Up|Keyboard Brightness Down|Power Off|Wake Up|"
    "Eject|Screensaver|WWW|Memo|LightBulb|Shop|History|Add Favorite|Hot Links|"
    "Adjust Brightness|Finance|Community|Media Rewind|Back Forward|Application Left|"
    "Application Right|Book|CD|Calculator|To-do list|Clear Grab|Close|Copy|Cut|Display|DOS|"
    "Documents|Spreadsheet|Browser|Game|Go|iTouch|Logoff|Market|Meeting|Keyboard Menu|Menu PB|"
    "My Sites|News|Home Office|Option|Paste|Phone|Calendar|Reply|Reload|Rotate Windows|"
    "Rotation PB|Rotation KB|Save|Send|Spellchecker|Split Screen|Support|Task Panel|Terminal|"
    "Tools|Travel|Video|Word Processor|XFer|Zoom In|Zoom Out|Away|Messenger|WebCam|"
    "Mail Forward|Pictures|Music|Battery|Bluetooth|Wireless|Ultra Wide Band|Media Fast Forward|"
    "Audio Repeat|Audio Random Play|Subtitle|Audio Cycle Track|Time|Hibernate|View|Top Menu|"
    "Power Down|Suspend|Adjust contrast|Launch (G)|Launch (H)|Touchpad Toggle|Touchpad On|"
    "Touchpad Off|Microphone Mute|Red|Green|Yellow|Blue|Channel Up|Channel Down|Guide|Info|"
    "Settings|Microphone Volume Up|Microphone Volume Down|Keyboard|New|Open|Find|Undo|Redo|"
    "Select|Yes|No|Cancel|Printer|Execute|Sleep|Play|Zoom|Exit|Context1|Context2|Context3|"
    "Context4|Call|Hangup|Flip|Toggle Call/Hangup|Voice Dial|Last Number Redial|Camera Shutter|"
    "Camera Focus"
)
NAMES = frozenset(_ALL.split("|"))
"""Every key of more than one letter but the F keys."""
_BY_FOLDED = {name.casefold(): name for name in NAMES}
_SMALL = {
    ".": "Full stop",
    ",": "Comma",
    ":": "Colon",
    ";": "Semicolon",
    "'": "Apostrophe",
    '"': "Quotation mark",
    "`": "Backtick",
    "\N{ACUTE ACCENT}": "Acute accent",
    "^": "Caret",
    "~": "Tilde",
    "_": "Underscore",
    "|": "Vertical bar",
    "\N{DEGREE SIGN}": "Degree sign",
    "\N{MIDDLE DOT}": "Middle dot",
}
"""Signs too small to be seen, or told from one another, from the mat."""
_CAPS = {
    **_SMALL,
    "Left": "\N{LEFTWARDS ARROW}",
    "Right": "\N{RIGHTWARDS ARROW}",
    "Up": "\N{UPWARDS ARROW}",
    "Down": "\N{DOWNWARDS ARROW}",
    "-": "\N{MINUS SIGN}",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
    "Ins": "Insert",
    "Toggle Media Play/Pause": "Play/Pause",
}
_BRIEF = {
    ".": "Dot",
    ";": "Semic.",
    "'": "Apostr.",
    '"': "Quote",
    "`": "Tick",
    "\N{ACUTE ACCENT}": "Acute",
    "_": "Low bar",
    "|": "Bar",
    "\N{DEGREE SIGN}": "Degree",
    "\N{MIDDLE DOT}": "Mid dot",
    "PgUp": "PgUp",
    "PgDown": "PgDn",
    "Media Next": "Next",
    "Media Previous": "Prev",
    "Media Play": "Play",
    "Media Pause": "Pause",
    "Media Stop": "Stop",
    "Toggle Media Play/Pause": "Play",
    "Volume Up": "Vol +",
    "Volume Down": "Vol \N{MINUS SIGN}",
    "Volume Mute": "Mute",
}
"""As such keys are labelled."""
_SPOKEN = {
    **{sign: name.lower() for sign, name in _SMALL.items()},
    "Left": "left arrow",
    "Right": "right arrow",
    "Up": "up arrow",
    "Down": "down arrow",
    "-": "minus",
    "+": "plus",
    "=": "equals",
    "/": "slash",
    "\\": "backslash",
    "*": "asterisk",
    "#": "number sign",
    "@": "at sign",
    "&": "and sign",
    "?": "question mark",
    "!": "exclamation mark",
    "<": "less than",
    ">": "greater than",
    "(": "opening parenthesis",
    ")": "closing parenthesis",
    "[": "opening bracket",
    "]": "closing bracket",
    "Esc": "Escape",
}


def canonical(text: str) -> str:
    """``text`` as this program writes it: ``shift+r`` is ``R``, ``Num+Return`` is ``Enter``.

    A finger on Shift means the same letter, and nothing but the keyboard decides whether a sign
    needs Shift. Raises ValueError where it names no key, as half of a key (``Ctrl``) does.
    """
    held, key = parts(text)
    if held == {"Shift"} and len(key) == 1:
        held = set()
    return "+".join((*(name for name in _MODIFIERS if name in held), key))


def cap(key: str) -> str:
    """What the cap of ``key`` shows: ``Page Down``, ``Ctrl B``. Raises ValueError for no key."""
    held, name = parts(key)
    return " ".join((*(m for m in _MODIFIERS if m in held), _CAPS.get(name, name)))


def brief(key: str) -> str:
    """:func:`cap` where there is little room, at most ``BRIEF`` letters. Raises ValueError for
    no key."""
    held, name = parts(key)
    short = _BRIEF.get(name, cap(name))
    if held and name in _SMALL:
        # Beside other letters it is seen, and its name would be cut.
        short = name
    text = " ".join((*(m for m in _MODIFIERS if m in held), short))
    return text if len(text) <= BRIEF else text[: BRIEF - 1] + "\N{HORIZONTAL ELLIPSIS}"


def spoken(key: str) -> str:
    """How ``key`` is called where it is read out. Raises ValueError for no key."""
    held, name = parts(key)
    return " ".join((*(m for m in _MODIFIERS if m in held), _SPOKEN.get(name, cap(name))))


def is_letter(key: str) -> bool:
    """Whether Shift makes another letter of ``key``, and not another key."""
    return len(key) == 1 and key.isalpha()


def parts(text: str) -> tuple[set[str], str]:
    """The modifiers held, and the key. Raises ValueError where ``text`` names no key."""
    if len(text) > LONGEST:
        raise ValueError("too long for a key")
    held: set[str] = set()
    rest = text.strip()
    while True:
        # Not by splitting: the key itself may be a plus.
        before, plus, after = rest.partition("+")
        name = before.strip().capitalize()
        if not (plus and after.strip() and name in (*_MODIFIERS, _KEYPAD)):
            break
        held.add(name)
        rest = after.strip()
    held.discard(_KEYPAD)
    return held, _name(rest)


def _name(text: str) -> str:
    folded = text.casefold()
    if folded == "return":
        return "Enter"
    if folded in _BY_FOLDED:
        return _BY_FOLDED[folded]
    number = text[1:]
    if text[:1] in "fF" and number.isascii() and number.isdigit() and not number.startswith("0"):
        if _FIRST_F <= int(number) <= _LAST_F:
            return f"F{number}"
    elif len(text) == 1 and text.isprintable() and not text.isspace():
        upper = text.upper()
        return upper if len(upper) == 1 else text
    raise ValueError("no key has this name")
