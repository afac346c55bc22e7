"""The tables of this room behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from typing import Final

from paraplu.inzage.kijker import BUITEN_DE_KRING, ZONDER_CIJFERS
from paraplu.web.wand.beleid import Beleid, Functie

from .opzet import Kring


def _list(soorten: frozenset) -> str:
    return ", ".join(f"'{soort}'" for soort in sorted(soorten))


_SOORT: Final = "SELECT g.soort FROM public.web_gebruiker g WHERE g.id = public.wand_gebruiker()"
_EIGEN: Final = (
    "SELECT g.organisatie_soort || ':' || g.organisatie_code FROM public.web_gebruiker g"
    " WHERE g.id = public.wand_gebruiker()"
)
FUNCTIES: Final = (
    Functie("wand_soort", "", "text", _SOORT),
    Functie("wand_organisatie", "", "text", _EIGEN),
)
#: A council has the code of its gemeente and is no part of the organisation that makes reports.
VAN_ONS: Final = (
    "organisatie_soort || ':' || organisatie_code = (SELECT wand_organisatie())"
    f" AND (SELECT wand_soort()) NOT IN ({_list(BUITEN_DE_KRING | ZONDER_CIJFERS)})"
)
#: As `mag_zien`; the administrator of the machine sees none.
_KRING: Final = (
    f"kring = '{Kring.PUBLIEK}' OR (kring = '{Kring.PARTIJEN}'"
    f" AND (SELECT wand_soort()) NOT IN ({_list(BUITEN_DE_KRING)}))"
)
MAG: Final = (
    f"(SELECT wand_soort()) NOT IN ({_list(ZONDER_CIJFERS)}) AND ("
    f"({VAN_ONS})"
    f" OR (gepubliceerd_op IS NOT NULL AND kring <> '{Kring.EIGEN}' AND ({_KRING})))"
)
BELEID: Final[tuple[Beleid, ...]] = (
    Beleid("verslagen_rapport", MAG),
    Beleid("verslagen_aanvraag", VAN_ONS),
)
VRIJ: Final[dict[str, str]] = {}
