"""A catalogue as a sheet: every fault with line, column and remedy; shown before it counts (R118)."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from paraplu.afspraken.blad import BladNotReadable
from paraplu.netwerk.aanbod.blad import Wijziging, read_regels, read_tekst
from paraplu.netwerk.aanbod.bladuit import list_rijen, write_csv, write_xlsx
from paraplu.netwerk.aanbod.kolommen import KOLOMMEN
from paraplu.netwerk.models import Aanbodblad, Inkoop, Organisatie, Voorziening
from tests.netwerk.aanbod_bouwen import LANG_GELEDEN, maak_aanbieder, maak_inkoop, maak_voorziening

pytestmark = pytest.mark.django_db
KOP = [kolom.naam for kolom in KOLOMMEN]
GOED = {
    "aanbieder": "90000101",
    "kenmerk": "K-1",
    "naam": "Thuis verder",
    "omschrijving": "Hulp thuis, twee keer per week.",
    "tussentaal": "1",
    "sectoren": "lvb, Jeugdpsychiatrie",
    "schaal": "regionaal",
    "aard": "individueel",
    "voor_wie": "gezin",
    "leeftijd_vanaf": "4",
    "leeftijd_tot": "12",
    "productcodes": "45A04, 45A05",
    "werkgebied": "FoodValley, 0202",
    "vanaf": "1-1-2026",
    "tot": "",
    "ingekocht": "",
}


def maak_csv(*rijen: dict) -> bytes:
    regels = [";".join(KOP), *(";".join((GOED | rij)[naam] for naam in KOP) for rij in rijen)]
    return "\n".join(regels).encode()


def lees(*rijen: dict, eigen=True, mag_inkopen=False):
    aanbieder = maak_aanbieder()
    return read_regels(
        read_tekst(maak_csv(*rijen), bestand="aanbod.csv"),
        bestand="aanbod.csv",
        eigen=aanbieder if eigen else None,
        mag_inkopen=mag_inkopen,
    )


def test_een_goed_blad_zegt_wat_het_zou_doen():
    [regel] = lees({})
    assert regel.wijziging is Wijziging.NIEUW
    assert regel.velden["sectoren"] == ["lvb", "jeugdpsychiatrie"]
    assert regel.velden["werkgebied"] == ["FV", "0202"]
    assert (regel.velden["vanaf"], regel.velden["tot"]) == (date(2026, 1, 1), None)


@pytest.mark.parametrize(
    ("rij", "kolom", "tekst"),
    [
        ({"tussentaal": "11"}, "tussentaal", "geen groep van de tussentaal"),
        ({"tussentaal": ""}, "tussentaal", "hoort in een groep"),
        ({"sectoren": "zorg"}, "sectoren", "geen sector"),
        ({"schaal": "klein"}, "schaal", "geen schaal"),
        ({"leeftijd_tot": "3"}, "leeftijd_tot", "lager dan"),
        ({"leeftijd_vanaf": "99"}, "leeftijd_vanaf", "geen leeftijd"),
        ({"werkgebied": "Atlantis"}, "werkgebied", "Atlantis is geen regio of gemeente"),
        ({"productcodes": "A1"}, "productcodes", "geen productcode"),
        ({"vanaf": "straks"}, "vanaf", "geen dag"),
        ({"tot": "31-12-2025"}, "tot", "vóór vanaf"),
        ({"naam": ""}, "naam", "leeg"),
        ({"aanbieder": "90000102"}, "aanbieder", "kennen wij niet"),
        ({"ingekocht": "ja"}, "ingekocht", "legt de regio of de gemeente vast"),
    ],
)
def test_een_fout_noemt_regel_kolom_en_remedie(rij, kolom, tekst):
    with pytest.raises(BladNotReadable) as fout:
        lees({}, {"kenmerk": "K-2"} | rij)
    [gevonden] = fout.value.fouten
    assert (gevonden.bestand, gevonden.regel, gevonden.kolom) == ("aanbod.csv", 3, kolom)
    assert tekst in gevonden.tekst
    assert gevonden.remedie


def test_alle_fouten_komen_tegelijk():
    with pytest.raises(BladNotReadable) as fout:
        lees({"schaal": "x"}, {"kenmerk": "K-2", "aard": "y", "vanaf": ""})
    assert [(f.regel, f.kolom) for f in fout.value.fouten] == [
        (2, "schaal"), (3, "aard"), (3, "vanaf"),
    ]  # fmt: skip


def test_hetzelfde_kenmerk_staat_er_maar_een_keer():
    with pytest.raises(BladNotReadable, match="Dit kenmerk staat ook op regel 2"):
        lees({}, {})


def test_een_leeg_blad_is_geen_blad():
    with pytest.raises(BladNotReadable, match="geen rijen"):
        lees()


def test_een_regio_brengt_aanbod_van_elke_aanbieder_in():
    maak_aanbieder("Ander", code="90000102")
    [regel] = lees({"aanbieder": "90000102", "ingekocht": "Ja"}, eigen=False, mag_inkopen=True)
    assert (regel.aanbieder.naam, regel.ingekocht) == ("Ander", True)


def test_de_regel_van_een_fout_klopt_ook_na_lege_regels_in_xlsx():
    boek = Workbook()
    boek.active.append(KOP)
    boek.active.append([])
    boek.active.append([(GOED | {"schaal": "x"})[naam] for naam in KOP])
    uit = io.BytesIO()
    boek.save(uit)
    tekst = read_tekst(uit.getvalue(), bestand="aanbod.xlsx")
    with pytest.raises(BladNotReadable, match=r"aanbod.xlsx, regel 3, kolom schaal"):
        read_regels(tekst, bestand="aanbod.xlsx", eigen=maak_aanbieder(), mag_inkopen=False)


def test_iets_dat_geen_blad_is_wordt_geweigerd():
    with pytest.raises(BladNotReadable):
        read_tekst(b"PK\x03\x04onzin", bestand="x.xlsx")


@pytest.mark.parametrize("schrijf", [lambda rijen: write_csv(rijen).encode(), write_xlsx])
def test_wat_eruit_gaat_komt_er_gelijk_weer_in(schrijf):
    maak_voorziening("Gewoon", productcodes=["45A04"], werkgebied=["FV", "0202"])
    maak_voorziening(
        "Lang", omschrijving="Eerste regel.\n\nTweede; met teken.", tot=date(2027, 1, 1)
    )
    maak_voorziening("=1+1", aard="algemeen", tussentaal=None, werkgebied=[])
    rijen = list_rijen(Voorziening.objects.order_by("kenmerk"), {})
    tekst = read_tekst(schrijf(rijen), bestand="x")
    regels = read_regels(tekst, bestand="x", eigen=maak_aanbieder(), mag_inkopen=False)
    assert [regel.wijziging for regel in regels] == [Wijziging.GELIJK] * 3


def brenger(als, soort, inhoud, naam="aanbod.csv"):
    bestand = SimpleUploadedFile(naam, inhoud)
    return als(soort).post("/hulpaanbod/inlezen/", {"bestand": bestand}, follow=True)


def test_een_aanbieder_ziet_eerst_wat_er_verandert_en_zegt_dan_ja(als, nep):
    maak_voorziening("Oude naam", kenmerk="K-1")
    antwoord = brenger(als, "aanbieder", maak_csv({}, {"kenmerk": "K-2", "naam": "Nieuw"}))
    assert "1 nieuw, 1 anders, 0 gelijk" in antwoord.content.decode()
    assert Voorziening.objects.count() == 1
    klaar = Aanbodblad.objects.get()
    na = als("aanbieder").post(f"/hulpaanbod/inlezen/{klaar.pk}/", follow=True)
    assert "2 wijzigingen zijn verwerkt." in na.content.decode()
    assert set(Voorziening.objects.values_list("naam", flat=True)) == {"Thuis verder", "Nieuw"}


def test_een_tweede_ja_doet_niets(als, nep):
    maak_aanbieder()
    brenger(als, "aanbieder", maak_csv({}))
    adres = f"/hulpaanbod/inlezen/{Aanbodblad.objects.get().pk}/"
    als("aanbieder").post(adres)
    assert als("aanbieder").post(adres).status_code == 404
    assert Voorziening.objects.count() == 1


def test_een_blad_van_een_ander_is_er_niet(als, nep):
    maak_aanbieder()
    brenger(als, "aanbieder", maak_csv({}))
    adres = f"/hulpaanbod/inlezen/{Aanbodblad.objects.get().pk}/"
    assert als("regio").get(adres).status_code == 404


def test_een_blad_met_fouten_verandert_niets_en_noemt_ze(als, nep):
    maak_aanbieder()
    antwoord = brenger(als, "aanbieder", maak_csv({"schaal": "klein"}))
    assert antwoord.status_code == 422
    assert "aanbod.csv, regel 2, kolom schaal: Dit is geen schaal." in antwoord.content.decode()
    assert not Aanbodblad.objects.exists()


def test_een_regio_legt_met_een_blad_de_eigen_inkoop_vast(als, nep):
    maak_aanbieder()
    brenger(als, "regio", maak_csv({"ingekocht": "ja"}, {"kenmerk": "K-2", "ingekocht": "nee"}))
    als("regio").post(f"/hulpaanbod/inlezen/{Aanbodblad.objects.get().pk}/")
    assert list(Inkoop.objects.order_by("id").values_list("regio", "gecontracteerd", "bron")) == [
        ("FV", True, "aanbod.csv"), ("FV", False, "aanbod.csv"),
    ]  # fmt: skip


def test_het_hele_aanbod_is_mee_te_nemen_met_de_eigen_inkoop(als, nep):
    maak_inkoop(maak_voorziening("Thuis"), regio="FV")
    tekst = als("regio").get("/hulpaanbod/blad/").content.decode("utf-8-sig")
    assert tekst.splitlines()[0] == ";".join(KOP)
    assert tekst.splitlines()[1].endswith(";ja")
    inhoud = als("wethouder").get("/hulpaanbod/blad/?als=xlsx").content
    rijen = list(load_workbook(io.BytesIO(inhoud)).active.values)
    assert (rijen[1][2], rijen[1][-1]) == ("Thuis", None)


def test_wie_bij_geen_bekende_organisatie_werkt_hoort_dat(als, nep):
    assert not Organisatie.objects.filter(code="90000101", vanaf=LANG_GELEDEN).exists()
    antwoord = brenger(als, "aanbieder", maak_csv({}))
    assert "Wij weten niet voor welke organisatie u werkt." in antwoord.content.decode()
