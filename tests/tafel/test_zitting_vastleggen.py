"""The page of the chair: an agenda, a draft that is kept, everything that is missing at once, fixed once."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from paraplu.casussen.actions import close_stap, redo_stap
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.casussen.models import Concept
from paraplu.tafel import uitkomsten
from paraplu.tafel.actions import besluiten
from paraplu.tafel.models import Afspraak, Besluit, Genodigde, Gesprek, Stem
from paraplu.tafel.queries import zitting_of
from paraplu.web.models import Spoor
from tests.tafel.aan import DAG
from tests.tafel.na import LATER, aan_tafel, gehouden, ingevuld


def test_de_agenda_toont_wat_nog_besproken_moet_worden(t):
    casus = aan_tafel(t)
    pagina = t.client("voorzitter").get(t.stap(casus, "bespreken").get_absolute_url())
    tekst = pagina.content.decode()
    for punt in ("Wie is er", "Is het veilig genoeg", "Het besluit", "nog 4 punten"):
        assert punt in tekst


def test_wat_de_ouders_zelf_schreven_staat_er_woord_voor_woord(t):
    """R266."""
    casus = aan_tafel(t)
    tekst = t.client("voorzitter").get(t.stap(casus, "bespreken").get_absolute_url())
    assert "Wij zien het anders." in tekst.content.decode()


def test_een_half_gesprek_wordt_bewaard_en_niet_vastgelegd(t):
    casus = aan_tafel(t)
    stap, client = t.stap(casus, "bespreken"), t.client("voorzitter")
    half = {"gaat_goed": "Op school gaat het goed.", "handeling": "bewaar-beeld", "rijen": "3"}
    assert client.post(stap.get_absolute_url(), half).url.endswith("#beeld")
    assert "Op school gaat het goed." in client.get(stap.get_absolute_url()).content.decode()
    assert not Besluit.objects.exists()
    # What is kept is encrypted.
    assert b"school" not in bytes(Concept.objects.get().inhoud)


def test_meer_afspraken_geeft_meer_regels_en_bewaart_wat_er_stond(t):
    casus = aan_tafel(t)
    stap, client = t.stap(casus, "bespreken"), t.client("voorzitter")
    client.post(
        stap.get_absolute_url(),
        {"nodig": "Rust.", "rijen": "3", "handeling": "rijen-afspraken"},
    )
    pagina = client.get(stap.get_absolute_url()).content.decode()
    assert "afspraak_6_tekst" in pagina
    assert "afspraak_7_tekst" not in pagina
    assert "Rust." in pagina


def test_twee_vensters_overschrijven_elkaar_niet(t):
    casus = aan_tafel(t)
    stap, client = t.stap(casus, "bespreken"), t.client("voorzitter")
    for woorden, status in (("Eerst.", 302), ("Later.", 409)):
        post = {"nodig": woorden, "handeling": "bewaar-beeld", "concept_versie": "0"}
        assert client.post(stap.get_absolute_url(), post).status_code == status
    assert "Eerst." in client.get(stap.get_absolute_url()).content.decode()


def test_vastleggen_noemt_alles_wat_mist_en_bewaart_wat_er_staat(t):
    casus = aan_tafel(t)
    stap, client = t.stap(casus, "bespreken"), t.client("voorzitter")
    velden = ingevuld(zitting_of(casus), uitkomst="", veiligheid="", route="")
    pagina = client.post(stap.get_absolute_url(), {**velden, "handeling": "vast"})
    tekst = pagina.content.decode()
    assert pagina.status_code == 422
    for mist in ("Kies één van de vier uitkomsten.", "veilig genoeg is, en waarom", "verder gaat."):
        assert mist in tekst
    assert not Besluit.objects.exists()
    assert Concept.objects.filter(casus=casus).exists()
    assert t.open(casus) >= {"bespreken"}


def test_het_hele_gesprek_wordt_vastgelegd_en_de_stap_sluit(t):
    """R69, R72, R73: through the page, with presence, words, agreements and the outcome."""
    casus = aan_tafel(t)
    stap, client = t.stap(casus, "bespreken"), t.client("voorzitter")
    velden = ingevuld(zitting_of(casus)) | {"handeling": "vast", "rijen": "3"}
    antwoord = client.post(stap.get_absolute_url(), velden)
    assert antwoord.status_code == 302
    besluit = uitkomsten.besluit_of(casus)
    assert (besluit.uitkomst, besluit.versie, besluit.volgt_advies) == ("vrijwillig", 1, True)
    assert zitting_of(casus).status == "gehouden"
    assert not Genodigde.objects.exclude(aanwezig=True).exists()
    afspraak = besluit.afspraken.get()
    assert (afspraak.medewerker, afspraak.toezicht, afspraak.steun) == (
        t.wie["lokaal_team"], "Wijkteam", "Oma",
    )  # fmt: skip
    kind = besluit.stemmen.get(over=Stem.Over.KIND)
    assert kind.letterlijk
    assert kind.apart
    assert t.open(casus) == {"verslag"}
    assert not Concept.objects.exists()
    assert Spoor.objects.filter(handeling="stap invullen").exists()


@pytest.mark.parametrize(
    ("uitkomst", "open_daarna"),
    [
        ({"uitkomst": "vrijwillig"}, {"verslag"}),
        (
            {"uitkomst": "niet_vrijblijvend", "met": "evaluaties", "periode_tot": LATER}
            | {"evaluatie_wijze": "zitting", "evaluatie_op": LATER},
            {"verslag"},
        ),
        (
            {"uitkomst": "met_onderzoek", "met": "gi", "periode_tot": LATER}
            | {"advies": "onderzoek"},
            {"verslag", "vto"},
        ),
        (
            {"uitkomst": "onderzoek", "advies": "onderzoek", "laatste_kans": "nee"},
            {"verslag", "vto"},
        ),
    ],
)
def test_elk_van_de_vier_uitkomsten_opent_wat_volgt(t, uitkomst, open_daarna):
    """R72, P28."""
    besluit = gehouden(t, **uitkomst)
    assert t.open(besluit.zitting.casus) == open_daarna


def test_de_toetsing_van_een_ots_eindigt_met_een_oordeel(t):
    """R81, R274: parents' part afterwards and who contributes what."""
    casus = aan_tafel(t)
    casus.tafelverzoek.soort = Gesprek.EINDE_OTS
    casus.tafelverzoek.save()
    besluit = gehouden(
        t, casus, uitkomst="", toets="eindigen", toets_toelichting="Het is veilig.",
        rol_ouders="Zij bellen zelf de school.", bijdragen="Oma past op.",
    )  # fmt: skip
    assert (besluit.toets, besluit.uitkomst) == ("eindigen", "")
    assert casus.stappen.get(sleutel="bespreken").uitkomst == "getoetst"


