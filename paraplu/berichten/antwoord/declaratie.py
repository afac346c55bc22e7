"""The answer to a declaration: the 325 on a 323, by IV087, IV088 and TR342."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from paraplu.berichten.antwoord.klassen import HEADER, RETOURCODES
from paraplu.berichten.antwoord.oordeel import GOED, NIET_BEOORDEELD, TOEGEWEZEN
from paraplu.berichten.antwoord.retour import headercodes, retourcodes
from paraplu.berichten.antwoord.weging import INHOUD, Weging
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.standaard import Berichtsoort

DECLARATIE: Final = "Declaratie"
DEBET, CREDIT = "D", "C"

Klasse = dict[str, Any]


def maak_325(
    bericht: Bericht, weging: Weging, soort: Berichtsoort, eigen: Mapping[str, Any]
) -> Bericht:
    """The 325; `eigen` holds what its header has of its own.

    A fault of level 2 or in the header: the header with its code. Else the header 0200 and the
    answer to the declaration: granted as a whole (8001), refused as a whole (its code, granted 0),
    or with the refused lines, their clients and what is left to grant.
    """
    declaratie = bericht.inhoud[DECLARATIE]
    if totaal(declaratie) != sum(map(bedrag, _regels(declaratie))):
        # Totals that do not add up (TR358) leave no granted sum that keeps both IV087 and TR342.
        weging = Weging(niveau=INHOUD)
    codes = headercodes(weging) or (GOED,)
    inhoud: Klasse = {HEADER: {**eigen, RETOURCODES: retourcodes(codes)}}
    if codes == (GOED,):
        inhoud["DeclaratieAntwoord"] = _antwoord(declaratie, weging)
    return Bericht(soort.naam, soort.release, inhoud)


def _antwoord(declaratie: Klasse, weging: Weging) -> Klasse:
    ingediend = totaal(declaratie)
    eigen = weging.codes.get(DECLARATIE)
    afgewezen = [] if eigen else list(_afgewezen(declaratie, weging))
    weg = sum(een.bedrag for een in afgewezen)
    uit: Klasse = {
        "DeclaratieNummer": declaratie["DeclaratieNummer"],
        "TotaalIngediendBedrag": deepcopy(declaratie["TotaalIngediendBedrag"]),
        "TotaalToegekendBedrag": met_teken(0 if eigen else ingediend - weg),
        RETOURCODES: retourcodes(eigen or ((GOED,) if afgewezen else (TOEGEWEZEN,))),
    }
    if afgewezen:
        uit["Clienten"] = {"Client": [een.klasse for een in afgewezen]}
    return uit


@dataclass(frozen=True)
class _Afgewezen:
    """A client with refused lines as the 325 shows it, and what those lines add up to in cents."""

    klasse: Klasse
    bedrag: int


def _afgewezen(declaratie: Klasse, weging: Weging) -> Iterator[_Afgewezen]:
    """OP303, OP304: only what is refused. A client with a fault takes all its lines with it."""
    for nummer, client in enumerate(declaratie["Clienten"]["Client"], 1):
        pad = f"{DECLARATIE}/Clienten/Client[{nummer}]"
        eigen = weging.codes.get(pad)
        regels = client["Prestaties"]["Prestatie"]
        codes = [
            (NIET_BEOORDEELD,)
            if eigen
            else weging.codes.get(f"{pad}/Prestaties/Prestatie[{regel}]")
            for regel in range(1, len(regels) + 1)
        ]
        gevallen = [(regel, code) for regel, code in zip(regels, codes, strict=True) if code]
        if gevallen:
            yield _Afgewezen(
                _client(client, gevallen, eigen or (GOED,)),
                sum(bedrag(regel) for regel, _ in gevallen),
            )


def _client(
    client: Klasse, gevallen: Iterable[tuple[Klasse, tuple[str, ...]]], codes: tuple[str, ...]
) -> Klasse:
    regels = [deepcopy(regel) | {RETOURCODES: retourcodes(code)} for regel, code in gevallen]
    return {
        "Bsn": client["Bsn"],
        "Prestaties": {"Prestatie": regels},
        RETOURCODES: retourcodes(codes),
    }


def _regels(declaratie: Klasse) -> Iterator[Klasse]:
    for client in declaratie["Clienten"]["Client"]:
        yield from client["Prestaties"]["Prestatie"]


def totaal(klasse: Mapping[str, Any], veld: str = "TotaalIngediendBedrag") -> int:
    """A total in cents; credit is below zero."""
    gevonden = klasse[veld]
    return _teken(gevonden) * int(gevonden["TotaalBedrag"])


def bedrag(prestatie: Mapping[str, Any]) -> int:
    """The amount of one line in cents; credit is below zero."""
    gevonden = prestatie["IngediendBedrag"]
    return _teken(gevonden) * int(gevonden["Bedrag"])


def met_teken(cent: int) -> dict[str, str]:
    """A total as the message writes it; nothing is debet (CS325).

    >>> met_teken(-1250)
    {'TotaalBedrag': '1250', 'DebetCredit': 'C'}
    """
    return {"TotaalBedrag": str(abs(cent)), "DebetCredit": CREDIT if cent < 0 else DEBET}


def _teken(klasse: Mapping[str, Any]) -> int:
    return -1 if klasse["DebetCredit"] == CREDIT else 1
