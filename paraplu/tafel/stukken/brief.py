"""An invitation on paper, in plain words, for who cannot or will not be mailed (R67)."""

from __future__ import annotations

from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from paraplu.web.papier.stuk import Alinea, Blok, Kop, Lijst, Ondertekening, Stuk, Velden
from paraplu.web.templatetags.kader import dag

from ..models import Genodigde


def make_brief(genodigde: Genodigde, *, folder: str, op: date) -> Stuk:
    """The letter to one guest: when, where, what for, and what one may do."""
    zitting = genodigde.zitting
    begin, einde = localtime(zitting.begin), localtime(zitting.einde)
    blokken: list[Blok] = [
        Alinea(_("Beste %(naam)s,") % {"naam": genodigde.wie}),
        Alinea(_("U bent uitgenodigd voor een gesprek aan de Jeugdbeschermingstafel.")),
        Velden(
            (
                (_("Wanneer"), f"{dag(begin.date())}, {begin:%H.%M} - {einde:%H.%M}"),
                (_("Waar"), zitting.plaats),
                (_("Wie leidt het gesprek"), zitting.voorzitter.naam),
            )
        ),
        Kop(1, _("Waar gaat het over?")),
        Alinea(
            _(
                "Samen kijken we hoe het gaat met de kinderen. Kan de hulp vrijwillig verder? "
                "Of moet de Raad voor de Kinderbescherming onderzoeken wat nodig is?"
            )
        ),
        Kop(1, _("Wat mag u?")),
        Lijst(
            (
                _("Vertellen hoe u vindt dat de hulp gaat."),
                _("Vertellen hoe het thuis en met de kinderen gaat."),
                _("Vooraf opschrijven wat u van het verzoek vindt."),
                _("Iemand meenemen die u vertrouwt."),
            )
        ),
    ]
    if folder:
        blokken.append(Alinea(_("Meer lezen: %(adres)s") % {"adres": folder}))
    blokken.append(
        Ondertekening(
            naam=zitting.voorzitter.naam,
            functie=_("Voorzitter"),
            organisatie=zitting.tafel.organisatie.naam,
            datum=op,
        )
    )
    return Stuk(
        titel=_("Uitnodiging voor een gesprek"),
        datum=op,
        kenmerk=zitting.casus.nummer,
        blokken=tuple(blokken),
    )
