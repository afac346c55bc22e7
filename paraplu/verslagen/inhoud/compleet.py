"""From whom what is missing: pairs of gemeente and provider that did not declare a month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from paraplu.inzage.cijfers import BINNEN
from paraplu.inzage.keuze import MAANDEN

from ..opzet import Kring
from ..woorden import schrijf
from .delen import Blok, Hoofdstuk, Tabel, Tekst
from .vragen import Vraag

#: Rows of the table; a larger area names the first and counts the rest.
HOOGSTENS = 30


def make_compleet(vraag: Vraag) -> Hoofdstuk:
    """How much of what is expected has come, and who has not sent what.

    Outside the circle of parties only how much: a name says that a child gets help there.
    """
    opzet = vraag.opzet
    regels = vraag.boek.cijfers.monitor.volledigheid(opzet.periode, opzet.gebied.filters or BINNEN)
    verwacht = [regel for regel in regels if regel.verwacht]
    missend = [regel for regel in verwacht if not regel.aanwezig]
    onbeantwoord = [regel for regel in verwacht if regel.aanwezig and not regel.beantwoord]
    for naam, lijst in (
        ("verwacht", verwacht),
        ("ontbreekt", missend),
        ("onbeantwoord", onbeantwoord),
    ):
        vraag.boek.write(f"volledigheid {naam}", len(lijst))
    zin = _(
        "Van de %(verwacht)s verwachte maanden van een gemeente en een aanbieder ontbreken er "
        "%(missend)s, en wachten er %(onbeantwoord)s op een antwoord."
    ) % {
        "verwacht": schrijf(len(verwacht)),
        "missend": schrijf(len(missend)),
        "onbeantwoord": schrijf(len(onbeantwoord)),
    }
    blokken: list[Blok] = [Tekst(zin)]
    if opzet.kring != Kring.PUBLIEK and missend:
        blokken.extend(_list_missend(vraag, missend))
    return Hoofdstuk("compleet", _("Van wie ontbreekt wat"), tuple(blokken))


def _list_missend(vraag: Vraag, missend: Iterable[Any]) -> list[Blok]:
    """The gemeenten (of one gemeente: its providers) with the most months missing first."""
    van_gemeente = vraag.opzet.gebied.soort == "gemeente"
    maanden: dict[str, list[str]] = defaultdict(list)
    for regel in missend:
        naam = regel.aanbiedernaam if van_gemeente else regel.gemeentenaam
        maanden[naam].append(regel.maand.naam)
        vraag.boek.write(
            f"ontbreekt {regel.gemeente} {regel.aanbieder} {regel.maand.naam}", waarde=True
        )
    gesorteerd = sorted(maanden.items(), key=lambda paar: (-len(paar[1]), paar[0]))
    rijen = tuple(
        (naam, str(len(lijst)), _name_maanden(lijst)) for naam, lijst in gesorteerd[:HOOGSTENS]
    )
    koppen = (
        _("Aanbieder") if van_gemeente else _("Gemeente"),
        _("ontbreekt"),
        _("over de maanden"),
    )
    blokken: list[Blok] = [Tabel(_("Wat ontbreekt"), koppen, rijen, getallen=False)]
    if len(gesorteerd) > HOOGSTENS:
        rest = _("En nog %(aantal)s andere.") % {"aantal": len(gesorteerd) - HOOGSTENS}
        blokken.append(Tekst(rest))
    return blokken


def _name_maanden(lijst: Iterable[str]) -> str:
    return ", ".join(str(_(MAANDEN[int(maand[5:7]) - 1])) for maand in sorted(set(lijst)))
