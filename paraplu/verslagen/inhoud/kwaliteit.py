"""How good the data is: what the checks of our own find, and products without a place."""

from __future__ import annotations

from django.utils.translation import gettext as _

from paraplu.inzage.cijfers import BINNEN
from paraplu.monitor import kwaliteit

from ..opzet import Kring
from ..woorden import schrijf
from .delen import Blok, Hoofdstuk, Tabel, Tekst
from .vragen import Vraag

WIE = {
    "gemeente": lambda: _("gemeente"),
    "gi": lambda: _("GI"),
    "aanbieder": lambda: _("aanbieder"),
}


def make_kwaliteit(vraag: Vraag) -> Hoofdstuk | None:
    """What is wrong with the data below these figures; inside the circle of parties only.

    Findings about children are counted in a report in full alone: such counts are small, and could
    be subtracted between areas.
    """
    if vraag.opzet.kring == Kring.PUBLIEK:
        return None
    blokken: list[Blok] = [_make_controles(vraag), Tekst(_tell_niet_geplaatst(vraag))]
    if vraag.opzet.kring != Kring.EIGEN:
        uitleg = _(
            "Hier staan alleen controles op berichten. Bevindingen over kinderen ziet elke "
            "organisatie van haar eigen gebied, op de pagina over kwaliteit."
        )
        blokken.insert(1, Tekst(uitleg))
    return Hoofdstuk("kwaliteit", _("Kwaliteit van de gegevens"), tuple(blokken))


def _make_controles(vraag: Vraag) -> Tabel:
    """Per check how often it found something in this area and period, and who can mend it."""
    opzet = vraag.opzet
    maanden = opzet.periode.maanden()
    keuze = kwaliteit.Keuze(
        van=maanden[0].naam, tot=maanden[-1].naam, filters=opzet.gebied.filters or BINNEN
    )
    rijen = []
    for rij in kwaliteit.tel(vraag.boek.cijfers.monitor, keuze, per=("code",)):
        controle = kwaliteit.zoek_controle(rij["code"])
        if not controle.over_berichten and opzet.kring != Kring.EIGEN:
            continue
        vraag.boek.write(f"bevindingen {controle.code}", rij["aantal"])
        wie = ", ".join(WIE[soort]() for soort in controle.herstelt)
        rijen.append((f"{controle.code} {controle.titel}", schrijf(rij["aantal"]), wie))
    koppen = (_("Controle"), _("bevindingen"), _("wie het kan herstellen"))
    return Tabel(_("Wat onze controles vonden"), koppen, tuple(rijen))


def _tell_niet_geplaatst(vraag: Vraag) -> str:
    zonder = vraag.boek.cijfers.monitor.niet_geplaatst()
    vraag.boek.write("producten zonder plaats in de tussentaal", len(zonder))
    if not zonder:
        return _("Elk product heeft een plaats in de tussentaal (R209).")
    return _(
        "In heel Gelderland hebben %(aantal)s producten nog geen plaats in de tussentaal (R209)."
    ) % {"aantal": schrijf(len(zonder))}
