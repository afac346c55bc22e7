"""The tables of this room behind the second wall: who sees which row, one line per table.

The agreement and the product book are for who reads contracts. A scenario is for who made it and for
the organisations it is shared with, as in `queries.scenarios_for`.
"""

# ruff: noqa: S608 - put together from our own words, at the time of migration

from __future__ import annotations

from typing import Final

from paraplu.web.wand.beleid import Beleid, Functie, among, through

from .rechten import LEZERS

_LEZERS: Final = ", ".join(f"'{soort}'" for soort in sorted(LEZERS))
_LEEST: Final = f"""
SELECT EXISTS (
    SELECT 1 FROM public.web_gebruiker g
    WHERE g.id = public.wand_gebruiker() AND g.soort IN ({_LEZERS})
)
"""
#: A council shares the code of its gemeente and reads no contracts: the kind is asked too.
_GEDEELD: Final = f"""
SELECT coalesce(array_agg(d.scenario_id), '{{}}')
FROM public.contract_scenariodeling d, public.web_gebruiker g
WHERE g.id = public.wand_gebruiker() AND g.soort IN ({_LEZERS})
AND d.ingetrokken_op IS NULL
AND d.organisatie_soort = g.organisatie_soort AND d.organisatie_code = g.organisatie_code
"""
FUNCTIES: Final = (
    Functie("wand_leest_contracten", "", "boolean", _LEEST),
    Functie("wand_gedeelde_scenarios", "", "bigint[]", _GEDEELD),
)
MAG_LEZEN: Final = "(SELECT wand_leest_contracten())"
#: Tables of the agreement, the product book and the registers.
VAN_PARTIJEN: Final = (
    "overeenkomst",
    "verlenging",
    "partij",
    "toetredingsbesluit",
    "bijlage",
    "bijlageversie",
    "bijlagebestand",
    "contractmoment",
    "regioclausule",
    "inkoopwijze",
    "product",
    "tarief",
    "tariefdeel",
    "indexatie",
    "punt",
    "puntstand",
    "werkzaamheid",
    "werknorm",
    "caseloadstand",
)
BELEID: Final[tuple[Beleid, ...]] = (
    *(Beleid(f"contract_{tabel}", MAG_LEZEN) for tabel in VAN_PARTIJEN),
    Beleid(
        "contract_scenario",
        f"maker_id = (SELECT wand_gebruiker()) OR {among('id', 'wand_gedeelde_scenarios()')}",
    ),
    Beleid(
        "contract_scenarioversie",
        through("contract_scenarioversie", "scenario_id", "contract_scenario"),
    ),
    Beleid(
        "contract_scenariodeling",
        through("contract_scenariodeling", "scenario_id", "contract_scenario"),
    ),
)
VRIJ: Final[dict[str, str]] = {}
