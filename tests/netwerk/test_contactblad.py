"""The directory as files: a sheet out and in, and cards for a phone."""

from __future__ import annotations

import io

import pytest
import vobject
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from paraplu.afspraken.blad import BladNotReadable
from paraplu.netwerk import contactblad as lezer
from paraplu.netwerk.actions import contactblad
from paraplu.netwerk.contactblad import KOLOMMEN, write_blad
from paraplu.netwerk.dagen import GeenDagen, lees_dagen, toon_dagen
from paraplu.netwerk.models import Contact, Contactblad, RegioInstelling
from paraplu.netwerk.vcard import make_vcards
from paraplu.web.models import Spoor
from tests.netwerk.bouwen import DAG, make_contact, make_medewerker

pytestmark = pytest.mark.django_db
KOP = "soort;organisatie;gemeente;regio;naam;telefoon;e_mail;dagen\n"


@pytest.fixture(autouse=True)
def ingericht(gelderland, nep) -> None:
    """Each test begins with a Gelderland that is set up."""


@pytest.fixture
def eigenaar(ingericht):
    return make_medewerker("backoffice", "GEM-0228").gebruiker


def lees(tekst: str, by, *, naam="contacten.csv"):
    blad = contactblad.keep_blad(inhoud=(KOP + tekst).encode(), bestand=naam, by=by, on=DAG)
    return contactblad.proposals(blad, by=by, on=DAG), blad


def test_een_nieuwe_naam_wordt_toegevoegd(eigenaar):
    (voorstel,), blad = lees("lokaal_team;LT-0228;228;;Lotte;0318 000000;;ma-wo\n", eigenaar)
    assert (voorstel.doet, voorstel.regel) == ("toevoegen", 2)
    assert not Contact.objects.exists()
    gedaan = contactblad.take_blad(blad=blad, by=eigenaar, on=DAG)
    assert gedaan.toegevoegd == 1
    contact = Contact.objects.get()
    assert (contact.gemeente, contact.dagen, contact.naam) == ("0228", "123", "Lotte")


def test_wat_gelijk_is_wordt_bevestigd_en_wat_anders_is_gewijzigd(eigenaar):
    zelfde = make_contact(
        "vervanger", "LT-0228", naam="Vera", telefoon="1", bevestigd_op=DAG.replace(year=2020)
    )
    make_contact("lokaal_team", "LT-0228", naam="Lotte", telefoon="2")
    voorstellen, blad = lees(
        "vervanger;LT-0228;0228;;Vera;1;;\nlokaal_team;LT-0228;0228;;Lotte;3;;\n", eigenaar
    )
    assert [v.doet for v in voorstellen] == ["bevestigen", "wijzigen"]
    contactblad.take_blad(blad=blad, by=eigenaar, on=DAG)
    zelfde.refresh_from_db()
    assert zelfde.bevestigd_op == DAG
    assert Contact.objects.get(telefoon="3").reden == "gegevens"


def test_een_andere_naam_voor_het_vaste_contact_vervangt_wie_er_stond(eigenaar):
    make_contact("lokaal_team", "LT-0228", naam="Lotte")
    (voorstel,), blad = lees("lokaal_team;LT-0228;0228;;Piet;3;;\n", eigenaar)
    assert (voorstel.doet, voorstel.bestaand.wie) == ("wijzigen", "Lotte")
    contactblad.take_blad(blad=blad, by=eigenaar, on=DAG)
    assert Contact.objects.get(naam="Piet").reden == "verloop"


