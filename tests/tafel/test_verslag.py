"""The report: from the same facts as page and paper, to everybody it is for, read by the family."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO

import pytest
from pypdf import PdfReader

from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Afschrift, Deelname
from paraplu.meelezen.stukken import find_soort
from paraplu.tafel.actions import opvolgen, verslagen
from paraplu.tafel.models import Genodigde, Verzending
from paraplu.tafel.stukken import tonen
from paraplu.tafel.stukken.blokken import from_inhoud, to_inhoud
from paraplu.tafel.stukken.verslag import make_verslag
from paraplu.web.papier.stuk import Alinea, Kop, Lijst, Ondertekening, Tabel, Velden
from paraplu.web.post.models import Postbericht
from tests.tafel.aan import DAG
from tests.tafel.na import aan_tafel, gehouden, verstuurd


def feiten(blokken):
    """Every text a reader should find, whatever the form."""
    for blok in blokken:
        match blok:
            case Kop() | Alinea():
                yield from blok.tekst.splitlines()
            case Lijst():
                yield from blok.punten
            case Velden():
                for paar in blok.paren:
                    yield from paar
            case Tabel():
                yield from (blok.bijschrift, *blok.koppen)
                for rij in blok.rijen:
                    yield from rij
            case Ondertekening():
                yield from (blok.naam, blok.functie, blok.organisatie)


def kaal(tekst):
    """Without spaces, breaks, hyphens and case: paper breaks lines where a page does not."""
    return re.sub(r"[\W_]+", "", tekst).lower()


def test_de_bladzijde_en_de_pdf_zeggen_hetzelfde(t):
    """Letters and pages carry the same facts: every text of the report stands in both."""
    casus = verstuurd(t)
    document = opvolgen.last_verslag(casus)
    verslagen.add_reactie(
        document=document, woorden="Dat zei ik niet zo.", by=t.wie["lokaal_team"], on=DAG
    )
    client = t.client("voorzitter")
    html = client.get(f"/werk/tafelverslag/{document.pk}/").content.decode()
    pagina = kaal(unescape(re.sub(r"<[^>]+>", " ", html)))
    pdf = client.get(f"/werk/tafelverslag/{document.pk}/pdf/")
    papier = kaal("".join(p.extract_text() for p in PdfReader(BytesIO(pdf.content)).pages))
    alle = [*feiten(tonen.blokken_of(document)), "Dat zei ik niet zo."]
    assert len(alle) > 60
    for feit in alle:
        assert kaal(feit) in pagina, feit
        assert kaal(feit) in papier, feit


def test_in_het_verslag_staat_wat_de_bron_vraagt(t):
    """R57, R69, R71, R73, R74, R264, R266, R269, R270, R272, R273 in one letter."""
    besluit = gehouden(
        t, besloten="voorzitter", afwijkend="Vader ziet geen gevaar.", advies="onderzoek",
        advies_tekst="Onderzoek past.", advies_afwijking="De ouders willen nu meewerken.",
    )  # fmt: skip
    tekst = " ".join(feiten(make_verslag(besluit)))
    for feit in (
        "Fenna Testgezin: bij een deel van het gesprek, zonder ouders",
        "Ik wil dat het ruzie maken stopt.", "in eigen woorden", "De hulp kwam te laat.",
        "Wij zien het anders.", "Vader slaapt bij oma.", "Wijkteam", "Oma",
        "Vader ziet geen gevaar.", "Onderzoek past.", "De ouders willen nu meewerken.",
        "Volgt het besluit dit advies?", "Klopt dit niet?",
    ):  # fmt: skip
        assert feit in tekst, feit


def test_wat_is_vastgesteld_komt_precies_zo_terug(t):
    blokken = make_verslag(gehouden(t))
    assert from_inhoud(to_inhoud(blokken)) == blokken


def test_wie_erbij_was_krijgt_het_en_ouders_en_aanmelder_altijd(t):
    """R71, R75: a parent who stayed away gets it too; the chair who sends it does not."""
    casus = aan_tafel(t)
    zitting = casus.zittingen.get()
    weg = {f"aanwezig_{g.pk}": "nee" for g in zitting.genodigden.filter(rol__in=["ouder", "raad"])}
    besluit = gehouden(t, casus, **weg)
    rollen = [een.genodigde.rol for een in verslagen.list_ontvangers(besluit)]
    assert rollen.count("ouder") == 2
    assert "raad" not in rollen
    assert "voorzitter" not in rollen
    assert {"aanmelder", "kind", "steun"} <= set(rollen)


def test_een_vertrouwenspersoon_krijgt_de_afspraken_en_niet_het_verslag(t):
    casus = verstuurd(t)
    oma = Verzending.objects.get(genodigde__rol=Genodigde.Rol.STEUN)
    ouder = Verzending.objects.filter(genodigde__rol=Genodigde.Rol.OUDER).first()
    assert (oma.document.soort, ouder.document.soort) == ("tafelafspraken", "tafelverslag")
    tekst = " ".join(feiten(tonen.blokken_of(oma.document)))
    assert "Vader slaapt bij oma." in tekst
    assert "Hier loopt het vast" not in tekst
    assert casus.documenten.filter(soort="tafelafspraken").count() == 1


def test_een_professional_krijgt_het_in_paraplu_met_grond_en_bericht(t):
    casus = verstuurd(t)
    kopie = Afschrift.objects.get(document__soort="tafelverslag", rol="raad")
    assert (kopie.organisatie, kopie.met_persoonsgegevens) == (t.raad, True)
    assert kopie.grond
    assert Deelname.objects.filter(casus=casus, medewerker=t.wie["raad"], tot=None).exists()
    bericht = Postbericht.objects.filter(gebruiker=t.wie["raad"].gebruiker).last()
    assert casus.nummer in bericht.tekst
    assert "Testgezin" not in bericht.tekst
    verslag = opvolgen.last_verslag(casus)
    assert t.client("raad").get(f"/werk/tafelverslag/{verslag.pk}/").status_code == 200
    assert t.client("buur").get(f"/werk/tafelverslag/{verslag.pk}/").status_code == 404
    assert t.client("jeugdbeschermer").get(f"/werk/tafelverslag/{verslag.pk}/").status_code == 404


def test_versturen_gaat_via_de_bladzijde_en_niemand_wordt_vergeten(t):
    besluit = gehouden(t)
    casus = besluit.zitting.casus
    stap, client = t.stap(casus, "verslag"), t.client("voorzitter")
    assert "Vader slaapt bij oma." in client.get(stap.get_absolute_url()).content.decode()
    wegen = {f"verslag-weg_{o.sleutel}": o.wegen[0] for o in verslagen.list_ontvangers(besluit)}
    zonder = dict(list(wegen.items())[1:])
    post = {"handeling": "versturen", "verslag-voor_kind": "We kijken samen verder."}
    assert client.post(stap.get_absolute_url(), zonder | post).status_code == 422
    assert not Verzending.objects.exists()
    assert client.post(stap.get_absolute_url(), wegen | post).status_code == 302
    assert Verzending.objects.count() == len(wegen)
    assert t.open(casus) == {"afronden"}


def test_wie_meeleest_heeft_eerst_een_uitnodiging(t):
    besluit = gehouden(t)
    alle = verslagen.list_ontvangers(besluit)
    wegen = {o.sleutel: "meelezen" if "meelezen" in o.wegen else o.wegen[0] for o in alle}
    with pytest.raises(CasusFout, match="uitnodiging"):
        verslagen.send_verslag(
            stap=t.stap(besluit.zitting.casus, "verslag"), besluit=besluit, wegen=wegen,
            voor_kind="", by=t.wie["voorzitter"], on=besluit.op,
        )  # fmt: skip
    assert not Verzending.objects.exists()


def test_het_gezin_leest_het_verslag_en_een_kind_zijn_eigen_bladzijde(t):
    casus = verstuurd(t)
    soort = find_soort("tafelverslag")
    ouder = casus.gezin.personen.filter(rol="ouder").first()
    oudste, jongste = casus.gezin.personen.filter(rol="kind").order_by("geboortedatum")
    op = opvolgen.last_verslag(casus).vastgesteld_op
    [stuk] = soort.stukken(casus, ouder, op)
    template, inhoud = soort.toon(stuk, ouder, "nl")
    assert template == "tafel/blokken.html"
    assert "Vader slaapt bij oma." in " ".join(feiten(deel["blok"] for deel in inhoud["blokken"]))
    [stuk] = soort.stukken(casus, oudste, op)
    template, inhoud = soort.toon(stuk, oudste, "nl")
    assert template == "tafel/meelezen_kind.html"
    assert inhoud["voor_kind"] == "We kijken samen hoe het thuis beter kan."
    assert inhoud["gezegd"] == ["Ik wil dat het ruzie maken stopt."]
    assert soort.stukken(casus, jongste, op) == []  # it was not sent one


def test_de_tekst_van_het_verslag_is_versleuteld_bewaard(t):
    document = opvolgen.last_verslag(verstuurd(t))
    assert set(document.inhoud) == {"besluit", "uitkomst", "toets"}
    assert b"oma" not in bytes(document.persoonsgegevens)
