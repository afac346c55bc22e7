"""Where the world takes place: gemeenten with weights, organisations, products (all invented)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from paraplu.afspraken.gebieden import gemeente, gemeenten
from paraplu.demo.gegevens import lees_tabel
from paraplu.demo.wereld.begrippen import Organisatie, Product
from paraplu.demo.wereld.toeval import Toeval


@cache
def producten() -> dict[str, Product]:
    """The products the demo uses, by our own key."""
    return {
        rij["sleutel"]: Product(
            sleutel=rij["sleutel"],
            tussentaal=int(rij["tussentaal"]) if rij["tussentaal"] else None,
            soort_maatregel=rij["soort_maatregel"],
            groep=rij["groep"],
            categorie=rij["categorie"],
            code=rij["code"],
            eenheid=rij["eenheid"],
            frequentie=rij["frequentie"],
            volume=int(rij["volume"] or 0),
            tarief=int(rij["tarief"]),
            gewicht=float(rij["gewicht"] or 0),
        )
        for rij in lees_tabel("producten")
    }


@cache
def organisaties() -> tuple[Organisatie, ...]:
    """The GI's and providers of the demo."""
    return tuple(
        Organisatie(
            agb=rij["agb"],
            naam=rij["naam"],
            soort=rij["soort"],
            regios=tuple(rij["regios"].split()),
            tussentalen=tuple(int(getal) for getal in rij["tussentalen"].split()),
            gewicht=float(rij["gewicht"]),
            zonder_start=float(rij["zonder_start"] or 0),
        )
        for rij in lees_tabel("organisaties")
    )


@dataclass(frozen=True)
class Land:
    """Weighted choices, prepared once."""

    codes: tuple[str, ...]
    gewichten: tuple[float, ...]
    gis: tuple[Organisatie, ...]
    aanbod: dict[tuple[str, int], tuple[Organisatie, ...]]
    hulp: dict[int, tuple[Product, ...]]

    def kies_gemeente(self, toeval: Toeval) -> str:
        """A gemeente by the size of its youth."""
        return toeval.kies(self.codes, self.gewichten)

    def kies_gi(self, toeval: Toeval) -> Organisatie:
        """A GI by its share."""
        return toeval.kies(self.gis, [gi.gewicht for gi in self.gis])

    def kies_aanbieder(self, toeval: Toeval, waar: str, tussentaal: int) -> Organisatie:
        """A provider that this gemeente has a contract with for this kind of help."""
        keuze = self.aanbod[regio_van(waar), tussentaal]
        return toeval.kies(keuze, [aanbieder.gewicht for aanbieder in keuze])

    def kies_product(self, toeval: Toeval, tussentaal: int) -> Product:
        """A product of this group; 0 is what has no place."""
        keuze = self.hulp[tussentaal]
        return toeval.kies(keuze, [product.gewicht for product in keuze])


def regio_van(code: str) -> str:
    """The jeugdhulpregio of a gemeente of the demo."""
    gevonden = gemeente(code)
    if gevonden is None:
        raise KeyError(code)
    return gevonden.regio


@cache
def land() -> Land:
    """The one land there is."""
    gewicht = {rij["gemeente"]: float(rij["gewicht"]) for rij in lees_tabel("gewichten")}
    aanbod: dict[tuple[str, int], list[Organisatie]] = defaultdict(list)
    hulp: dict[int, list[Product]] = defaultdict(list)
    for organisatie in organisaties():
        for regio in organisatie.regios:
            for tussentaal in organisatie.tussentalen:
                aanbod[regio, tussentaal].append(organisatie)
    for product in producten().values():
        if not product.soort_maatregel:
            hulp[product.tussentaal or 0].append(product)
    codes = tuple(g.code for g in gemeenten())
    return Land(
        codes=codes,
        gewichten=tuple(gewicht[code] for code in codes),
        gis=tuple(o for o in organisaties() if o.soort == "GI"),
        aanbod={sleutel: tuple(keuze) for sleutel, keuze in aanbod.items()},
        hulp={sleutel: tuple(keuze) for sleutel, keuze in hulp.items()},
    )
