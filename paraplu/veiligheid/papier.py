"""The plan on paper: the same words as the page, with room for who signs."""

from __future__ import annotations

from django.utils.translation import gettext as _

from paraplu.casussen.models import Persoon
from paraplu.web.papier.stuk import Blok, Kop, Lijst, Ondertekening, Stuk

from .inhoud import read_inhoud
from .leesbaar import list_blokken, list_instemmingen, list_kindblokken
from .models import Planversie
from .queries import instemmingen_of


def make_stuk(versie: Planversie) -> Stuk:
    """The whole plan, for the family and those who carry it."""
    return Stuk(
        titel=_("Veiligheidsplan"),
        datum=versie.vastgesteld_op,
        kenmerk=_kenmerk(versie),
        blokken=(
            *list_blokken(read_inhoud(versie)),
            *_instemmingen(versie),
            *_room_to_sign(versie),
        ),
        voet=_("Dit plan is van de ouders. Bewaar het op een plek die veilig is."),
    )


def make_kindstuk(versie: Planversie) -> Stuk:
    """What a child reads; only for a version with words for children."""
    return Stuk(
        titel=_("Ons plan voor thuis"),
        datum=versie.vastgesteld_op,
        kenmerk=_kenmerk(versie),
        blokken=list_kindblokken(read_inhoud(versie)),
    )


def _kenmerk(versie: Planversie) -> str:
    nummers = {"gezin": versie.plan.gezin.nummer, "versie": versie.nummer}
    return _("%(gezin)s, versie %(versie)s") % nummers


def _instemmingen(versie: Planversie) -> tuple[Blok, ...]:
    zinnen = list_instemmingen(instemmingen_of(versie))
    return (Kop(1, _("Wie is het eens met dit plan?")), Lijst(zinnen)) if zinnen else ()


def _room_to_sign(versie: Planversie) -> tuple[Blok, ...]:
    """The parents own the plan: they sign first. Who supervises signs too."""
    ouders = versie.plan.gezin.personen.filter(rol=Persoon.Rol.OUDER)
    wie = [Ondertekening(naam=ouder.naam, functie=_("Ouder")) for ouder in ouders]
    toezicht = Ondertekening(
        naam=versie.toezicht_door, functie=_("Kijkt of de afspraken worden nagekomen")
    )
    return (Kop(1, _("Ondertekening")), *wie, toezicht)
