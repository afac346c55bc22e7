"""What the family reads, writes and shares, and what comes back to the professional."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils.timezone import localdate, now

from paraplu.casussen import actions as casussen
from paraplu.casussen.models import CasusStap
from paraplu.meelezen import queries, stukken
from paraplu.meelezen.models import Inbreng, Leesmoment, Sessie, Uitnodiging
from paraplu.web.actions import write_spoor
from paraplu.web.models import Postbericht, Spoor
from tests.casussen.bouwen import BEGIN, make_medewerker
from tests.meelezen.bouwen import STUK, tekst
from tests.web.wand.achter import verzoeken_achter_de_wand

pytestmark = pytest.mark.django_db

RAAR = "Dit klopt niet!\r\n\r\n  <b>Mijn</b> zoon zei: “néé” & 'ja'. 🙂\t{{ x }} \r\n"
HETZELFDE = RAAR.replace("\r\n", "\n")


def reageer(client: Client, woorden: str = RAAR, **velden):
    return client.post(f"{STUK}reactie/", {"woorden": woorden, **velden})


def medewerker(mee) -> Client:
    client = Client()
    client.force_login(mee.houder.gebruiker)
    return client


def test_een_reactie_blijft_woord_voor_woord_staan(mee):
    client = mee.binnen()
    assert reageer(client).status_code == 302
    assert Inbreng.objects.get().woorden == HETZELFDE
    for pagina in (client.get(STUK), client.get("/meelezen/geschreven/")):
        assert (
            "&lt;b&gt;Mijn&lt;/b&gt; zoon zei: “néé” &amp; &#x27;ja&#x27;. 🙂\t{{ x }} \n"
            in tekst(pagina)
        )


def test_wat_is_geschreven_kan_niemand_wijzigen_of_wissen(mee):
    reageer(mee.binnen())
    rij = Inbreng.objects.get()
    for opdracht in ("UPDATE meelezen_inbreng SET keuze = 'x'", "DELETE FROM meelezen_inbreng"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)
    assert rij.woorden == HETZELFDE


def test_de_woorden_staan_versleuteld_in_de_database(mee):
    reageer(mee.binnen(), "een heel herkenbare zin")
    with connection.cursor() as cursor:
        cursor.execute("SELECT i::text, woorden_versleuteld FROM meelezen_inbreng i")
        assert "herkenbare" not in str(cursor.fetchall())


def test_twee_keer_op_de_knop_is_een_reactie(mee):
    client = mee.binnen()
    reageer(client)
    reageer(client)
    assert Inbreng.objects.count() == 1
    reageer(client, "en nog iets")
    assert Inbreng.objects.count() == 2


@pytest.mark.parametrize("woorden", ["", " \r\n ", "x" * 20_001])
def test_een_leeg_of_te_lang_bericht_komt_terug_met_de_woorden(mee, woorden):
    antwoord = reageer(mee.binnen(), woorden)
    assert antwoord.status_code == 422
    assert "staat er nog" in tekst(antwoord)
    assert "x" * 20_001 in tekst(antwoord) or woorden.strip() == ""
    assert not Inbreng.objects.exists()


@pytest.mark.parametrize(
    ("pad", "velden"),
    [
        (f"{STUK}reactie/", {"woorden": RAAR, "deelt": "on"}),
        (f"{STUK}duidelijk/", {"keuze": "nee", "woorden": RAAR}),
        ("/meelezen/gehoord-worden/", {"keuze": "brief", "woorden": RAAR}),
    ],
)
def test_na_een_verlopen_sessie_komen_de_woorden_terug_en_gaan_ze_alsnog_mee(mee, pad, velden):
    client = mee.binnen(mee.kind)
    Sessie.objects.update(laatst=now() - timedelta(hours=1))
    terug = client.post(pad, velden)
    assert not Inbreng.objects.exists()
    assert "Het is nog niet verstuurd" in tekst(terug)
    assert "“néé” &amp; &#x27;ja&#x27;. 🙂" in tekst(terug)
    fout = client.post("/meelezen/code/", {"code": "fout", "naar": pad, **velden})
    assert "“néé”" in tekst(fout)
    weer = client.post("/meelezen/code/", {"code": mee.papier, "naar": pad, **velden})
    assert "druk nog een keer op de knop" in tekst(weer)
    assert "“néé” &amp; &#x27;ja&#x27;. 🙂" in tekst(weer)
    assert client.post(pad, velden).status_code == 302
    assert Inbreng.objects.get().woorden == HETZELFDE


def test_ook_wie_intussen_is_uitgesloten_krijgt_de_eigen_woorden_terug(mee):
    client = mee.binnen()
    Uitnodiging.objects.update(tot=localdate() - timedelta(days=1))
    antwoord = reageer(client)
    assert antwoord.status_code == 403
    assert "Kopieer het en bewaar het zelf" in tekst(antwoord)
    assert "“néé”" in tekst(antwoord)


def test_woorden_gaan_na_de_code_alleen_naar_een_eigen_pagina_van_het_gezin(mee):
    client = mee.binnen(mee.kind)
    for naar in ("https://elders.example/", "/werk/", "/meelezen/stoppen/", "/bestaat-niet/"):
        velden = {"code": mee.papier, "naar": naar, "woorden": "geheim"}
        antwoord = client.post("/meelezen/code/", velden)
        assert (antwoord.status_code, antwoord["Location"]) == (302, "/meelezen/overzicht/")


def test_ouders_lezen_niet_wat_een_kind_schrijft_tot_het_kind_dat_wil(mee):
    kind, moeder = mee.binnen(mee.kind), mee.binnen()
    reageer(kind, "Ik ben bang thuis")
    assert "bang thuis" not in tekst(moeder.get(STUK))
    rij = Inbreng.objects.get()
    assert moeder.post(f"/meelezen/delen/{rij.pk}/", {"deelt": "ja"}).status_code == 404
    kind.post(f"/meelezen/delen/{rij.pk}/", {"deelt": "ja"})
    assert "bang thuis" in tekst(moeder.get(STUK))
    kind.post(f"/meelezen/delen/{rij.pk}/", {"deelt": "nee"})
    assert "bang thuis" not in tekst(moeder.get(STUK))


def test_een_kind_leest_niet_wat_een_ouder_schrijft_tot_die_het_deelt(mee):
    kind, moeder = mee.binnen(mee.kind), mee.binnen()
    reageer(moeder, "Alleen voor de jeugdbeschermer")
    reageer(moeder, "Dit mag jij weten", deelt="on")
    pagina = tekst(kind.get(STUK))
    assert "Alleen voor" not in pagina
    assert "Dit mag jij weten" in pagina


def test_een_kind_kiest_hoe_het_gehoord_wil_worden(mee):
    """R57, and the child's own words (R226)."""
    kind = mee.binnen(mee.kind)
    kind.post("/meelezen/gehoord-worden/", {"keuze": "kleine_groep", "woorden": "Oma mag mee"})
    [rij] = queries.inbreng_of(mee.casus)
    assert (rij.soort, rij.keuze, rij.woorden) == ("horen", "kleine_groep", "Oma mag mee")
    assert "Oma mag mee" in tekst(kind.get("/meelezen/gehoord-worden/"))


