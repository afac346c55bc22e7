"""The back of a report: quality, definitions, hidden figures with their reason, how it was made."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.afspraken import lezingen

from ..boek import fingerprint
from ..bonnen import name_definitie
from ..herkomst import Herkomst
from ..opzet import Kring
from .delen import Blok, Hoofdstuk, Paren, Punten, Tekst
from .vragen import Vraag


def make_definities(vraag: Vraag) -> list[Hoofdstuk]:
    """Each value as it is counted, then the readings of the agreements that they rest on."""
    hoofdstukken = [
        Hoofdstuk("definities", _("Bijlage: definities"), (Tekst(_("Zo tellen wij elke waarde.")),))
    ]
    gebruikt: set[str] = set()
    for indicator in vraag.indicatoren:
        gebruikt.update(indicator.lezingen)
        alineas = [" ".join(deel.split()) for deel in indicator.definitie.split("\n\n")]
        blokken: list[Blok] = [Tekst(alinea) for alinea in alineas if alinea]
        if indicator.opmerkingen:
            blokken.append(Punten(tuple(map(str, indicator.opmerkingen))))
        blokken.append(
            Paren(
                (
                    (_("Definitie"), name_definitie(indicator.code)),
                    (_("Bron"), indicator.bron),
                    (_("Afspraken"), ", ".join(indicator.vereisten)),
                    (_("Lezingen"), ", ".join(indicator.lezingen)),
                )
            )
        )
        titel = f"{indicator.naam} ({indicator.code})"
        hoofdstukken.append(Hoofdstuk(f"definitie-{indicator.code}", titel, tuple(blokken), 2))
    return [*hoofdstukken, _make_lezingen(gebruikt)]


def _make_lezingen(nummers: set[str]) -> Hoofdstuk:
    """What we chose where the sources are unclear."""
    gezocht = sorted(nummers, key=lambda nummer: int(nummer[1:]))
    punten = []
    for nummer in gezocht:
        lezing = lezingen.lezing(nummer)
        punten.append(f"{nummer} {lezing.titel}. {lezing.keuze}")
    return Hoofdstuk("lezingen", _("Zo lezen wij de afspraken"), (Punten(tuple(punten)),), 2)


def make_verborgen(vraag: Vraag) -> Hoofdstuk | None:
    """Why figures are hidden; None where none is."""
    redenen = vraag.boek.redenen()
    if not redenen:
        return None
    zin = _(
        "Waar “verborgen” staat, is er wel een cijfer. Het staat hier niet, en het is geen nul. "
        "Wie het mag zien, vindt het in de monitor."
    )
    punten = tuple(
        _("%(aantal)s keer: %(reden)s") % {"aantal": aantal, "reden": reden}
        for reden, aantal in redenen
    )
    return Hoofdstuk("verborgen", _("Bijlage: wat verborgen is"), (Tekst(zin), Punten(punten)))


def make_verantwoording(vraag: Vraag, herkomst: Herkomst) -> Hoofdstuk:
    """What is needed to make this report again."""
    opzet = vraag.opzet
    bekend = opzet.bekend_op or herkomst.laatste_levering
    paren = (
        (_("Voor wie"), str(Kring(opzet.kring).label)),
        (_("Gemaakt op"), date_format(opzet.datum, "j F Y")),
        (_("Zoals bekend op"), date_format(bekend, "j F Y") if bekend else _("onbekend")),
        (_("Gegevens"), herkomst.data),
        (_("Kleinste aantal kinderen dat wij tonen"), _name_drempels(herkomst)),
        (_("Programma"), herkomst.code),
        (_("Vingerafdruk van de cijfers"), fingerprint(vraag.boek.als_dict())),
    )
    zin = _(
        "Een gepubliceerd verslag verandert niet. De gegevens, de definities en de drempels waarmee "
        "het is gemaakt, blijven bewaard. Daarmee kan ieder nagaan dat er dezelfde cijfers uit komen."
    )
    titel = _("Bijlage: zo is dit verslag gemaakt")
    return Hoofdstuk("verantwoording", titel, (Tekst(zin), Paren(paren)))


def _name_drempels(herkomst: Herkomst) -> str:
    if not herkomst.drempels:
        return _("geen drempel")
    return ", ".join(
        f"{regio}: {aantal}" if regio else str(aantal) for regio, aantal in herkomst.drempels
    )
