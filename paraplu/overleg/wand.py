"""The tables of this room behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from paraplu.verslagen.wand import FUNCTIES as VERSLAGFUNCTIES
from paraplu.web.wand.beleid import Beleid, Functie, through

from .rechten import LEERT, LEEST

#: The kind of account and its organisation, as the reports ask them too.
FUNCTIES: Final[tuple[Functie, ...]] = VERSLAGFUNCTIES


def _soort_in(soorten: Iterable[str]) -> str:
    namen = ", ".join(f"'{soort}'" for soort in sorted(soorten))
    return f"(SELECT wand_soort()) IN ({namen})"


PARTIJ: Final = _soort_in(LEEST)
#: As `mag_overleg`: of all parties, or one's own organisation sits there.
_IN_KRING: Final = f"{PARTIJ} AND (kring = '*' OR position(' ' || (SELECT wand_organisatie()) || ' ' in kring) > 0)"
_VAN_OVERLEG: Final = "(overleg_id IS NULL OR {})"


def _of_overleg(tabel: str, *, mag_leeg: bool = False) -> str:
    zien = through(tabel, "overleg_id", "overleg_overleg")
    return f"{PARTIJ} AND {_VAN_OVERLEG.format(zien) if mag_leeg else zien}"


BELEID: Final[tuple[Beleid, ...]] = (
    Beleid("overleg_overleg", _IN_KRING),
    *(
        Beleid(f"overleg_{tabel}", _of_overleg(f"overleg_{tabel}"))
        for tabel in ("deelnemer", "agendapunt", "notitie", "verslagversie")
    ),
    Beleid("overleg_actie", _of_overleg("overleg_actie", mag_leeg=True)),
    *(
        Beleid(
            f"overleg_{tabel}",
            f"{PARTIJ} AND {through(f'overleg_{tabel}', 'actie_id', 'overleg_actie')}",
        )
        for tabel in ("actiedatum", "actiestap")
    ),
    Beleid("overleg_afwijking", PARTIJ),
    Beleid("overleg_afwijkingstap", PARTIJ),
    Beleid("overleg_escalatie", PARTIJ),
    Beleid("overleg_besluit", f"openbaar OR {PARTIJ}"),
    Beleid("overleg_bijeenkomst", _soort_in(LEERT)),
    Beleid("overleg_deelname", _soort_in(LEERT)),
    Beleid("overleg_reflectie", _soort_in(LEERT)),
    Beleid(
        "overleg_raadsbrief",
        f"{_soort_in({'contractmanager'})} OR ({_soort_in({'backoffice', 'wethouder'})}"
        " AND 'gemeente:' || gemeente = (SELECT wand_organisatie()))",
    ),
)
VRIJ: Final[dict[str, str]] = {
    "overleg_orgaan": "welke organen er zijn, staat in openbare stukken",
    "overleg_orgaanlid": "welke organisaties in een orgaan zitten; geen namen van mensen",
    "overleg_regiostand": "hoe ver een regio met een bouwsteen is, mag iedereen weten",
    "overleg_basisafspraak": "afspraken over taken en geld, zonder kinderen",
    "overleg_gegevenswens": "welke gegevens een regio zinvol vindt; geen gegevens zelf",
    "overleg_document": "vastgestelde stukken zijn openbaar (R320)",
    "overleg_documentversie": "vastgestelde stukken zijn openbaar (R320)",
}
