"""Rules on products that are asked for or given: a product, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from paraplu.afspraken.producten import productcodes
from paraplu.berichten.regels.toets import Functie, Inhoud, Omgeving, toets


class Velden(NamedTuple):
    """How the first and the last day of a product are called in one kind of message."""

    begin: str
    einde: str


VELDEN: Final = {
    "JW301": Velden("Ingangsdatum", "Einddatum"),
    "JW315": Velden("ToewijzingIngangsdatum", "ToewijzingEinddatum"),
    "JW317": Velden("GewensteIngangsdatum", "Einddatum"),
}
#: The classes with a product that is given or asked for, and their kind of message.
TOEGEWEZEN, AANGEVRAAGD = "ToegewezenProduct", "AangevraagdProduct"
NIEUW, TE_WIJZIGEN = "NieuwProduct", "TeWijzigenProduct"
BERICHT_VAN: Final = {
    TOEGEWEZEN: "JW301",
    AANGEVRAAGD: "JW315",
    NIEUW: "JW317",
    TE_WIJZIGEN: "JW317",
}


def product_toets(
    code: str, *klassen: str, tekst: str, remedie: str
) -> Callable[[Functie], Functie]:
    """Make a function the test of rule `code` on these classes, each in its own message."""

    def add(functie: Functie) -> Functie:
        for klasse in klassen:
            soort = BERICHT_VAN[klasse]
            functie = toets(code, klasse=klasse, in_=(soort,), tekst=tekst, remedie=remedie)(
                functie
            )
        return functie

    return add


def heeft_code(product: Inhoud) -> bool:
    """Whether this is a specific product: one with a product code."""
    return "Code" in product.get("Product", {})


@product_toets(
    "CD079",
    *(TOEGEWEZEN, AANGEVRAAGD, NIEUW),
    tekst="Zonder budget hoort er een product te staan, en dat ontbreekt.",
    remedie="Vul Product in. Gaat het om een budget voor alle producten samen, vul dan Budget in.",
)
def product_zonder_budget(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """What has no budget has a product."""
    if "Budget" not in product and "Product" not in product:
        yield "Product"


_PAST_NIET = "De productcode hoort bij een andere productcategorie."
_KIES = "Controleer de productcode en de productcategorie in de lijst met producten."


@toets(
    "TR381",
    klasse="Product",
    in_=("JW301", "JW305", "JW307", "JW315", "JW317"),
    tekst=_PAST_NIET,
    remedie=_KIES,
)
def code_past_bij_categorie(product: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A code of the list stands with its own category; parties may agree on codes outside it."""
    if not _past(product.get("Code"), product.get("Categorie")):
        yield "Code"


@toets("TR381", klasse="Prestatie", in_=("JW323",), tekst=_PAST_NIET, remedie=_KIES)
def code_van_prestatie_past_bij_categorie(prestatie: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """The same in a declaration, where the product is no class of its own."""
    if not _past(prestatie.get("ProductCode"), prestatie.get("ProductCategorie")):
        yield "ProductCode"


def _past(code: str | None, categorie: str | None) -> bool:
    return code is None or productcodes().get(code, categorie) == categorie
