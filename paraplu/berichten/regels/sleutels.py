"""The rule on keys (TR101): nothing stands twice in one message.

A key counts together with those of the classes above it; each function therefore looks at the lines
of one class at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Final

from paraplu.berichten.regels.lezen import dag, getal
from paraplu.berichten.regels.toets import Functie, Inhoud, Omgeving, toets

Sleutel = Callable[[Inhoud], Hashable]


def _nummer(klasse: Inhoud) -> Hashable:
    return getal(klasse.get("ToewijzingNummer"))


def _product(klasse: Inhoud) -> Hashable:
    product = klasse.get("Product", {})
    return product.get("Categorie"), product.get("Code")


def _start(klasse: Inhoud) -> Hashable:
    return _nummer(klasse), _product(klasse), dag(klasse.get("Begindatum"))


def _stop(klasse: Inhoud) -> Hashable:
    return _start(klasse), klasse.get("RedenBeeindiging"), dag(klasse.get("Einddatum"))


def _nieuw(klasse: Inhoud) -> Hashable:
    return _product(klasse), dag(klasse.get("GewensteIngangsdatum"))


#: Message, the class that holds the lines, the class of a line, its key, and the key in words.
SLEUTELS: Final[tuple[tuple[str, str, str, Sleutel, str], ...]] = (
    ("JW301", "Relaties", "Relatie", lambda een: een.get("Nummer"), "relatie met dit nummer"),
    ("JW301", "Contactgegevens", "Contact", lambda een: een.get("Soort"), "adres van deze soort"),
    (
        "JW301",
        "ToegewezenProducten",
        "ToegewezenProduct",
        _nummer,
        "toewijzing met dit nummer",
    ),
    ("JW305", "StartProducten", "StartProduct", _start, "start van dit product op deze dag"),
    ("JW307", "StopProducten", "StopProduct", _stop, "stop van dit product op deze dag"),
    (
        "JW315",
        "AangevraagdeProducten",
        "AangevraagdProduct",
        lambda een: een.get("ReferentieAanbieder"),
        "product met deze referentie",
    ),
    (
        "JW317",
        "OngewijzigdeProducten",
        "OngewijzigdProduct",
        _nummer,
        "toewijzing met dit nummer",
    ),
    ("JW317", "TeWijzigenProducten", "TeWijzigenProduct", _nummer, "toewijzing met dit nummer"),
    ("JW317", "NieuweProducten", "NieuwProduct", _nieuw, "nieuw product met deze ingangsdatum"),
)


def _maak(naam: str, sleutel: Sleutel) -> Functie:
    """The test that no two lines of this class have the same key."""

    def geen_dubbele_sleutel(houder: Inhoud, omgeving: Omgeving) -> Iterator[str]:
        gezien: set[Hashable] = set()
        for nummer, een in enumerate(houder.get(naam, ()), 1):
            waarde = sleutel(een)
            if waarde in gezien:
                yield f"{naam}[{nummer}]"
            gezien.add(waarde)

    return geen_dubbele_sleutel


for _soort, _houder, _naam, _sleutel, _woorden in SLEUTELS:
    toets(
        "TR101",
        klasse=_houder,
        in_=(_soort,),
        tekst=f"In dit bericht staat al een {_woorden}.",
        remedie="Laat wat dubbel is weg, of verbeter de gegevens waarin zij gelijk zijn.",
    )(_maak(_naam, _sleutel))
