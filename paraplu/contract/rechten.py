"""The rows of this room in the rights matrix (`web/rechten.py`), and who may change what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from paraplu.web.models import Gebruiker, Organisatie, Soort

if TYPE_CHECKING:
    from .models import Scenario

#: Who reads contracts, tariffs and scenarios: the parties to them, and who decides about them (R210).
LEZERS: Final = frozenset(
    {
        Soort.CONTRACTMANAGER,
        Soort.PROVINCIE,
        Soort.GI,
        Soort.BACKOFFICE,
        Soort.REGIO,
        Soort.WETHOUDER,
    }
)
#: Who keeps the agreement and the product book (R208).
BEHEERDERS: Final = frozenset({Soort.CONTRACTMANAGER, Soort.PROVINCIE})
#: Who keeps what one region has otherwise: the province for all, a region for itself.
VAN_REGIO: Final = BEHEERDERS | {Soort.REGIO}
#: Who says how many measures a jeugdbeschermer of a GI has (R292).
VAN_GI: Final = BEHEERDERS | {Soort.GI}


def may_change_regio(gebruiker: Gebruiker, regio: str) -> bool:
    """The province for every region; a region for itself and for no other."""
    if gebruiker.soort == Soort.PROVINCIE:
        return True
    return (
        gebruiker.soort in VAN_REGIO
        and gebruiker.organisatie_soort == Organisatie.REGIO
        and gebruiker.organisatie_code == regio
    )


def may_change_scenario(gebruiker: Gebruiker, scenario: Scenario) -> bool:
    """Only who made it."""
    return bool(scenario.maker_id == gebruiker.pk)


MATRIX: Final[dict[str, frozenset[Soort]]] = {
    "overeenkomsten": LEZERS,
    "overeenkomst": LEZERS,
    "bijlage_bestand": LEZERS,
    "overeenkomst_erbij": BEHEERDERS,
    "overeenkomst_regio": VAN_REGIO,
    "overeenkomst_besluit": VAN_REGIO,
    "contractregisters": LEZERS,
    "contractregister_erbij": VAN_GI,
    "productboek": LEZERS,
    "productboek_uit": LEZERS,
    "productboek_inlezen": BEHEERDERS,
    "product": LEZERS,
    # Which of them, `queries.scenarios_for` says: made by oneself or shared with one's organisation.
    "rekenhulp": LEZERS,
    "scenarios": LEZERS,
    "scenario": LEZERS,
    "scenario_nieuw": LEZERS,
    "scenario_versie": LEZERS,
    "scenario_delen": LEZERS,
    "scenario_uit": LEZERS,
    "scenarios_vergelijken": LEZERS,
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {
    "overeenkomst_regio": may_change_regio,
    "overeenkomst_besluit": may_change_regio,
    "scenario_delen": may_change_scenario,
    "scenario_versie": may_change_scenario,
}
