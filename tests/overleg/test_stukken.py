"""What is taken along: the pack of a party, the report of a task, a letter and a certificate."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from paraplu.monitor.verbergen import Verborgen
from paraplu.overleg import leerstand, queries
from paraplu.overleg.actions import leren
from paraplu.overleg.actions.inrichten import fill_registers
from paraplu.overleg.models import Raadsbrief
from paraplu.overleg.standen import write_cijfer, write_norm
from paraplu.overleg.stukken.brief import begin_brief
from paraplu.resultaten.stand import Status
from paraplu.web.models import Spoor
from tests.casussen.bouwen import make_medewerker, make_organisatie
from tests.overleg.conftest import DAG, DE_GI, make_stand


def test_elke_partij_neemt_haar_stukken_mee(als, plan, cijfers):
    """PDF/UA, one HTML file and XLSX, with the day the figures were known, a mark and a trace."""
    cijfers["RA3", DE_GI, 2022] = Status.NIET_GEHAALD
    overleg, gi = plan(), als("gi")

    def haal(formaat: str):
        return gi.get(reverse("overleg_pak", args=[overleg.pk, DE_GI, formaat]))

    html = haal("html").content.decode()
    for deel in ("29,4 %", "11-05-2023", "Exemplaar van Gecertificeerde instelling", "Overhead"):
        assert deel in html, deel
    assert "<script" not in html
    pdf = haal("pdf").content
    assert pdf.startswith(b"%PDF-")
    werkmap = load_workbook(io.BytesIO(haal("xlsx").content))
    assert werkmap.sheetnames == [
        "Stand", "Waarden", "Acties", "Afwijkingen", "Definitie en bewijs",
    ]  # fmt: skip
    rijen = {rij[0]: rij for rij in werkmap["Stand"].iter_rows(values_only=True)}
    assert rijen["RA3"][4] == pytest.approx(0.27)
    spoor = Spoor.objects.filter(voorwerp=f"{overleg.nummer} {DE_GI}")
    assert set(spoor.values_list("handeling", flat=True)) == {
        "stukken ophalen (html)", "stukken ophalen (pdf)", "stukken ophalen (xlsx)",
    }  # fmt: skip
    assert gi.get(reverse("overleg_pak", args=[overleg.pk, "gi-1", "pdf"])).status_code == 404
    assert haal("exe").status_code == 404


def test_naast_de_afspraken_staan_de_zeven_waarden_met_bewijs(als, plan, cijfers, accounts):
    """R205, R308, R309: the values of the party and of all, each with its receipt, and what a region asked."""
    overleg, regio = plan(jaar=2023), als("regio")
    sleutel = f"regio-{accounts['regio'].organisatie_code}"
    pagina = regio.get(reverse("regiogegevens")).content.decode()
    assert "Nog geen regio vroeg om meer gegevens." in pagina
    wens = {
        "regio": sleutel[6:], "wat": "Instroom volgens de toewijzing", "cijfer": "V2a toegewezen",
        "waarom": "Om te sturen", "stand": "zinvol", "datum": DAG,
    }  # fmt: skip
    adres = reverse("register_erbij", args=["gegevens"])
    assert regio.post(adres, wens).status_code == 302
    # What is meaningful is decided bovenregionaal: the region only asked.
    assert [w.stand for w in queries.list_wensen()] == ["gevraagd"]

    def haal(formaat: str):
        return regio.get(reverse("overleg_pak", args=[overleg.pk, sleutel, formaat]))

    assert "Wat deze regio daarnaast wil weten" not in haal("html").content.decode()
    als("contractmanager").post(adres, wens)
    html = haal("html").content.decode()
    for code in ("V1", "V1a", "V2c", "V3", "V4", "V5", "V6", "V7"):
        assert f"Bewijs van {code}, " in html, code
    assert "Wat deze regio daarnaast wil weten" in html
    assert 'href="http://127.0.0.1:8000/bewijs/V1/?gebied=' in html
    assert 'href="http://127.0.0.1:8000/resultaten/RA3/">Bewijs van RA7' in html
    assert haal("pdf").content.startswith(b"%PDF-")
    blad = load_workbook(io.BytesIO(haal("xlsx").content))["Waarden"]
    extra = [rij for rij in blad.iter_rows(values_only=True) if rij[7] == "ja"]
    assert [(rij[0], rij[4]) for rij in extra] == [("V2a", 2023)]
    assert "variant=toegewezen" in extra[0][8]


def test_een_verborgen_cijfer_is_een_woord():
    stand = make_stand(partij=None, status=Status.VERBORGEN, cijfer=Verborgen("klein aantal"))
    assert write_cijfer(stand, stand.cijfer) == "verborgen (klein aantal)"
    assert write_cijfer(stand, None) == "niet bekend"
    assert write_norm(stand) == "hoogstens 28,1 %"


def test_de_evaluatie_maakt_haar_eigen_verslag(als, gis, cijfers):
    """R155, R213: every agreement over the years, from the figures."""
    cijfers["RA7", "", 2023] = Status.NOG_NIET_BEKEND
    antwoord = als("contractmanager").get(reverse("overlegtaak", args=["evaluatie-2023", "lees"]))
    tekst = antwoord.content.decode()
    assert "10 van 11 afspraken gehaald" in tekst
    assert "RA7 Instroom van maatregelen" in tekst
    assert "script" not in antwoord["Content-Security-Policy"]


def test_een_raadsbrief_noemt_een_aankondiging_geen_besluit(als, accounts):
    """R161, R215 and P42: the letter of a college begins with what the registers hold."""
    fill_registers()
    tekst = begin_brief("0202", op=DAG)
    besloten, aangekondigd = tekst.split("Aangekondigd is")
    assert "De verbeteragenda is vastgesteld" in besloten
    assert "Instemmen met het hele pakket" in aangekondigd
    assert "7. Expertteam: in werking" in tekst
    client = als("wethouder")
    antwoord = client.post(reverse("raadsbrief_nieuw"), {
        "onderwerp": "Jeugdbescherming", "tekst": tekst, "ondertekenaar": "Het college", "datum": DAG,
    })  # fmt: skip
    assert antwoord.status_code == 302
    adres = reverse("raadsbrief", args=[Raadsbrief.objects.get().pk])
    assert client.get(adres).content.startswith(b"%PDF-")
    assert als("backoffice").get(adres).status_code == 404


@pytest.fixture
def bijeenkomst(accounts):
    return leren.plan_bijeenkomst(
        by=accounts["backoffice"], soort="samenwerking", titel="Kennismaken", datum=DAG, regio="FV",
        elementen=["kennismaken", "visie", "bouwstenen"], themas=["lokaal"], kernwaarden=["leren"],
        skj=True,
    )  # fmt: skip


def test_een_bijeenkomst_zegt_wat_er_ontbreekt(accounts, bijeenkomst):
    """R29 to R33: two a year, four elements, four kinds of people, four hours at a time."""
    by = accounts["backoffice"]
    assert leerstand.missing_elementen(bijeenkomst) == [
        "Praten over eerste stappen naar betere hulp dichtbij het gezin"
    ]
    assert leerstand.missing_mix(["lokaal_team", "gi", "rvdk"]) == ["Veilig Thuis"]
    wie = make_medewerker("jeugdbeschermer", make_organisatie("GI-1", "gi"))
    leren.note_deelname(bijeenkomst=bijeenkomst, medewerker=wie, by=by)
    assert leerstand.hours_of(wie, 2023) == bijeenkomst.uren == 4
    assert leerstand.warn_uren(bijeenkomst, bijeenkomst.deelnames.all()) == []
    bijeenkomst.pk, bijeenkomst.uren_reis = None, 2
    bijeenkomst.save()
    leren.note_deelname(bijeenkomst=bijeenkomst, medewerker=wie, by=by)
    assert len(leerstand.warn_uren(bijeenkomst, bijeenkomst.deelnames.all())) == 2
    [stand] = [s for s in leerstand.count_deelstanden(2023, op=DAG) if s.regio == "FoodValley"]
    assert (stand.aantal, stand.is_genoeg, stand.initiatief) == (2, True, "")


def test_een_deelnemer_haalt_een_bewijs_voor_skj(als, accounts, bijeenkomst):
    """R35, R228: the hours of taking part; others of the same kind do not get it."""
    wie = make_medewerker("jeugdbeschermer", make_organisatie("GI-1", "gi"))
    deelname = leren.note_deelname(
        bijeenkomst=bijeenkomst, medewerker=wie, by=accounts["backoffice"]
    )
    adres = reverse("deelnamebewijs", args=[deelname.pk])
    assert als("jeugdbeschermer").get(adres).status_code == 404
    assert als("backoffice").get(adres).content.startswith(b"%PDF-")
    assert wie.naam not in " ".join(Spoor.objects.values_list("voorwerp", flat=True))
    leren.write_reflectie(
        bijeenkomst=bijeenkomst, kernwaarden=["leren"], tekst="Bel eerder.", voorbeeld=True,
        by=accounts["raad"], on=DAG,
    )  # fmt: skip
    pagina = als("lokaalteam").get(reverse("voorbeelden")).content.decode()
    assert "Bel eerder." in pagina
    assert als("raad").get(bijeenkomst.get_absolute_url()).status_code == 200
