"""How good the data is: products without a place in the tussentaal, and what checks of ours find."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..opzet import Kring
from ..woorden import schrijf
from .delen import Hoofdstuk, Tekst
from .vragen import Vraag


def make_kwaliteit(vraag: Vraag) -> Hoofdstuk | None:
    """What is wrong with the data below these figures; inside the circle of parties only."""
    if vraag.opzet.kring == Kring.PUBLIEK:
        return None
    zonder = vraag.boek.cijfers.monitor.niet_geplaatst()
    vraag.boek.write("producten zonder plaats in de tussentaal", len(zonder))
    zin = _("Elk product heeft een plaats in de tussentaal (R209).")
    if zonder:
        zin = _(
            "In heel Gelderland hebben %(aantal)s producten nog geen plaats in de tussentaal (R209)."
        ) % {"aantal": schrijf(len(zonder))}
    return Hoofdstuk("kwaliteit", _("Kwaliteit van de gegevens"), (Tekst(zin),))
