"""Samen leren: kernwaarden toetsen, de drie stappen per regio, en wie uit het gebied komt (R220, R236)."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from paraplu.netwerk.models import Subregio
from paraplu.overleg import leerstand
from paraplu.overleg.actions import leren
from paraplu.overleg.models import Bijeenkomst
from tests.casussen.bouwen import make_medewerker, make_organisatie

OP = date(2023, 12, 31)


@pytest.fixture
def houd(accounts):
    """Hold a meeting in FoodValley, unless told otherwise."""

    def doe(datum: str, soort: str = "samenwerking", **velden) -> Bijeenkomst:
        return leren.plan_bijeenkomst(
            by=accounts["backoffice"], soort=soort, titel="Samen", regio="FV",
            datum=date.fromisoformat(datum),
            elementen=["kennismaken", "visie", "bouwstenen", "eerste_stappen"], **velden,
        )  # fmt: skip

    return doe


def test_in_2021_hoort_samen_leren_bij_het_programma(houd):
    """R237: the learning groups came in 2022, so that year has a fifth point; R31: the four others."""
    assert leerstand.missing_elementen(houd("2021-10-01")) == [
        "Samen leren, omdat de leergroepen later komen"
    ]
    assert leerstand.missing_elementen(houd("2022-03-01")) == []
    assert leerstand.missing_elementen(houd("2022-03-01", "leergroep")) == []


def test_online_is_het_reisuur_vrij(houd):
    """R238, R33: one hour of preparation and two in the meeting."""
    assert (houd("2022-03-01").uren, houd("2022-03-02", online=True).uren) == (4, 3)


def test_wie_elders_werkt_valt_op(houd, accounts):
    """R238: the area of the organisation beside that of the meeting; a GI works everywhere."""
    deel = Subregio.objects.create(regio="FV", naam="Ede", gemeenten=["0228"], vanaf=OP)
    bijeenkomst = houd("2022-03-01", subregio=deel)
    organisaties = {
        "GI": make_organisatie("GI-1", "gi"),
        "Ede": make_organisatie("LT-0228", "lokaal_team", gemeente="0228"),
        "Barneveld": make_organisatie("LT-0203", "lokaal_team", gemeente="0203"),
    }
    for naam, organisatie in organisaties.items():
        wie = make_medewerker("lokaal_team", organisatie)
        type(wie).objects.filter(pk=wie.pk).update(naam=naam)
        leren.note_deelname(bijeenkomst=bijeenkomst, medewerker=wie, by=accounts["backoffice"])
    assert leerstand.warn_gebied(bijeenkomst, bijeenkomst.deelnames.all()) == [
        "Barneveld werkt niet in dit gebied."
    ]


def test_een_stap_die_te_vroeg_begint_geeft_een_waarschuwing(houd):
    """R236: contact data, meetings, learning groups, in that order."""

    def stap() -> leerstand.Stapstand:
        return next(s for s in leerstand.list_stappen(op=OP) if s.regio == "FoodValley")

    assert stap().waarschuwing == ""
    assert stap().zonder_contact > 0
    houd("2023-05-01", "leergroep")
    assert stap().waarschuwing == "De leergroep begon voor de eerste bijeenkomst."
    houd("2022-03-01")
    assert stap().bijeenkomst == date(2022, 3, 1)
    assert "contactgegevens zijn nog niet compleet" in stap().waarschuwing
    compleet = leerstand.Stapstand("FoodValley", 0, date(2022, 3, 1), date(2023, 5, 1))
    assert compleet.waarschuwing == ""


def test_een_kernwaarde_wordt_getoetst_met_twee_vaste_vragen(houd, als):
    """R220: what it means, where it is hard, whether it fits, what should change; R221: where it is
    noticed; R5: others read it.
    """
    bijeenkomst = houd("2022-03-01")
    velden = {
        "kernwaarden": ["leren"], "tekst": "We belden eerder.", "niveau": "tafels",
        "betekenis": "Ik vraag na wat er gebeurde.", "moeilijk": "Als het druk is.",
        "past": "nee", "voorstel": "Zeg liever: wij leren samen.",
    }  # fmt: skip
    adres = reverse("bijeenkomst_reflectie", args=[bijeenkomst.pk])
    fout = als("backoffice").post(adres, velden | {"moeilijk": "Kind 123456782"})
    assert "123456782" in fout.context["form"]["moeilijk"].value()
    assert not bijeenkomst.reflecties.exists()
    assert als("backoffice").post(adres, velden).status_code == 302
    pagina = als("raad").get(bijeenkomst.get_absolute_url()).content.decode()
    for deel in ("Aan de tafels", "Ik vraag na wat er gebeurde.", "Als het druk is."):
        assert deel in pagina
    [stand] = [w for w in leerstand.tally_kernwaarden() if w.voorstellen]
    assert (stand.naam, stand.ja, stand.nee) == ("We leren door samen terug te kijken", 0, 1)
    assert (
        "Zeg liever: wij leren samen."
        in als("lokaalteam").get(reverse("voorbeelden")).content.decode()
    )
