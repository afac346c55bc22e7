"""What the sources of 2020 and 2021 hold, as data: each in our own words, with its place."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.overleg import gegevens
from paraplu.overleg.actions import registers
from paraplu.overleg.forms.registers import BasisafspraakForm, BijeenkomstForm, RegiostandForm
from paraplu.overleg.lesstof import BASIS, BOUWSTENEN, ELEMENTEN, KERNWAARDEN, MIX, THEMAS
from paraplu.overleg.models import Overlegsoort
from paraplu.overleg.standen import BESPREEKT, afspraken_of
from tests.overleg.conftest import DAG

ACTIES = {rij["sleutel"]: rij for rij in gegevens.lees("acties2020")["actie"]}
ORGANEN = {rij["naam"]: rij for rij in gegevens.lees("organen")["orgaan"]}


@pytest.mark.parametrize(
    ("vereiste", "sleutel", "woord"),
    [
        ("R37", "A12", "preventieve hulp"),
        ("R38", "A13", "waar plek is"),
        ("R150", "A18", "werving en opleiding"),
        ("R152", "A8", "taken van hun backoffice samen"),
        ("R162", "I1", "25.000 euro"),
        ("R167", "A24", "bijzondere kosten"),
        ("R168", "A7", "gesloten jeugdzorg"),
        ("R169", "A20", "gesprek met de GI's samen"),
        ("R231", "A11", "Gelderse visie"),
        ("R308", "A19", "leren en te verbeteren"),
        ("R319", "I1", "2022 is nog open"),
    ],
)
def test_een_afspraak_van_toen_is_een_actie(vereiste, sleutel, woord):
    assert vereiste.startswith("R")
    assert woord in " ".join(str(waarde) for waarde in ACTIES[sleutel].values())


def test_alle_acties_van_2020_hebben_een_termijn_of_zeggen_dat_die_ontbreekt():
    """R219: part, subject, result, deadline, owner and finance; no deadline is said in words."""
    assert len(ACTIES) == 25
    for actie in ACTIES.values():
        assert actie.get("datum") or "niet genoemd" in actie["termijn"], actie["sleutel"]
        assert actie["resultaat"] != actie["onderwerp"]
    assert ACTIES["A22"]["eigenaar"] == ""


def test_de_twee_werkgroepen_hebben_leden_en_een_opdracht():
    """R216, R314: contracts, and working together; the seven regions share the costs."""
    contracten, samenwerken = (
        ORGANEN["Werkgroep Contracten"],
        ORGANEN["Werkgroep Samenwerken in de praktijk"],
    )
    assert "delen de kosten gelijk" in contracten["opdracht"]
    assert len(samenwerken["leden"]) == 6


def test_elk_overleg_bespreekt_zijn_eigen_afspraken():
    """R302: six in the contract talk, RA8 and RA11 in the contract management (R218), all on Gelders level."""
    per = {soort: [a.nummer for a in afspraken_of(soort)] for soort in Overlegsoort.values}
    assert per == {"gelders": list(range(1, 12)), "contract": [1, 2, 4, 5, 7, 10], "cm": [8, 11],
                   "g7": []}  # fmt: skip
    assert set(BESPREEKT) == set(Overlegsoort.values)


def test_de_lijsten_van_het_leren_zijn_compleet():
    """R1, R31, R32, R34, R229 and R315: as many as the sources name."""
    assert [len(x) for x in (KERNWAARDEN, ELEMENTEN, THEMAS, MIX, BASIS, BOUWSTENEN)] == [
        4, 4, 3, 4, 8, 8,
    ]  # fmt: skip


BIJEENKOMST = {
    "soort": "thema", "titel": "Leren", "datum": "2021-06-24", "regio": "CG", "subregio": "",
    "initiatief": "", "werkwijze": "", "uren_voorbereiding": "0", "uren_deelname": "2",
    "uren_reis": "0", "uren_organisatie": "6", "online": "nee", "skj": "nee", "kernwaarden": ["vertrouwen"],
    "themas": ["lokaal"],
}  # fmt: skip


@pytest.mark.django_db
def test_een_themabijeenkomst_telt_uren_van_organisatoren_en_mag_zonder_initiatiefnemer():
    """R316; P44 and R30: three regions name no central gemeente, so it may stay empty."""
    form = BijeenkomstForm(BIJEENKOMST, on=DAG)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["uren_organisatie"] == 6
    fout = BijeenkomstForm({**BIJEENKOMST, "uren_reis": "-1"}, on=DAG)
    assert "uren_reis" in fout.errors


def test_wie_van_een_basisafspraak_afwijkt_zegt_waarom(accounts):
    """R230: made bovenregionaal; a local one that deviates names from what and why. R37."""
    velden = {"niveau": "bovenregionaal", "gebied": "", "onderwerp": "Preventief pakket",
              "tekst": "Wie doet wat.", "vanaf": "2021-01-01", "wijkt_af_van": "", "waarom": ""}  # fmt: skip
    form = BasisafspraakForm(velden, on=DAG)
    assert form.is_valid(), form.errors
    boven = registers.add_basisafspraak(by=accounts["contractmanager"], on=DAG, **form.cleaned_data)
    lokaal = {**velden, "niveau": "lokaal", "gebied": "gemeente-0228", "wijkt_af_van": boven.pk}
    assert "waarom" in BasisafspraakForm(lokaal, on=DAG).errors
    assert BasisafspraakForm({**lokaal, "waarom": "Klein"}, on=DAG).is_valid()


@pytest.mark.django_db
def test_de_stand_van_een_regio_is_van_een_bouwsteen_of_van_de_basis():
    """R229: eight elements with status, evidence and owner; R315: status per bouwsteen."""
    velden = {"regio": "FV", "stand": "in_werking", "datum": "2021-09-01", "orgaan": "",
              "eigenaar": "Regio", "bewijs": "Jaarverslag"}  # fmt: skip
    for sleutel, soort in (("d", "basis"), ("B4", "bouwsteen")):
        form = RegiostandForm({**velden, "sleutel": sleutel}, on=DAG)
        assert form.is_valid(), form.errors
        assert form.cleaned_data["soort"] == soort
    assert form.cleaned_data["datum"] == date(2021, 9, 1)
