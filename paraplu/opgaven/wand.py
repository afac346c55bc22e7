"""The tables of this room behind the second wall: who sees which row, one line per table.

The figures made of them are for all parties and are read beyond the wall; the returns themselves are
for who sent them and for who looks after the agreements. Answers to the survey are for nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from paraplu.verslagen.wand import FUNCTIES as SOORT_EN_ORGANISATIE
from paraplu.web.wand.beleid import Beleid, Functie, through

from .rechten import KIJKT_MEE, VAN_GEMEENTE, VAN_REGIO, WERKT_BIJ_GI

FUNCTIES: Final[tuple[Functie, ...]] = SOORT_EN_ORGANISATIE


def _soort(soorten: Iterable[str]) -> str:
    return f"(SELECT wand_soort()) IN ({', '.join(repr(str(soort)) for soort in sorted(soorten))})"


def _own(soort: str, kolom: str, soorten: Iterable[str]) -> str:
    eigen = f"'{soort}:' || {kolom} = (SELECT wand_organisatie())"
    return f"({eigen} AND {_soort(soorten)})"


#: As `queries.pagina.may_see`.
OPGAVE: Final = f"{_own('gi', 'gi', ('gi',))} OR {_soort(KIJKT_MEE)}"
#: As `queries.pagina.incidenten_for`.
INCIDENT: Final = " OR ".join(
    (
        _own("gi", "gi", WERKT_BIJ_GI),
        _own("gemeente", "gemeente", VAN_GEMEENTE),
        _own("regio", "regio", VAN_REGIO),
    )
)
BELEID: Final[tuple[Beleid, ...]] = (
    Beleid("opgaven_kostenopgave", OPGAVE),
    Beleid(
        "opgaven_kostenregel",
        through("opgaven_kostenregel", "opgave_id", "opgaven_kostenopgave"),
    ),
    Beleid("opgaven_personeelsopgave", OPGAVE),
    Beleid("opgaven_incidentjaar", OPGAVE),
    Beleid("opgaven_enquetelink", OPGAVE),
    # Only figures of them leave this table, and those are made beyond the wall.
    Beleid("opgaven_antwoord", "false"),
    Beleid("opgaven_incident", INCIDENT),
    Beleid(
        "opgaven_incidentstap",
        through("opgaven_incidentstap", "incident_id", "opgaven_incident"),
    ),
    Beleid("opgaven_zoekactie", _own("gi", "gi", WERKT_BIJ_GI)),
)
#: Tables that hold nothing of a family, with the reason.
VRIJ: Final[dict[str, str]] = {
    "opgaven_enqueteronde": "when the survey is held; no answers",
    "opgaven_lijstantwoord": "what a region says it has arranged, of no family",
    "opgaven_vacature": "vacancies, for everybody who works for one of the parties",
}
