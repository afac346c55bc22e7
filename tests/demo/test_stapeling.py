"""Een kind krijgt een product nooit twee keer voor dezelfde dagen bij één aanbieder (TR302)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.demo.wereld.begrippen import Instelling, Kind, Organisatie, Product, Traject
from paraplu.demo.wereld.land import producten
from paraplu.demo.wereld.stapeling import BUDGET, vrije_keus
from paraplu.demo.wereld.wereld import Wereld

BEGIN = date(2022, 3, 1)
AMBULANT, GEZINSHUIS, JEUGDZORGPLUS = 1, 3, 5


@pytest.fixture
def wereld() -> Wereld:
    return Wereld(Instelling(schaal=0.001, eerste_jaar=2021, laatste_jaar=2022, seed=5))


@pytest.fixture
def kind(wereld: Wereld) -> Kind:
    return wereld.maak_kind(geboren=date(2010, 1, 1), gemeente="0202")


def krijgt(kind: Kind, product: Product, aanbieder: Organisatie, *, tot: date | None) -> None:
    traject = Traject(kind, "hulp", product, aanbieder, date(2020, 1, 1), tot)
    kind.trajecten.append(traject)


def keuzes(wereld: Wereld, kind: Kind, groep: int) -> set[tuple[str, str]]:
    """What comes out of many choices: product and provider."""
    uit = (vrije_keus(wereld, kind, groep, BEGIN) for _ in range(200))
    return {(product.sleutel, aanbieder.agb) for product, aanbieder in uit}


def test_wat_nog_loopt_wordt_niet_nog_eens_gekozen(wereld: Wereld, kind: Kind) -> None:
    product, aanbieder = vrije_keus(wereld, kind, AMBULANT, BEGIN)
    krijgt(kind, product, aanbieder, tot=None)
    gekozen = keuzes(wereld, kind, AMBULANT)
    assert (product.sleutel, aanbieder.agb) not in gekozen
    assert len(gekozen) > 1


def test_is_er_maar_een_product_dan_komt_er_een_andere_aanbieder(
    wereld: Wereld, kind: Kind
) -> None:
    product, aanbieder = vrije_keus(wereld, kind, GEZINSHUIS, BEGIN)
    assert len(wereld.land.hulp[GEZINSHUIS]) == 1
    krijgt(kind, product, aanbieder, tot=date(2022, 6, 1))
    gekozen = keuzes(wereld, kind, GEZINSHUIS)
    assert {sleutel for sleutel, _ in gekozen} == {product.sleutel}
    assert aanbieder.agb not in {agb for _, agb in gekozen}


def test_is_er_ook_maar_een_aanbieder_dan_komt_er_ambulante_hulp(
    wereld: Wereld, kind: Kind
) -> None:
    krijgt(kind, *vrije_keus(wereld, kind, JEUGDZORGPLUS, BEGIN), tot=date(2022, 6, 1))
    gekozen = {sleutel for sleutel, _ in keuzes(wereld, kind, JEUGDZORGPLUS)}
    assert {producten()[sleutel].tussentaal for sleutel in gekozen} == {AMBULANT}


def test_wat_lang_geleden_eindigde_mag_weer(wereld: Wereld, kind: Kind) -> None:
    product, aanbieder = vrije_keus(wereld, kind, JEUGDZORGPLUS, BEGIN)
    krijgt(kind, product, aanbieder, tot=date(2020, 6, 1))
    assert (product.sleutel, aanbieder.agb) in keuzes(wereld, kind, JEUGDZORGPLUS)


def test_naast_een_budget_voor_de_hele_categorie_past_niets_uit_die_categorie(
    wereld: Wereld, kind: Kind
) -> None:
    _, aanbieder = vrije_keus(wereld, kind, AMBULANT, BEGIN)
    budget = producten()[BUDGET]
    krijgt(kind, budget, aanbieder, tot=None)
    daar = {sleutel for sleutel, agb in keuzes(wereld, kind, AMBULANT) if agb == aanbieder.agb}
    assert daar
    assert budget.categorie not in {producten()[sleutel].categorie for sleutel in daar}
