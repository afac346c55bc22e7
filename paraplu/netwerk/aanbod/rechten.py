"""Who may open which page about care on offer.

All parties see what there is and how long one waits (R38, R205); who offers tells its own, who buys
tells that (R118); the technical administrator and a council see nothing of it.
"""

from __future__ import annotations

from paraplu.web.models import Soort

PARTIJEN = frozenset(Soort) - {Soort.BEHEERDER, Soort.RAADSLID}
BIEDT_AAN = frozenset({Soort.AANBIEDER, Soort.LOKAALTEAM, Soort.BACKOFFICE})
KOOPT_IN = frozenset({Soort.CONTRACTMANAGER, Soort.REGIO, Soort.BACKOFFICE})

MATRIX: dict[str, frozenset[Soort]] = {
    "aanbod": PARTIJEN,
    "voorziening": PARTIJEN,
    "aanbod_blad_uit": PARTIJEN,
    # One's own offers, and what is free of them.
    "aanbod_eigen": BIEDT_AAN,
    "voorziening_nieuw": BIEDT_AAN,
    "voorziening_wijzigen": BIEDT_AAN,
    "aanbod_opgeven": BIEDT_AAN,
    "aanbod_bevestigen": BIEDT_AAN,
    # A sheet: of one's own offers, or of what one bought.
    "aanbod_inlezen": BIEDT_AAN | KOOPT_IN,
    "aanbod_blad": BIEDT_AAN | KOOPT_IN,
    "aanbod_inkoop": KOOPT_IN,
    # The lokale teams have sight of quality (R242), and so have those who buy.
    "aanbod_kwaliteit": KOOPT_IN | {Soort.LOKAALTEAM},
    "aanbod_wachttijd": PARTIJEN,
    "wachttijd_reactie": frozenset({Soort.AANBIEDER}),
    "wachtlijsten": PARTIJEN,
    "wachtlijst_opgeven": frozenset({Soort.GI, Soort.TEAMLEIDER, Soort.LOKAALTEAM}),
}
