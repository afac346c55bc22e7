"""Een bijlage van de overeenkomst als bestand: gecontroleerd, met afdruk en spoor, binnen de rechten (R159)."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from paraplu.contract.models import Bijlage, Bijlagebestand
from paraplu.web import stukbestand
from paraplu.web.models import Soort, Spoor
from paraplu.web.stukbestand import check_bestand

PDF = b"%PDF-1.7 het productboek"


def gepakt(*namen: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as doos:
        for naam in namen:
            doos.writestr(naam, "x")
    return uit.getvalue()


@pytest.fixture
def lever_in(overeenkomst, als):
    """Hand in a version of annex 2 with this file."""

    def doe(naam: str = "boek.pdf", inhoud: bytes = PDF, *, wie: str = "contractmanager", **velden):
        return als(wie).post(
            f"/contract/{overeenkomst.pk}/erbij/versie/",
            {
                "bijlage": Bijlage.objects.get(nummer="2").pk, "versie": "1.0",
                "vanaf": "2022-01-01", "bestand": SimpleUploadedFile(naam, inhoud), **velden,
            },
        )  # fmt: skip

    return doe


def test_wie_contracten_leest_haalt_de_bijlage_op_en_laat_een_spoor_na(lever_in, als, overeenkomst):
    assert lever_in().status_code == 302
    bestand = Bijlagebestand.objects.get()
    assert bestand.afdruk == hashlib.sha256(PDF).hexdigest()
    pagina = als("gi").get(f"/contract/{overeenkomst.pk}/").content.decode()
    adres = f"/contract/bijlage/{bestand.versie_id}/"
    assert adres in pagina
    assert bestand.afdruk[:12] in pagina
    antwoord = als("gi").get(adres)
    assert (antwoord.content, antwoord["Content-Type"]) == (PDF, "application/pdf")
    assert antwoord["Content-Disposition"].startswith("attachment")
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    handelingen = set(Spoor.objects.values_list("handeling", flat=True))
    assert {"overeenkomst: versie erbij", "bijlage ophalen"} <= handelingen
    assert als(Soort.RAADSLID).get(adres).status_code == 403
    assert als("gi").get("/contract/bijlage/9999999/").status_code == 404


def test_alleen_wie_de_overeenkomst_beheert_levert_in(lever_in):
    assert lever_in(wie="gi").status_code == 403
    assert not Bijlagebestand.objects.exists()


def test_een_bestand_van_een_versie_verandert_niet(lever_in):
    lever_in()
    assert lever_in(inhoud=b"%PDF-1.7 anders").status_code == 422
    for doe in (lambda rij: rij.update(inhoud=b""), lambda rij: rij.delete()):
        with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
            doe(Bijlagebestand.objects.all())


def test_zonder_bestand_is_er_een_vindplaats(lever_in):
    assert lever_in(bestand="", vindplaats="").status_code == 422
    assert lever_in(bestand="", vindplaats="zaak 12").status_code == 302
    assert not Bijlagebestand.objects.exists()


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("boek.html", b"<script>", "Kies een bestand van deze soort: DOCX, PDF, XLSX."),
        ("boek.odt", gepakt("content.xml"), "Kies een bestand van deze soort"),
        ("boek.pdf", b"<html>", "past niet bij de naam"),
        ("boek.docx", b"PK\x03\x04 geen doos", "past niet bij de naam"),
        ("boek.xlsx", gepakt("word/document.xml"), "past niet bij de naam"),
        ("boek.docx", gepakt("word/document.xml", "word/vbaProject.bin"), "past niet bij de naam"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd(naam, inhoud, zin):
    with pytest.raises(forms.ValidationError, match=zin):
        check_bestand(SimpleUploadedFile(naam, inhoud), uitgangen=("pdf", "docx", "xlsx"))


def test_wat_klopt_mag_en_wat_te_groot_is_niet(monkeypatch):
    blad = SimpleUploadedFile("boek.XLSX", gepakt("xl/workbook.xml"))
    assert check_bestand(blad) is blad
    monkeypatch.setattr(stukbestand, "HOOGSTENS", 3)
    with pytest.raises(forms.ValidationError, match="groter dan 20 MB"):
        check_bestand(blad)
