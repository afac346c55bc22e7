"""Puts a report together: what matters first, then value by value, then how it was made."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.inzage.keuze import name_periode

from ..boek import Boek
from ..herkomst import Herkomst
from ..opzet import Kring, Opzet, Soort
from .afspraken import make_afspraken
from .bijlagen import make_definities, make_verantwoording, make_verborgen
from .compleet import make_compleet
from .delen import Hoofdstuk, Inhoud
from .kort import make_delen, make_kern, make_kort
from .kwaliteit import make_kwaliteit
from .vragen import Vraag
from .waarden import make_waarde


def make_inhoud(boek: Boek, opzet: Opzet, herkomst: Herkomst) -> Inhoud:
    """The report that `opzet` asks for, of the figures that `boek` gives."""
    vraag = Vraag(boek, opzet)
    kern = make_kern(vraag)
    hoofdstukken: list[Hoofdstuk | None] = [
        make_kort(vraag),
        make_afspraken(vraag),
        make_delen(vraag),
        *(make_waarde(vraag, indicator) for indicator in vraag.indicatoren),
        make_compleet(vraag),
        make_kwaliteit(vraag),
        make_verborgen(vraag),
        *make_definities(vraag),
    ]
    # Last: it has the fingerprint of all figures.
    hoofdstukken.append(make_verantwoording(vraag, herkomst))
    return Inhoud(
        titel=name_opzet(opzet),
        onderwerp=_("Gelderse monitor jeugdbescherming"),
        kern=kern,
        datum=opzet.datum,
        kenmerken=_list_kenmerken(opzet, herkomst),
        hoofdstukken=tuple(deel for deel in hoofdstukken if deel),
    )


def name_opzet(opzet: Opzet) -> str:
    """The title: Jaarverslag 2023, Ede."""
    namen = {"periode": name_periode(opzet.periode), "gebied": opzet.gebied.naam}
    if opzet.soort == Soort.JAAR:
        return _("Jaarverslag %(periode)s, %(gebied)s") % namen
    return _("Verslag voor het overleg over %(periode)s, %(gebied)s") % namen


def _list_kenmerken(opzet: Opzet, herkomst: Herkomst) -> tuple[tuple[str, str], ...]:
    bekend = opzet.bekend_op or herkomst.laatste_levering
    return (
        (_("Gebied"), opzet.gebied.naam),
        (_("Periode"), name_periode(opzet.periode)),
        (_("Zoals bekend op"), date_format(bekend, "j F Y") if bekend else _("onbekend")),
        (_("Voor wie"), str(Kring(opzet.kring).label)),
    )
