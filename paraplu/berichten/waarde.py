"""Check the text of one element against its type: which rule it breaks, and what was expected."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import cache
from typing import NamedTuple

from paraplu.berichten import codes
from paraplu.berichten.standaard import Datatype

#: White space as XML knows it: nothing else counts as empty.
WIT = " \t\n\r"
NIET_WIT = r"\x00-\x08\x0b\x0c\x0e-\x1f\x21-\U0010ffff"
#: More codes than this are not written out in a sentence.
OPSOMMEN = 24

_GETAL = re.compile(r"([+-]?)([0-9]+)")
#: More digits than any bound in the standard: too many to turn into a number.
CIJFERS = 30
_DATUM = re.compile(r"-?([0-9]{4}|[1-9][0-9]{4,8})-([0-9]{2})-([0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?")
_TIJD = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2}(?:\.[0-9]+)?)(Z|[+-][0-9]{2}:[0-9]{2})?")

#: What a text of this type has to look like, as the end of the sentence "… moet".
VORM = {
    "LDT_Gemeente": "bestaan uit precies 4 cijfers",
    "LDT_AgbCode": "bestaan uit precies 8 cijfers",
    "LDT_BurgerServicenummer": "bestaan uit precies 9 cijfers",
    "LDT_Voorletters": "bestaan uit letters, zonder punten en spaties",
    "LDT_Telefoonnummer": "bestaan uit cijfers, zonder spaties en streepjes",
    "LDT_Versie": "bestaan uit drie getallen met punten ertussen, zoals 1.0.0",
    "LDT_BtwIDNummer": "bestaan uit NL, 9 cijfers, een B en 2 cijfers",
}
#: The same for a pattern that narrows a type at one place.
VORM_TER_PLAATSE = {
    "LDT_AgbCode": "00000000 zijn, of een nummer dat begint met 98",
    "LDT_IdentificatieBericht": "bestaan uit letters en cijfers",
    "LDT_IdentificatieDeclaratie": "bestaan uit letters en cijfers",
}


class Fout(NamedTuple):
    """What is wrong with a text: the code, and how the sentence "Het element X …" goes on."""

    code: str
    gezegde: str
    remedie: str


def keur(datatype: Datatype, tekst: str) -> Fout | None:
    """The first rule that `tekst` breaks, from general to specific, or None when it is right.

    The verdict is that of the schema generated from the same tables; a test holds them together.
    """
    for laag in datatype.lagen():
        fout = _keur_laag(laag, tekst)
        if fout is not None:
            return fout if tekst.strip(WIT) else _leeg(datatype)
    return None


def _leeg(datatype: Datatype) -> Fout:
    code = codes.LEEG_COMMENTAAR if datatype.naam == "LDT_Commentaar" else codes.LEEG
    return Fout(code, "is leeg", "Vul het in, of laat het weg als het niet verplicht is.")


def _keur_laag(laag: Datatype, tekst: str) -> Fout | None:
    if laag.basis == "tekst":
        return _keur_lengte(laag, tekst) or _keur_codes(laag, tekst) or _keur_patroon(laag, tekst)
    tekst = tekst.strip(WIT)
    if laag.basis == "getal":
        return _keur_getal(laag, tekst) or _keur_patroon(laag, tekst)
    if laag.basis == "datum":
        return _keur_datum(tekst)
    return _keur_tijd(tekst)


def _keur_lengte(laag: Datatype, tekst: str) -> Fout | None:
    if laag.maximum is not None and len(tekst) > laag.maximum:
        code = codes.LANGST.get(laag.maximum, codes.VORM)
        beter = _keur_codes(laag, tekst) or (_vorm(laag) if laag.naam in codes.PATROON else None)
        if beter is not None:
            return beter._replace(code=code)
        return Fout(
            code,
            f"is langer dan {_tekens(laag.maximum)}",
            f"Maak het niet langer dan {_tekens(laag.maximum)}.",
        )
    if laag.minimum is not None and len(tekst) < laag.minimum:
        return Fout(
            codes.KORTST,
            f"is korter dan {_tekens(laag.minimum)}",
            "Vul het in, of laat het weg als het niet verplicht is.",
        )
    return None


def _tekens(aantal: int) -> str:
    return "1 teken" if aantal == 1 else f"{aantal} tekens"


def _keur_codes(laag: Datatype, tekst: str) -> Fout | None:
    if not laag.codes or tekst in laag.codes:
        return None
    lijst = f"codelijst {laag.codelijst}"
    if laag.codelijst == laag.naam:
        lijst = "lijst van toegestane codes"
    keuze = f"een van de {len(laag.codes)} codes uit die lijst"
    if len(laag.codes) <= OPSOMMEN:
        keuze = f"een van deze codes: {', '.join(laag.codes)}"
    return Fout(
        codes.CODELIJST, f"heeft een code die niet in de {lijst} staat", f"Gebruik {keuze}."
    )


def _keur_patroon(laag: Datatype, tekst: str) -> Fout | None:
    if laag.patroon is None or patroon(laag.patroon).fullmatch(tekst):
        return None
    return _vorm(laag)


def _vorm(laag: Datatype) -> Fout:
    """The sentence for a text that does not have the form its type asks for."""
    code = codes.PATROON.get(laag.naam, codes.VORM)
    if laag.naam in ("LDT_BerichtCode", "LDT_BerichtVersie", "LDT_BerichtSubversie"):
        waarden = (laag.patroon or "").replace("|", " of ")
        vorm = f"{waarden} zijn" if waarden else "een geldige waarde hebben"
    elif laag.beperkt is not None and laag.naam in VORM_TER_PLAATSE:
        vorm = VORM_TER_PLAATSE[laag.naam]
        code = codes.PATROON_TER_PLAATSE.get(laag.naam, codes.VORM)
    else:
        vorm = VORM.get(laag.naam, "op één regel staan, zonder harde regeleinden")
    return Fout(code, "heeft niet de juiste vorm", f"Het moet {vorm}.")


def _keur_getal(laag: Datatype, tekst: str) -> Fout | None:
    delen = _GETAL.fullmatch(tekst)
    if delen is None:
        return Fout(
            codes.GETAL,
            "bevat geen geheel getal",
            "Vul een geheel getal in, zonder komma, punt, spatie of euroteken.",
        )
    getal = int(delen[1] + (delen[2].lstrip("0")[:CIJFERS] or "0"))
    if laag.minimum is not None and getal < laag.minimum:
        return Fout(
            codes.MINSTENS,
            f"is kleiner dan {laag.minimum}",
            f"Vul een getal in van {laag.minimum} of hoger; een min hoort hier niet.",
        )
    if laag.maximum is not None and getal > laag.maximum:
        return Fout(
            codes.HOOGSTENS.get(laag.maximum, codes.VORM),
            f"is groter dan {laag.maximum}",
            f"Vul een getal in van hoogstens {laag.maximum}.",
        )
    return None


def _keur_datum(tekst: str) -> Fout | None:
    delen = _DATUM.fullmatch(tekst)
    if delen is None or not _is_dag(*map(int, delen.group(1, 2, 3))):
        return Fout(
            codes.DATUM,
            "bevat geen bestaande datum",
            "Schrijf de datum als JJJJ-MM-DD, zoals 2023-05-01.",
        )
    if delen[4] is not None:
        return Fout(
            codes.DATUM_ZONE,
            "heeft een tijdzone achter de datum",
            "Laat de tijdzone weg: alleen JJJJ-MM-DD.",
        )
    return None


def _is_dag(jaar: int, maand: int, dag: int) -> bool:
    if jaar == 0 or not 1 <= maand <= 12:
        return False
    # The calendar repeats every 400 years; Python's ends at 9999.
    return 1 <= dag <= monthrange(2000 + jaar % 400, maand)[1]


def _keur_tijd(tekst: str) -> Fout | None:
    delen = _TIJD.fullmatch(tekst)
    if delen is None or not _is_tijd(int(delen[1]), int(delen[2]), float(delen[3])):
        return Fout(codes.TIJD, "bevat geen bestaande tijd", "Schrijf de tijd als UU:MM:SS.")
    if delen[4] is not None:
        return Fout(
            codes.TIJD_ZONE, "heeft een tijdzone achter de tijd", "Laat de tijdzone weg: UU:MM:SS."
        )
    return None


def _is_tijd(uur: int, minuut: int, seconde: float) -> bool:
    if uur == 24:
        return minuut == 0 and seconde == 0
    return uur < 24 and minuut < 60 and seconde < 60


@cache
def patroon(xsd: str) -> re.Pattern[str]:
    r"""A pattern of XML Schema as Python reads it: `.` and `\s` mean what XML says.

    >>> patroon(r".*[^\s].*").fullmatch("a\nb") is None
    True
    """
    return re.compile(_vertaal(xsd))


def _vertaal(xsd: str) -> str:
    uit, in_klasse, plek = [], False, 0
    while plek < len(xsd):
        teken = xsd[plek : plek + 2] if xsd[plek] == "\\" else xsd[plek]
        plek += len(teken)
        if teken in ("[", "]"):
            in_klasse = teken == "["
        if in_klasse:
            uit.append({r"\s": r" \t\n\r", r"\S": NIET_WIT}.get(teken, teken))
        else:
            uit.append(
                {".": r"[^\n\r]", r"\s": r"[ \t\n\r]", r"\S": r"[^ \t\n\r]"}.get(teken, teken)
            )
    return "".join(uit)
