"""Text as it can stand on paper: every character has a letter, and every word fits in its column."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

#: First and last character of what our typefaces can draw (a test draws them all). The rest, emoji
#: and scripts that no letter of ours knows, is printed as its number: PDF/UA wants no empty boxes.
GETEKEND = (
    (0x0020, 0x007E), (0x00A0, 0x036F), (0x0370, 0x0377), (0x037A, 0x037F), (0x0384, 0x038A),
    (0x038C, 0x038C), (0x038E, 0x03A1), (0x03A3, 0x04FF), (0x0531, 0x0556), (0x0561, 0x0587),
    (0x05BE, 0x05BE), (0x05D0, 0x05EA), (0x060C, 0x060C), (0x061B, 0x061B), (0x061F, 0x061F),
    (0x0621, 0x063A), (0x0640, 0x0652), (0x0660, 0x0669), (0x06F0, 0x06F9), (0x10D0, 0x10FF),
    (0x1E00, 0x1EFF), (0x1F00, 0x1F15), (0x1F18, 0x1F1D), (0x2000, 0x200F), (0x2010, 0x2027),
    (0x202F, 0x2040), (0x2044, 0x2052), (0x2070, 0x2071), (0x2074, 0x208E), (0x20A0, 0x20C0),
    (0x2100, 0x211E), (0x2122, 0x2122), (0x2150, 0x2151), (0x2153, 0x2184), (0x2190, 0x22FF),
    (0x2500, 0x2606), (0x2610, 0x2612), (0x2713, 0x2714), (0x2717, 0x2718), (0xFB00, 0xFB06),
    (0xFFFD, 0xFFFD),
)  # fmt: skip
#: What every text face has, also when letters are combined in a way that no face foresaw.
ZEKER = ((0x0020, 0x007E), (0x00A0, 0x00FF), (0x2013, 0x2014), (0x2018, 0x201D), (0x20AC, 0x20AC))

#: Turn the order of reading around or hide something; nothing that a form has a use for.
ONZICHTBAAR = re.compile("[\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f]")
REGELEINDE = re.compile("\r\n?|[\u0085\u2028\u2029\u000b\u000c]")
NAAR_ANDERE_REGEL = "\u200b"
#: Letters of the longest word that is still a word, and no slip of a finger.
LANGSTE_WOORD = 40


def clean(tekst: str, *, bekend: tuple[tuple[int, int], ...] = GETEKEND) -> str:
    """`tekst` without control characters; what `bekend` does not hold is shown as its number.

    >>> clean("a\\x00b\\tc 😀")
    'ab c [U+1F600]'
    """
    tekst = REGELEINDE.sub("\n", unicodedata.normalize("NFC", tekst)).replace("\t", " ")
    tekst = ONZICHTBAAR.sub("", tekst)
    return "".join(_drawn(teken, bekend) for teken in tekst)


def breakable(tekst: str, *, breedte: int) -> str:
    """`tekst` with a place to break after every letter of a word that `breedte` cannot hold.

    The place is a space without width. Ordinary long words are left to the hyphenation of typst.

    >>> breakable("te 0123456789", breedte=8).count(NAAR_ANDERE_REGEL)
    9
    """
    return re.sub(rf"\S{{{breedte + 1},}}", lambda woord: _opened(woord[0]), tekst)


def _opened(woord: str) -> str:
    if woord.isalpha() and len(woord) <= LANGSTE_WOORD:
        return woord
    return NAAR_ANDERE_REGEL.join(re.findall(r".[\u0300-\u036f\u200d]*", woord))


def _drawn(teken: str, bekend: tuple[tuple[int, int], ...]) -> str:
    nummer = ord(teken)
    if teken == "\n":
        return teken
    soort = unicodedata.category(teken)
    if soort == "Cc":
        return ""
    if soort == "Cs":
        return "\ufffd" if _is_in(0xFFFD, bekend) else "?"
    return teken if _is_in(nummer, bekend) else f"[U+{nummer:04X}]"


def _is_in(nummer: int, reeksen: tuple[tuple[int, int], ...]) -> bool:
    plek = bisect_right(reeksen, (nummer, 0x110000)) - 1
    return plek >= 0 and reeksen[plek][0] <= nummer <= reeksen[plek][1]