@pytest.mark.parametrize(
    ("regel", "kolom", "woord"),
    [
        ("buurman;LT-0228;0228;;Lotte;;;", "soort", "kennen wij niet"),
        ("lokaal_team;LT-9999;0228;;Lotte;;;", "organisatie", "kennen wij niet"),
        ("lokaal_team;LT-0228;0363;;Lotte;;;", "gemeente", "zeven regio"),
        ("lokaal_team;LT-0228;0228;FV;Lotte;;;", "gemeente", "allebei"),
        ("lokaal_team;LT-0228;;FV;Lotte;;;", "gemeente", "hoort bij een gemeente"),
        ("tafel;JBT-FV;0228;;Toos;;;", "regio", "hoort bij een regio"),
        ("lokaal_team;LT-0228;0228;;;;;", "naam", "leeg"),
        ("lokaal_team;LT-0228;0228;;Lotte;;geen;", "e_mail", "geen mailadres"),
        ("lokaal_team;LT-0228;0228;;Lotte;;;soms", "dagen", "geen dagen"),
        ("lokaal_team;LT-0202;0202;;Lotte;;;", "organisatie", "mag u niet wijzigen"),
    ],
)
def test_een_fout_noemt_regel_kolom_en_wat_er_moet_gebeuren(regel, kolom, woord, eigenaar):
    goed = "vervanger;LT-0228;0228;;Vera;1;;\n"
    with pytest.raises(BladNotReadable) as fout:
        lees(goed + regel + "\n", eigenaar)
    (gevonden,) = fout.value.fouten
    assert (gevonden.regel, gevonden.kolom) == (3, kolom)
    assert woord in gevonden.tekst
    assert gevonden.remedie
    assert not Contactblad.objects.exists()


def test_alle_fouten_komen_tegelijk(eigenaar):
    with pytest.raises(BladNotReadable) as fout:
        lees("lokaal_team;LT-1;0228;;A;;;\nlokaal_team;LT-2;0228;;B;;;\n", eigenaar)
    assert [f.regel for f in fout.value.fouten] == [2, 3]


def test_twee_regels_over_hetzelfde_worden_geweigerd(eigenaar):
    regel = "vervanger;LT-0228;0228;;Vera;1;;\n"
    with pytest.raises(BladNotReadable, match="hetzelfde als regel 2"):
        lees(regel * 2, eigenaar)


def test_een_blad_wordt_een_keer_ingelezen(eigenaar):
    _, blad = lees("lokaal_team;LT-0228;0228;;Lotte;1;;\n", eigenaar)
    contactblad.take_blad(blad=blad, by=eigenaar, on=DAG)
    with pytest.raises(contactblad.AlreadyTaken):
        contactblad.take_blad(blad=blad, by=eigenaar, on=DAG)
    assert Contact.objects.count() == 1


def test_valt_er_onderweg_iets_om_dan_staat_er_niets(eigenaar, monkeypatch):
    _, blad = lees(
        "lokaal_team;LT-0228;0228;;Lotte;1;;\nvervanger;LT-0228;0228;;Vera;1;;\n", eigenaar
    )
    echt = contactblad._apply

    def stuk(voorstel, by, on):
        if voorstel.velden["naam"] == "Vera":
            raise RuntimeError
        echt(voorstel, by, on)

    monkeypatch.setattr(contactblad, "_apply", stuk)
    with pytest.raises(RuntimeError):
        contactblad.take_blad(blad=blad, by=eigenaar, on=DAG)
    blad.refresh_from_db()
    assert (Contact.objects.count(), blad.verwerkt_op) == (0, None)


def test_wie_de_regio_kwijt_is_kan_het_blad_niet_meer_inlezen(eigenaar):
    _, blad = lees("lokaal_team;LT-0267;0267;;Lotte;1;;\n", eigenaar)
    RegioInstelling.objects.filter(regio="FV", sleutel="contact_eigenaar").update(waarde="GEM-0267")
    with pytest.raises(BladNotReadable, match="mag u niet wijzigen"):
        contactblad.take_blad(blad=blad, by=eigenaar, on=DAG)
    assert not Contact.objects.exists()


def test_wat_eruit_komt_kan_er_weer_in(eigenaar):
    make_contact("lokaal_team", "LT-0228", naam="=1+1", dagen="1235", uren="9-12", functie="team")
    make_contact("tafel", "JBT-FV", naam="Secretariaat; tafel")
    inhoud = write_blad(Contact.objects.order_by("id"))
    blad = contactblad.keep_blad(inhoud=inhoud, bestand="c.xlsx", by=eigenaar, on=DAG)
    voorstellen = contactblad.proposals(blad, by=eigenaar, on=DAG)
    assert [v.doet for v in voorstellen] == ["bevestigen", "bevestigen"]


def test_een_naam_is_in_het_blad_nooit_een_formule():
    make_contact("lokaal_team", "LT-0228", naam="=HYPERLINK(1)")
    cel = load_workbook(io.BytesIO(write_blad(Contact.objects.all())))["contacten"]["E2"]
    assert (cel.value, cel.data_type) == ("=HYPERLINK(1)", "s")


