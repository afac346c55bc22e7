"""One cell of an extract as the standard writes it, or the fault in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from paraplu.afspraken.gebieden import GEMEENTEN_CBS
from paraplu.berichten import codes
from paraplu.berichten.bsn import elfproef
from paraplu.berichten.uittreksel.blad import Cel
from paraplu.berichten.uittreksel.velden import Veld
from paraplu.berichten.waarde import keur

#: How dates may be written, as in a mapping, and as an expression.
DATUMVORMEN: Final = {
    "dd-mm-jjjj": re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<j>\d{4})"),
    "jjjj-mm-dd": re.compile(r"(?P<j>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"),
    "mm-dd-jjjj": re.compile(r"(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})[-/.](?P<j>\d{4})"),
    "jjjjmmdd": re.compile(r"(?P<j>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
}
#: A date may have a time behind it, as databases write it.
_TIJD_ERACHTER = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
_TIJD = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_CIJFERS = re.compile(r"[0-9]+")
_MAX_CIJFERS = 20
_NIET_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WEG = "Haal het besturingsteken weg."
_VORM = 24


class Celfout(NamedTuple):
    """What is wrong in a cell: the code, the end of the sentence "Rij 7, kolom D …", the remedy."""

    code: str
    gezegde: str
    remedie: str


@dataclass(frozen=True, kw_only=True)
class Schrijfwijze:
    """How an extract writes dates, numbers and amounts."""

    datum: str = "dd-mm-jjjj"
    getal: str = "komma"
    bedrag: str = "euro"


class Gelezen(NamedTuple):
    """A cell as the standard writes it ("" when it is empty), or the fault in it.

    `min_`: the amount was negative; the standard has a letter for that.
    """

    tekst: str = ""
    fout: Celfout | None = None
    min_: bool = False


def lees_cel(cel: Cel, veld: Veld, wijze: Schrijfwijze) -> Gelezen:
    """What this cell says in the terms of the standard."""
    if cel == "":
        return Gelezen()
    if isinstance(cel, Decimal) and not _is_gewoon(cel):
        cel = str(cel)
    if veld.soort == "dag":
        gelezen = _dag(cel, wijze)
    elif veld.soort in ("getal", "bedrag"):
        gelezen = _getal(cel, veld, wijze)
    elif veld.soort == "tijd":
        gelezen = _tijd(cel)
    else:
        gelezen = Gelezen(_aangevuld(als_tekst(cel), veld))
    return gelezen if gelezen.fout else _keur(gelezen, veld)


def _is_gewoon(getal: Decimal) -> bool:
    """Whether a number is finite and of a size that can be written out."""
    return getal.is_finite() and abs(getal.adjusted()) < _MAX_CIJFERS


def _keur(gelezen: Gelezen, veld: Veld) -> Gelezen:
    if _NIET_IN_XML.search(gelezen.tekst):
        return Gelezen(fout=Celfout(codes.GEEN_XML, "bevat een teken dat niet in XML mag", _WEG))
    fout = keur(veld.type, gelezen.tekst)
    if fout is not None:
        return Gelezen(fout=Celfout(fout.code, fout.gezegde, fout.remedie))
    if veld.naam == "bsn" and not elfproef(gelezen.tekst):
        return Gelezen(
            fout=Celfout(
                codes.ELFPROEF, "voldoet niet aan de elfproef", "Neem het BSN opnieuw over."
            )
        )
    if veld.naam == "gemeente" and gelezen.tekst not in GEMEENTEN_CBS:
        return Gelezen(
            fout=Celfout(
                codes.GEMEENTE_BESTAAT,
                "heeft een gemeentecode die het CBS niet kent",
                "Vul de code van vier cijfers in, of vertaal de naam in de afbeelding.",
            )
        )
    return gelezen


def als_tekst(cel: Cel) -> str:
    """The cell as text: a whole number without a point, white space once."""
    if isinstance(cel, date):
        return cel.isoformat()
    if isinstance(cel, Decimal):
        return format(cel.to_integral_value() if cel == cel.to_integral_value() else cel, "f")
    return " ".join(cel.split())


def _aangevuld(tekst: str, veld: Veld) -> str:
    """With the zeros in front that a spreadsheet leaves out."""
    if veld.breed and _CIJFERS.fullmatch(tekst) and len(tekst) < veld.breed:
        return tekst.zfill(veld.breed)
    return tekst


def _dag(cel: Cel, wijze: Schrijfwijze) -> Gelezen:
    if isinstance(cel, date):
        return Gelezen(cel.isoformat())
    tekst = _TIJD_ERACHTER.sub("", als_tekst(cel))
    gevonden = DATUMVORMEN[wijze.datum].fullmatch(tekst)
    if gevonden:
        try:
            return Gelezen(date(*(int(gevonden[deel]) for deel in "jmd")).isoformat())
        except ValueError:
            pass
    return Gelezen(
        fout=Celfout(
            codes.DATUM,
            f"bevat geen bestaande datum in de vorm {wijze.datum}; de cel lijkt op {vorm(tekst)}",
            "Herstel de datum, of kies in de afbeelding hoe datums zijn geschreven.",
        )
    )


def _getal(cel: Cel, veld: Veld, wijze: Schrijfwijze) -> Gelezen:
    waarde = cel if isinstance(cel, Decimal) else _lees_getal(als_tekst(cel), wijze)
    is_bedrag = veld.soort == "bedrag"
    if waarde is not None and is_bedrag and wijze.bedrag == "euro":
        waarde *= 100
    if waarde is None or waarde != waarde.to_integral_value() or abs(waarde) >= 10**_MAX_CIJFERS:
        wat = "geen bedrag in hele centen" if is_bedrag else "geen geheel getal"
        return Gelezen(
            fout=Celfout(
                codes.GETAL,
                f"bevat {wat}; de cel lijkt op {vorm(als_tekst(cel))}",
                "Herstel het getal, of kies in de afbeelding komma of punt, euro of cent.",
            )
        )
    if is_bedrag and veld.naam == "bedrag":
        return Gelezen(str(abs(int(waarde))), min_=waarde < 0)
    return Gelezen(str(int(waarde)))


def _lees_getal(tekst: str, wijze: Schrijfwijze) -> Decimal | None:
    schoon = tekst.replace("€", "").replace("EUR", "").replace("\xa0", "").replace(" ", "")
    duizend, komma = (".", ",") if wijze.getal == "komma" else (",", ".")
    schoon = re.sub(rf"(?<=\d){re.escape(duizend)}(?=\d{{3}}(?!\d))", "", schoon)
    if schoon.endswith("-"):
        schoon = "-" + schoon[:-1].removesuffix(",")
    if duizend in schoon or not re.fullmatch(rf"[+-]?\d{{1,20}}(?:{re.escape(komma)}\d*)?", schoon):
        return None
    try:
        return Decimal(schoon.replace(komma, "."))
    except InvalidOperation:
        return None


def _tijd(cel: Cel) -> Gelezen:
    gevonden = _TIJD.fullmatch(als_tekst(cel))
    if gevonden is None:
        return Gelezen(
            fout=Celfout(codes.TIJD, "bevat geen tijd", "Schrijf de tijd als 14:30 of 14:30:00.")
        )
    uur, minuut, seconde = gevonden.groups()
    return Gelezen(f"{int(uur):02}:{minuut}:{seconde or '00'}")


def vorm(tekst: str) -> str:
    """What a text looks like without what it says.

    >>> vorm("31-02-2024")
    '99-99-9999'
    """
    kort = re.sub(r"[^\W\d_]", "x", re.sub(r"\d", "9", tekst[:_VORM]))
    return kort + ("…" if len(tekst) > _VORM else "")
