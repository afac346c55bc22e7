"""The ordinary way to write the clients of a message, as one regular expression over bytes.

It is made from the tables of the standard, like the schema, and accepts less: no attributes,
comments, CDATA or entities, one prefix per namespace, plain characters, one code where more may
stand. What it matches to the last byte is well-formed and valid; for what it does not match it says
nothing, and the careful way decides. So that verdicts and rows never depend on the way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from paraplu.berichten.standaard import Berichtsoort, Datatype, Element
from paraplu.berichten.stroom.digest import BASIS

#: Not possessive: what follows is always a `<`, and the plain repeat is a third quicker.
WIT = r"[ \t\r\n]*"
#: Printable ASCII without & < >; and the same without the space.
ASCII = r"[ -%'-;=?-~]"
ZICHTBAAR = r"[!-%'-;=?-~]"
#: The Latin letters U+00C0 to U+017F in UTF-8: one character each.
LETTER = r"[\xc3-\xc5][\x80-\xbf]"
#: Without calendar: a date in a column is checked when it becomes one.
DATUM = "[12][0-9]{3}-[01][0-9]-[0-3][0-9]"
TIJD = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
#: Patterns of the standard that mean the same here.
LETTERLIJK = frozenset({"[0-9]{9}", "[0-9]{8}", "[0-9]{4}", "NL[0-9]{9}B[0-9]{2}"})
CIJFERS = "[0-9]*"
VERSIE = r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
LETTERS_CIJFERS = "([a-zA-Z0-9])+"
BEGINT_ZICHTBAAR = frozenset({r"[ \t]*[^\s][^\n\r]*", r"\s*\S[\s\S]*"})
VOORLETTERS = "([a-zA-ZÀ-ỳ])+"
#: A reference or code of this length or less is plain ASCII; a name or a remark has letters.
KORT = 36
MEER_DAN_GENOEG = 4000


class GeenGrammatica(Exception):
    """This kind of message has a required element whose type is not in our subset."""


@dataclass(frozen=True)
class Blad:
    """A leaf: its name in the digest, its path from client or line, its group, whether it may be absent."""

    naam: str
    pad: str
    groep: int
    optioneel: bool
    basis: str


@dataclass(frozen=True)
class Klasse:
    """A class: its name in the digest, what is in it, and the group that is set when it is there."""

    naam: str
    delen: tuple[Blad | Klasse, ...]
    aanwezig: int | None


@dataclass(frozen=True)
class Grammatica:
    """One line of a message with, where it is the first or last of its client, what is around it.

    Group `begin` is set where a client begins, group `einde` where one ends. `voor` and `na` are
    what a client has before and after its lines. No line has fewer bytes than `kortste`.
    """

    patroon: re.Pattern[bytes]
    groepen: int
    begin: int
    einde: int
    client: str
    houder: str
    voor: tuple[Blad | Klasse, ...]
    regel: Klasse
    na: tuple[Blad | Klasse, ...]
    regelbegin: bytes
    kortste: int
    clienteinde: bytes


def maak_grammatica(
    soort: Berichtsoort, client: Element, regel: tuple[str, str], eigen: str, basis: str
) -> Grammatica:
    """The grammar of the clients with these prefixes (with colon, or empty); may raise GeenGrammatica."""
    keur_prefixen(eigen, basis)
    bouw = _Bouw(soort, eigen, basis)
    houder = client.per_naam[regel[0]]
    plek = client.kinderen.index(houder)
    begin = bouw.nieuw()
    # It never begins with white space: searching would try every place in a long stretch of it.
    tekst = f"(?:(<{bouw.tag(client)}>){WIT}"
    voor = bouw.delen(client.kinderen[:plek], "")
    tekst += bouw.neem() + f"<{bouw.tag(houder)}>{WIT})?+"
    regel_deel = bouw.klasse(houder.per_naam[regel[1]], "", optioneel=False)
    tekst += bouw.neem() + f"(?:</{bouw.tag(houder)}>{WIT}"
    na = bouw.delen(client.kinderen[plek + 1 :], "")
    tekst += bouw.neem()
    einde = bouw.nieuw()
    tekst += f"(</{bouw.tag(client)}>))?+{WIT}"
    regelbegin = f"<{bouw.tag(houder.per_naam[regel[1]])}>"
    return Grammatica(
        patroon=re.compile(tekst.encode("latin-1")),
        groepen=bouw.groepen,
        begin=begin,
        einde=einde,
        client=bouw.naam(client),
        houder=bouw.naam(houder),
        voor=voor,
        regel=regel_deel,
        na=na,
        regelbegin=regelbegin.encode(),
        kortste=bouw.kortste(houder.per_naam[regel[1]]),
        clienteinde=f"</{bouw.tag(client)}>".encode(),
    )


def keur_prefixen(*prefixen: str) -> None:
    """Only plain prefixes: they stand in the expression as they are."""
    if not all(re.fullmatch("(?:[A-Za-z0-9_]+:)?", prefix) for prefix in prefixen):
        raise GeenGrammatica


@dataclass
class _Bouw:
    soort: Berichtsoort
    eigen: str
    basis: str
    groepen: int = 0
    tekst: list[str] = field(default_factory=list)

    def nieuw(self) -> int:
        self.groepen += 1
        return self.groepen

    def neem(self) -> str:
        tekst = "".join(self.tekst)
        self.tekst.clear()
        return tekst

    def tag(self, element: Element) -> str:
        return (self.basis if element.in_basis else self.eigen) + element.naam

    def naam(self, element: Element) -> str:
        return (BASIS if element.in_basis else "") + element.naam

    def kortste(self, element: Element) -> int:
        """The bytes of the tags that are always there."""
        kinderen = (self.kortste(kind) for kind in element.kinderen if kind.minimum)
        return 2 * len(self.tag(element)) + len("<></>") + sum(kinderen)

    def delen(self, elementen: tuple[Element, ...], boven: str) -> tuple[Blad | Klasse, ...]:
        delen: list[Blad | Klasse] = []
        for element in elementen:
            optioneel = element.minimum == 0
            begin = len(self.tekst), self.groepen
            try:
                if element.type is not None:
                    delen.append(self.blad(element, boven, optioneel=optioneel))
                else:
                    onder = f"{boven}{element.naam}/"
                    delen.append(self.klasse(element, onder, optioneel=optioneel))
            except GeenGrammatica:
                if not optioneel:
                    raise
                # Left out: a message that has it goes the careful way.
                del self.tekst[begin[0] :]
                self.groepen = begin[1]
        return tuple(delen)

    def blad(self, element: Element, boven: str, *, optioneel: bool) -> Blad:
        assert element.type is not None
        tag, vorm, groep = self.tag(element), vorm_van(element.type), self.nieuw()
        inhoud = f"<{tag}>({vorm})</{tag}>{WIT}"
        self.tekst.append(f"(?:{inhoud})?+" if optioneel else inhoud)
        return Blad(self.naam(element), boven + element.naam, groep, optioneel, element.type.basis)

    def klasse(self, element: Element, boven: str, *, optioneel: bool) -> Klasse:
        tag = self.tag(element)
        aanwezig = self.nieuw() if optioneel else None
        self.tekst.append(f"(?:<{tag}>(){WIT}" if optioneel else f"<{tag}>{WIT}")
        delen = self.delen(element.kinderen, boven)
        self.tekst.append(f"</{tag}>{WIT}" + (")?+" if optioneel else ""))
        return Klasse(self.naam(element), delen, aanwezig)


def vorm_van(datatype: Datatype) -> str:
    """A regular expression, without groups, for texts that this type certainly allows."""
    lagen = list(datatype.lagen())
    if datatype.beperkt is not None and datatype.patroon is not None:
        return _beperkte_vorm(datatype.patroon)
    if datatype.basis == "datum":
        return DATUM
    if datatype.basis == "tijd":
        return TIJD
    if datatype.basis == "getal":
        return _getalvorm(lagen)
    if datatype.beperkt is None:
        return _tekstvorm(datatype)
    raise GeenGrammatica(datatype.naam)


def _beperkte_vorm(patroon: str) -> str:
    """What one place asks on top of its type: always a few characters, so within every length."""
    if patroon == LETTERS_CIJFERS:
        return "[a-zA-Z0-9]{1,12}"
    if set(patroon) <= set("0123456789|(){}[]-"):
        return f"(?:{patroon.replace('(', '(?:')})"
    raise GeenGrammatica(patroon)


def _getalvorm(lagen: list[Datatype]) -> str:
    """Digits, so many that the number stays below every maximum."""
    hoogste = [laag.maximum for laag in lagen if laag.maximum is not None]
    laagste = [laag.minimum for laag in lagen if laag.minimum is not None]
    if not hoogste or any(laagste) or any(laag.patroon or laag.codes for laag in lagen):
        raise GeenGrammatica(lagen[-1].naam)
    return f"[0-9]{{1,{len(str(min(hoogste) + 1)) - 1}}}+"


def _tekstvorm(datatype: Datatype) -> str:
    if datatype.codes and datatype.patroon is None:
        return _keuze(sorted(datatype.codes))
    if datatype.codes:
        raise GeenGrammatica(datatype.naam)
    meer = min(datatype.maximum or MEER_DAN_GENOEG, MEER_DAN_GENOEG)
    return _patroonvorm(datatype.patroon, datatype.minimum or 1, meer)


def _patroonvorm(patroon: str | None, minst: int, meer: int) -> str:
    """Text of `minst` to `meer` characters that has this pattern of the standard, or none."""
    if patroon is None or patroon in BEGINT_ZICHTBAAR:
        aantal = f"{{{minst - 1},{meer - 1}}}+"
        if meer <= KORT:
            return f"{ZICHTBAAR}{ASCII}{aantal}"
        return f"(?:{ZICHTBAAR}|{LETTER})(?:{ASCII}|{LETTER}){aantal}"
    vormen = {
        CIJFERS: f"[0-9]{{{minst},{meer}}}",
        VERSIE: r"(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,4})){2}",
        VOORLETTERS: f"(?:[a-zA-Z]|{LETTER}){{{minst},{meer}}}+",
        **{letterlijk: letterlijk for letterlijk in LETTERLIJK},
    }
    if patroon not in vormen:
        raise GeenGrammatica(patroon)
    return vormen[patroon]


def _keuze(codes: list[str]) -> str:
    """Codes as an expression that never has to go back: first letters apart.

    >>> _keuze(["01", "04", "14"])
    '(?:0(?:1|4)|14)'
    """
    if len(codes) == 1:
        return re.escape(codes[0])
    per_begin: dict[str, list[str]] = {}
    for code in codes:
        if not code:
            raise GeenGrammatica
        per_begin.setdefault(code[0], []).append(code[1:])
    takken = []
    for begin, resten in sorted(per_begin.items()):
        rest = "" if resten == [""] else _rest(resten)
        takken.append(re.escape(begin) + rest)
    return takken[0] if len(takken) == 1 else f"(?:{'|'.join(takken)})"


def _rest(resten: list[str]) -> str:
    """What may follow a first letter; with nothing among it, what follows is optional."""
    keuze = _keuze([rest for rest in resten if rest])
    return f"(?:{keuze})?" if "" in resten else keuze