def test_alleen_een_kind_heeft_een_eigen_blik(mee):
    """From twelve years on (P27); a parent has no such page."""
    moeder = mee.binnen()
    assert moeder.get("/meelezen/gehoord-worden/").status_code == 404
    assert "Jij mag meepraten" not in tekst(moeder.get("/meelezen/overzicht/"))


def test_het_gezin_zegt_of_de_afspraken_duidelijk_zijn(mee):
    """R223: in the family's own words, with the day."""
    mee.binnen().post(f"{STUK}duidelijk/", {"keuze": "deels", "woorden": "Dat hij weer slaapt"})
    [rij] = queries.inbreng_of(mee.casus)
    assert (rij.soort, rij.keuze, rij.woorden) == ("duidelijk", "deels", "Dat hij weer slaapt")
    assert localdate(rij.moment) == localdate()


def test_op_een_soort_zonder_reacties_wordt_niet_gereageerd(mee, monkeypatch):
    dicht = stukken.StukSoort(
        sleutel="dicht", naam="Dicht", reageren=False,
        stukken=lambda _casus, _persoon, op: [stukken.Stuk(sleutel="1", titel="Dicht", op=op)],
        toon=lambda _stuk, _persoon, _taal: ("meelezen/stuk_afspraken.html", {}),
    )  # fmt: skip
    monkeypatch.setitem(stukken._SOORTEN, "dicht", dicht)
    client = mee.binnen(soorten=["dicht"])
    assert "Schrijf een reactie" not in tekst(client.get("/meelezen/stuk/dicht/1/"))
    pad = "/meelezen/stuk/dicht/1/"
    assert client.post(f"{pad}reactie/", {"woorden": "toch"}).status_code == 404
    assert client.post(f"{pad}duidelijk/", {"keuze": "ja"}).status_code == 404


def test_in_de_afspraken_staan_geen_aantekeningen_en_namen_van_het_werk(mee):
    stap = mee.wereld.stap(mee.casus, "contact_lokaal_team")
    casussen.register_gebeurtenis(
        casus=mee.casus, soort="eerste_contactverzoek", by=mee.houder, on=BEGIN
    )
    CasusStap.objects.filter(pk=stap.pk).update(toelichting="moeder drinkt", behandelaar=mee.houder)
    stap.refresh_from_db()
    pagina = tekst(mee.binnen().get(STUK))
    assert "moeder drinkt" not in pagina
    assert mee.houder.naam not in pagina
    assert "Dit moest klaar zijn op 8 januari 2026. Het duurt langer." in pagina
    assert "Jeugdbeschermer" in pagina


