"""Een voorstel maken, delen en er een besluit bij vastleggen (R208, R218)."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from paraplu.vooruit import actions, queries
from paraplu.vooruit.forms import DefinitieForm, TermijnForm
from paraplu.vooruit.fouten import VoorstelFout
from paraplu.vooruit.lezen.voorstel import describe, make_wijziging
from paraplu.vooruit.models import Besluit, Voorstel
from paraplu.web.models import Spoor

pytestmark = pytest.mark.django_db
OP = date(2024, 3, 1)
KOP = "productcategorie;productcode;tussentaal;vanaf;tot;versie;toelichting\n"


def maak(by, **anders) -> Voorstel:
    velden = {
        "soort": "norm",
        "onderwerp": "instroom",
        "waarde": "-3",
        "titel": "Rustiger",
        "reden": "Het kan niet sneller.",
    }
    return actions.make_voorstel(**{**velden, **anders}, by=by, on=OP)


def test_alleen_de_eigen_organisatie_ziet_een_voorstel_tot_het_is_gedeeld(accounts):
    voorstel = maak(accounts["gi"])
    assert list(queries.voorstellen_for(accounts["gi"])) == [voorstel]
    assert not queries.voorstellen_for(accounts["contractmanager"]).exists()
    actions.share_voorstel(voorstel=voorstel, by=accounts["gi"], on=OP)
    assert list(queries.voorstellen_for(accounts["contractmanager"])) == [voorstel]
    for soort in ("raadslid", "beheerder"):
        assert not queries.voorstellen_for(accounts[soort]).exists()
    assert [s.handeling for s in Spoor.objects.order_by("pk")] == [
        "voorstel maken",
        "voorstel delen",
    ]


def test_een_besluit_is_er_een_keer_en_alleen_over_wat_gedeeld_is(accounts):
    voorstel, by = maak(accounts["contractmanager"]), accounts["contractmanager"]

    def besluit(dag: date) -> None:
        actions.decide_voorstel(
            voorstel=voorstel, besluit=Besluit.AFGEWEZEN, besloten_op=dag, overleg="Overleg",
            by=by, on=date(2024, 6, 1),
        )  # fmt: skip

    with pytest.raises(VoorstelFout, match="nog niet gedeeld"):
        besluit(OP)
    actions.share_voorstel(voorstel=voorstel, by=by, on=OP)
    for dag in (date(2024, 2, 29), date(2024, 6, 2)):
        with pytest.raises(VoorstelFout, match="toekomst"):
            besluit(dag)
    besluit(OP)
    with pytest.raises(VoorstelFout, match="al besloten"):
        besluit(OP)
    voorstel.refresh_from_db()
    assert (voorstel.besluit, voorstel.overleg, voorstel.besloten_op) == (
        "afgewezen",
        "Overleg",
        OP,
    )


def test_een_norm_wordt_naast_de_norm_van_nu_gezet_en_besloten(als, nep):
    """De hele weg: voorstellen, bekijken, delen, besluiten."""
    velden = {"onderwerp": "instroom", "waarde": "-3", "titel": "Rustiger", "reden": "Daarom"}
    browser = als("contractmanager")
    antwoord = browser.post("/vooruit/nieuw/norm/", velden)
    voorstel = Voorstel.objects.get()
    assert antwoord["Location"] == voorstel.get_absolute_url()
    tekst = browser.get(voorstel.get_absolute_url()).content.decode()
    assert "stand volgens voorstel" in tekst
    assert "niet gehaald" in tekst
    assert "Leg het besluit vast" not in tekst
    browser.post(f"/vooruit/voorstel/{voorstel.pk}/delen/")
    besluit = {"besluit": "aangenomen", "besloten_op": f"{localdate()}", "overleg": "CM-overleg"}
    assert als("gi").post(f"/vooruit/voorstel/{voorstel.pk}/besluit/", besluit).status_code == 403
    te_laat = browser.post(
        f"/vooruit/voorstel/{voorstel.pk}/besluit/", {**besluit, "besloten_op": "9999-12-31"}
    )
    assert "niet in de toekomst" in te_laat.content.decode()
    browser.post(f"/vooruit/voorstel/{voorstel.pk}/besluit/", besluit)
    dubbel = browser.post(f"/vooruit/voorstel/{voorstel.pk}/besluit/", besluit, follow=True)
    assert "al besloten" in dubbel.content.decode()
    assert "CM-overleg" in browser.get(voorstel.get_absolute_url()).content.decode()


def test_een_blad_met_fouten_noemt_regel_en_remedie_en_bewaart_niets(als, nep):
    blad = SimpleUploadedFile("plan.csv", (KOP + "45;45A04;11;2022-01-01;;v2;\n").encode())
    velden = {"bestand": blad, "titel": "Andere groepen", "reden": "Daarom"}
    antwoord = als("contractmanager").post("/vooruit/nieuw/tussentaal/", velden)
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "plan.csv, regel 2, kolom tussentaal" in tekst
    assert "van 1 tot en met 10" in tekst
    assert not Voorstel.objects.exists()


def test_een_goed_blad_wordt_voorstel_en_komt_er_zo_weer_uit(als, nep, monkeypatch):
    monkeypatch.setattr("paraplu.vooruit.views.voorstel.read_definitie", lambda *_a: {})
    regel = "45;45A04;6;2022-01-01;2023-01-01;v2;proef\n"
    blad = SimpleUploadedFile("plan.csv", (KOP + regel).encode())
    velden = {"bestand": blad, "titel": "Andere groepen", "reden": "Daarom"}
    als("contractmanager").post("/vooruit/nieuw/tussentaal/", velden)
    [terug] = make_wijziging(Voorstel.objects.get()).tussentaal
    assert (terug.productcode, terug.tussentaal) == ("45A04", 6)
    assert (terug.vanaf, terug.tot) == (date(2022, 1, 1), date(2023, 1, 1))


def test_een_andere_lezing_ziet_ieder_zoals_hij_cijfers_ziet(accounts, als, nep):
    voorstel = maak(
        accounts["backoffice"], soort="definitie", onderwerp="lezing-V4", waarde="letterlijk"
    )
    actions.share_voorstel(voorstel=voorstel, by=accounts["backoffice"], on=OP)
    tekst = als("wethouder").get(voorstel.get_absolute_url()).content.decode()
    assert "volgens het voorstel" in tekst
    assert "ziet u alleen van uw eigen gebied" not in tekst


def test_een_andere_parameter_is_er_alleen_voor_het_eigen_gebied(accounts, als, nep, monkeypatch):
    """Twee cijfers over één groep verraden de kinderen ertussen: van een ander komt er geen."""
    monkeypatch.setattr("paraplu.vooruit.lezen.definitie.open_voor", lambda *_a: Gevraagd())
    monkeypatch.setattr("paraplu.vooruit.views.voorstel.is_nog_te_rekenen", lambda *_a: False)
    voorstel = maak(accounts["backoffice"], soort="definitie", onderwerp="dagen", waarde="62")
    browser, adres = als("backoffice"), voorstel.get_absolute_url()
    eigen = browser.get(adres).content.decode()
    assert "98.765" in eigen
    for ander in ("", "regio-CG", "gemeente-0202"):
        tekst = browser.get(adres, {"gebied": ander}).content.decode()
        assert "98.765" not in tekst
        assert "ziet u alleen van uw eigen gebied" in tekst
        assert "verborgen" in tekst


class Gevraagd:
    """A monitor under a proposal with one figure that no other has."""

    def reeks(self, _code, *, perioden, filters):
        return [(periode, {"aantal": 98_765}) for periode in perioden]


@pytest.mark.parametrize(
    ("wat", "waarde", "goed"),
    [
        ("dagen", "62", True), ("dagen", "366", False), ("dagen", "veel", False),
        ("dagen", "²", False), ("ingangsdatum", "31-2-2018", False), ("ingangsdatum", "2018-01-01", True),
        ("ingangsdatum", "1-1-2018", True), ("ingangsdatum", "gisteren", False),
        ("lezing-V4:letterlijk", "", True),
    ],
)  # fmt: skip
def test_een_definitie_vraagt_dagen_een_dag_of_een_lezing(wat, waarde, goed):
    velden = {"wat": wat, "waarde": waarde, "titel": "x", "reden": "y"}
    form = DefinitieForm(velden, lezingen=[("V4:letterlijk", "V4 letterlijk")])
    assert form.is_valid() is goed
    if wat.startswith("lezing"):
        assert form.cleaned_data["onderwerp"] == "lezing-V4"
        assert form.cleaned_data["waarde"] == "letterlijk"
    if wat == "ingangsdatum" and goed:
        assert form.cleaned_data["waarde"] == "2018-01-01"
        zin = describe(Voorstel(soort="definitie", onderwerp=wat, waarde="2018-01-01"))
        assert zin == "Zorg telt mee als zij inging na 1 januari 2018 (nu: 1 januari 2017, P6)."


def test_een_termijn_wordt_gelezen_zoals_de_routes_haar_schrijven():
    velden = {"onderwerp": "3 werkdagen", "waarde": " 5 Werkdagen ", "titel": "x", "reden": "y"}
    form = TermijnForm(velden, op=date(2026, 1, 1))
    assert form.is_valid(), form.errors
    voorstel = Voorstel(
        soort="termijn", onderwerp="3 werkdagen", waarde=form.cleaned_data["waarde"]
    )
    assert describe(voorstel) == "Een termijn van 5 werkdagen in plaats van 3 werkdagen."
    assert not TermijnForm({**velden, "waarde": "gauw"}, op=date(2026, 1, 1)).is_valid()