def test_zonder_vastgelegd_gesprek_gaat_de_stap_niet_dicht(t):
    casus = aan_tafel(t)
    stap = t.stap(casus, "bespreken")
    with pytest.raises(VoorwaardeNietVervuld, match="agenda"):
        close_stap(stap=stap, uitkomst="vrijwillig", by=t.wie["voorzitter"], on=DAG)
    client = t.client("voorzitter")
    client.post(f"/werk/stap/{stap.pk}/afronden/", {"uitkomst": "vrijwillig", "toelichting": ""})
    assert "bespreken" in t.open(casus)


def test_een_gesprek_dat_nog_moet_komen_wordt_niet_vastgelegd(t):
    casus = aan_tafel(t)
    with pytest.raises(CasusFout, match="nog komen"):
        besluiten.fix_besluit(
            stap=t.stap(casus, "bespreken"), zitting=zitting_of(casus), velden={}, afspraken=(),
            by=t.wie["voorzitter"], on=DAG,
        )  # fmt: skip


def test_een_gesprek_dat_niet_doorging_wordt_opnieuw_gepland(t):
    casus = aan_tafel(t)
    stap = t.stap(casus, "bespreken")
    t.client("voorzitter").post(
        stap.get_absolute_url(),
        {"niet-reden": "De tafel was ziek.", "handeling": "niet_doorgegaan"},
    )
    assert t.open(casus) == {"plannen"}
    assert casus.zittingen.get().status == "afgelast"


def test_wat_is_vastgelegd_verandert_niet_meer(t):
    besluit = gehouden(t)
    for rij, veld in ((besluit, "route"), (besluit.stemmen.first(), "woorden")):
        with pytest.raises(ProgrammingError, match="kan niet worden"), transaction.atomic():
            type(rij).objects.filter(pk=rij.pk).update(**{veld: "Anders."})


def test_een_gesprek_overdoen_laat_het_oude_besluit_staan(t):
    eerst = gehouden(t)
    casus = eerst.zitting.casus
    oud = casus.stappen.get(sleutel="bespreken")
    redo_stap(stap=oud, by=t.wie["voorzitter"], on=eerst.op, reden="De uitkomst klopt niet.")
    opnieuw = gehouden(t, casus, uitkomst="onderzoek", advies="onderzoek", laatste_kans="nee")
    assert (eerst.uitkomst, opnieuw.uitkomst, opnieuw.versie) == ("vrijwillig", "onderzoek", 2)
    standen = list(Afspraak.objects.order_by("pk").values_list("stand", flat=True))
    assert standen == ["vervallen", "open"]


def test_de_database_weigert_een_besluit_van_de_voorzitter_zonder_tegenspraak(t):
    """R74."""
    besluit = gehouden(t)
    velden = {
        naam: getattr(besluit, naam)
        for naam in ("zitting", "benut", "laatste_kans", "op", "door", "uitkomst")
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Besluit.objects.create(**velden, versie=9, besloten="voorzitter")


def test_alleen_wie_de_zaak_ziet_ziet_het_besluit(t):
    """The chair of another table sees nothing of it, nor does the Raad before it has a task."""
    casus = aan_tafel(t)
    stap = t.stap(casus, "bespreken")
    assert t.client("buur").get(stap.get_absolute_url()).status_code == 404
    assert not uitkomsten.afspraken_for(t.wie["buur"].gebruiker, op=DAG).exists()