def test_lezen_laat_een_spoor_na_met_de_uitnodiging_en_zonder_naam(mee):
    mee.binnen().get(STUK)
    regel = Spoor.objects.filter(handeling="meelezen: stuk lezen").get()
    nummer = Uitnodiging.objects.get().nummer
    assert regel.als == f"Gezinslid met uitnodiging {nummer}"
    assert regel.voorwerp == f"{mee.casus.nummer} afspraken nu"
    assert regel.gezin == mee.casus.gezin.nummer
    assert (
        queries.gelezen_op(casus=mee.casus, persoon=mee.moeder, soort="afspraken", sleutel="nu")
        == Leesmoment.objects.get().moment
    )


def test_wie_keek_er_zegt_de_functie_en_nooit_de_naam(mee):
    medewerker(mee).get(f"/werk/casus/{mee.casus.pk}/")
    pagina = tekst(mee.binnen().get("/meelezen/wie-keek-er/"))
    assert "Jeugdbeschermer" in pagina
    assert "GI-1" in pagina
    assert "keek in het dossier" in pagina
    assert mee.houder.naam not in pagina


def test_wie_keek_er_laat_anderen_uit_het_gezin_en_andere_casussen_weg(mee):
    mee.binnen(mee.kind).get(STUK)
    write_spoor(
        gebruiker=make_medewerker("expertteam", mee.wereld.expertteam).gebruiker,
        handeling="casus bekijken", voorwerp="C999999", doel="x", gezin=mee.casus.gezin.nummer,
    )  # fmt: skip
    pagina = tekst(mee.binnen().get("/meelezen/wie-keek-er/"))
    assert "deskundigen" not in pagina
    assert pagina.count("Uzelf") == 1
    assert "Gezinslid" not in pagina


def test_de_professional_leest_het_en_het_gezin_ziet_dat(mee):
    moeder, jeugdbeschermer = mee.binnen(), medewerker(mee)
    reageer(moeder)
    [regel] = queries.list_wachtend(mee.houder.gebruiker, localdate())
    assert regel.tekst == "1 bericht van het gezin om te lezen"
    assert "Lees 1 nieuw bericht" in tekst(jeugdbeschermer.get(f"/werk/casus/{mee.casus.pk}/"))
    assert "Nog niet gelezen" in tekst(moeder.get("/meelezen/geschreven/"))
    pagina = tekst(jeugdbeschermer.get(regel.adres))
    assert "“néé”" in pagina
    assert "De schrijver deelt dit niet met anderen" in pagina
    assert list(queries.list_wachtend(mee.houder.gebruiker, localdate())) == []
    assert "door iemand van GI-1" in tekst(moeder.get("/meelezen/geschreven/"))


def test_de_mail_aan_de_professional_zegt_alleen_het_nummer(mee, settings):
    mee.houder.gebruiker.e_mail = "jb@paraplu.example"
    mee.houder.gebruiker.save()
    reageer(mee.binnen(), "Zeer vertrouwelijk")
    bericht = Postbericht.objects.get()
    assert bericht.onderwerp == f"Casus {mee.casus.nummer}: het gezin heeft iets geschreven"
    assert "vertrouwelijk" not in bericht.tekst
    assert "Moeder" not in bericht.tekst


def test_de_kamer_van_het_stuk_hoort_van_een_reactie(mee, monkeypatch):
    gehoord = []
    soort = stukken.find_soort("afspraken")
    monkeypatch.setitem(
        stukken._SOORTEN,
        "afspraken",
        stukken.StukSoort(**{**vars(soort), "bij_inbreng": gehoord.append}),
    )
    reageer(mee.binnen())
    assert gehoord == [Inbreng.objects.get()]


def test_achter_de_tweede_wand_werkt_alles_voor_gezin_en_professional(mee, monkeypatch):
    verzoeken_achter_de_wand(monkeypatch)
    moeder, jeugdbeschermer = mee.binnen(), medewerker(mee)
    assert "De jeugdbeschermer overlegt" in tekst(moeder.get(STUK))
    assert reageer(moeder, "achter de wand", deelt="on").status_code == 302
    for pad in ("overzicht", "wie-keek-er", "geschreven"):
        assert moeder.get(f"/meelezen/{pad}/").status_code == 200
    assert "achter de wand" in tekst(mee.binnen(mee.kind).get(STUK))
    assert "achter de wand" in tekst(
        jeugdbeschermer.get(f"/werk/casus/{mee.casus.pk}/van-het-gezin/")
    )
    assert "in gebruik" in tekst(jeugdbeschermer.get(f"/werk/casus/{mee.casus.pk}/meelezen/"))