def test_wat_geen_blad_is_wordt_geweigerd(eigenaar):
    for inhoud in (b"", b"PK\x03\x04 stuk"):
        with pytest.raises(BladNotReadable):
            contactblad.keep_blad(inhoud=inhoud, bestand="c.xlsx", by=eigenaar, on=DAG)


def test_een_blad_met_te_veel_rijen_wordt_geweigerd(eigenaar, monkeypatch):
    monkeypatch.setattr(lezer, "HOOGSTENS_RIJEN", 2)
    werkmap = Workbook()
    for _ in range(4):
        werkmap.active.append([kolom.naam for kolom in KOLOMMEN])
    uit = io.BytesIO()
    werkmap.save(uit)
    with pytest.raises(BladNotReadable, match="meer dan 2 rijen"):
        contactblad.keep_blad(inhoud=uit.getvalue(), bestand="c.xlsx", by=eigenaar, on=DAG)


def test_van_kiezen_tot_ja_in_de_browser(eigenaar):
    client = Client()
    client.force_login(eigenaar)
    bestand = SimpleUploadedFile("c.csv", (KOP + "lokaal_team;LT-0228;0228;;Lotte;1;;\n").encode())
    antwoord = client.post(reverse("contacten_inlezen"), {"bestand": bestand})
    voorbeeld = client.get(antwoord["Location"]).content.decode()
    assert "toevoegen" in voorbeeld
    assert "Lotte" in voorbeeld
    assert client.post(antwoord["Location"]).status_code == 302
    assert Contact.objects.get().naam == "Lotte"
    assert client.get(antwoord["Location"]).status_code == 404


def test_het_blad_van_een_ander_is_er_niet(eigenaar):
    _, blad = lees("lokaal_team;LT-0228;0228;;Lotte;1;;\n", eigenaar)
    client = Client()
    client.force_login(make_medewerker("backoffice", "GEM-0228").gebruiker)
    assert client.get(reverse("contacten_voorbeeld", args=[blad.pk])).status_code == 404


def test_een_kaart_is_te_lezen_voor_een_ander_programma():
    naam = "Bureau; Ede, \\ afdeling 'Jéugd' " * 5
    make_contact(
        "lokaal_team", "LT-0228", naam=naam[:120], telefoon="0318 00 00 00", e_mail="a@b.example"
    )
    inhoud = make_vcards(Contact.objects.all())
    assert all(len(regel) <= 75 for regel in inhoud.split(b"\r\n"))
    kaart = vobject.readOne(inhoud.decode())
    assert kaart.fn.value == naam[:120]
    assert kaart.org.value == ["Lokaal team Ede"]
    assert kaart.tel.value == "0318 00 00 00"
    assert kaart.email.value == "a@b.example"
    assert "Ede" in kaart.note.value


def test_elke_uitvoer_laat_een_spoor_na(eigenaar):
    contact = make_contact("lokaal_team", "LT-0228", naam="Lotte")
    client = Client()
    client.force_login(eigenaar)
    for route, argumenten in (
        ("contacten_vcard", []), ("contacten_blad", []), ("contact_vcard", [contact.pk]),
    ):  # fmt: skip
        antwoord = client.get(reverse(route, args=argumenten))
        assert antwoord.status_code == 200
        assert "attachment" in antwoord["Content-Disposition"]
        spoor = Spoor.objects.get(handeling=route)
        assert "Lotte" not in spoor.voorwerp


@pytest.mark.parametrize(
    ("tekst", "dagen"),
    [("ma-vr", "12345"), ("ma, wo", "13"), ("Maandag dinsdag", "12"), ("wo", "3"), ("do-do", "4")],
)
def test_dagen_zijn_te_schrijven_zoals_mensen_dat_doen(tekst, dagen):
    assert lees_dagen(tekst) == dagen


@pytest.mark.parametrize("tekst", ["", "soms", "vr-ma", "ma-di-wo", "mandag", "-"])
def test_wat_geen_dagen_zijn_wordt_geweigerd(tekst):
    with pytest.raises(GeenDagen):
        lees_dagen(tekst)


@pytest.mark.parametrize("dagen", ["1", "135", "12345", "1234567"])
def test_dagen_zijn_te_lezen_zoals_zij_er_staan(dagen):
    assert lees_dagen(toon_dagen(dagen).replace(" t/m ", "-")) == dagen
