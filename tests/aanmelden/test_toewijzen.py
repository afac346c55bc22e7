"""Stap 4: coderen, verzoeken en toewijzen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.aanmelden.berichtenpost.bewaren import inhoud_van
from paraplu.aanmelden.models import Toewijzing, Werkbericht
from paraplu.berichten import controleer

from .lopen import Loop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("var_map", "statisch")]


def zonder_bevinding(soort: str) -> Werkbericht:
    """The one message of this kind; it keeps every rule of iJW."""
    bericht = Werkbericht.objects.get(soort=soort)
    assert controleer(inhoud_van(bericht), vandaag=bericht.dagtekening) == ()
    return bericht


def test_de_backoffice_ziet_de_bepaling_en_vult_alleen_het_product_in():
    loop = Loop("301").tot_verstuurd()
    tekst = (
        loop.client("backoffice").get(loop.stap("toewijzen").get_absolute_url()).content.decode()
    )
    assert "ambulante hulp" in tekst
    assert f'value="{loop.vandaag.isoformat()}"' in tekst
    assert "45A04" in tekst
    assert "43A05" not in tekst  # verblijf hoort bij een andere groep van de tussentaal


def test_met_alle_producten_staat_ook_een_andere_groep_in_de_lijst():
    # R110.
    loop = Loop("301").tot_verstuurd()
    adres = loop.stap("toewijzen").get_absolute_url()
    assert "43A05" in loop.client("backoffice").get(f"{adres}?alle=1").content.decode()


def test_een_toewijzing_gaat_als_goed_bericht_weg_en_sluit_de_stap():
    loop = Loop("301").tot_verstuurd()
    antwoord = loop.doe("backoffice", "toewijzen", "toewijzen", **loop.codering())
    bericht = zonder_bevinding("JW301")
    assert antwoord.status_code == 302
    assert loop.open() == {"reactie_aanbieder"}
    assert (bericht.afzender, bericht.ontvanger) == ("0228", "90000101")
    assert loop.toewijzing().toegewezen_op == loop.vandaag
    assert loop.stap("reactie_aanbieder").anker == loop.vandaag


def test_het_lokale_team_codeert_en_de_backoffice_stuurt():
    loop = Loop("301").tot_verstuurd()
    loop.doe("lokaal_team", "toewijzen", "codeer", **loop.codering(code__volume="6"))
    assert loop.toewijzing().gecodeerd_door == loop.w.wie["lokaal_team"]
    geweigerd = loop.doe("lokaal_team", "toewijzen", "toewijzen", **loop.codering())
    assert geweigerd.status_code == 422
    assert not Werkbericht.objects.exists()
    tekst = (
        loop.client("backoffice").get(loop.stap("toewijzen").get_absolute_url()).content.decode()
    )
    assert 'value="6"' in tekst
    loop.doe("backoffice", "toewijzen", "toewijzen", **loop.codering(code__volume="6"))
    assert Toewijzing.objects.get().volume == 6


def test_wat_iJW_niet_toelaat_wordt_uitgelegd_en_er_gaat_niets_weg():
    loop = Loop("301").tot_verstuurd()
    kind = loop.casus.kind
    kind.bsn_versleuteld, kind.bsn_kenmerk = None, ""
    kind.save()
    antwoord = loop.doe("backoffice", "toewijzen", "toewijzen", **loop.codering())
    assert antwoord.status_code == 422
    assert "Van deze jeugdige is het BSN niet bekend." in antwoord.content.decode()
    assert "Vul dit aan bij het gezin" in antwoord.content.decode()
    assert loop.open() == {"toewijzen"}
    assert not Werkbericht.objects.exists()
    assert not Toewijzing.objects.filter(toegewezen_op__isnull=False).exists()


def test_twee_keer_tegelijk_sturen_geeft_een_bericht():
    loop = Loop("301").tot_verstuurd()
    adres = loop.stap("toewijzen").get_absolute_url()
    data = {k.replace("__", "-"): v for k, v in loop.codering().items()}
    for _keer in range(2):
        loop.client("backoffice").post(adres, {**data, "handeling": "toewijzen"}, follow=True)
    assert Werkbericht.objects.filter(soort="JW301").count() == 1


@pytest.mark.parametrize("rol", ["jeugdbeschermer", "teamleider", "zorgaanbieder", "expertteam"])
def test_wie_niet_toewijst_verandert_niets(rol):
    loop = Loop("301").tot_verstuurd()
    loop.doe(rol, "toewijzen", "toewijzen", **loop.codering())
    assert loop.open() == {"toewijzen"}
    assert not Toewijzing.objects.exists()


def test_in_315_vraagt_de_aanbieder_en_wijst_de_gemeente_toe_zoals_gevraagd():
    # R108, R121.
    loop = Loop("315").tot_reactie()
    loop.doe("zorgaanbieder", "reactie_aanbieder", "kan_leveren")
    loop.doe("zorgaanbieder", "verzoek_toewijzing", "verzoek", **loop.codering())
    verzoek = zonder_bevinding("JW315")
    assert (verzoek.afzender, verzoek.ontvanger) == ("90000101", "0228")
    assert loop.stap("toewijzen").anker == loop.vandaag
    tekst = (
        loop.client("backoffice").get(loop.stap("toewijzen").get_absolute_url()).content.decode()
    )
    assert "4 × uur, per week" in tekst
    loop.doe("backoffice", "toewijzen", "toewijzen")
    zonder_bevinding("JW301")
    assert loop.open() == {"start_hulp"}
    assert Toewijzing.objects.get().referentie


def test_een_afgewezen_verzoek_gaat_als_319_en_de_aanbieder_vraagt_opnieuw():
    loop = Loop("315").tot_reactie()
    loop.doe("zorgaanbieder", "reactie_aanbieder", "kan_leveren")
    loop.doe("zorgaanbieder", "verzoek_toewijzing", "verzoek", **loop.codering())
    loop.doe("backoffice", "toewijzen", "afwijzen", antwoord__reden="7")
    zonder_bevinding("JW319")
    assert loop.open() == {"verzoek_toewijzing"}
    tekst = loop.client("zorgaanbieder").get(loop.stap("verzoek_toewijzing").get_absolute_url())
    assert "Zorginhoudelijke afkeur" in tekst.content.decode()
    loop.doe("zorgaanbieder", "verzoek_toewijzing", "verzoek", **loop.codering(code__volume="3"))
    assert Toewijzing.objects.filter(afgewezen_op=None).get().volume == 3
    assert loop.open() == {"toewijzen"}


def test_een_andere_gemeente_noemen_kan_alleen_bij_het_woonplaatsbeginsel():
    loop = Loop("315").tot_reactie()
    loop.doe("zorgaanbieder", "reactie_aanbieder", "kan_leveren")
    loop.doe("zorgaanbieder", "verzoek_toewijzing", "verzoek", **loop.codering())
    antwoord = loop.doe(
        "backoffice", "toewijzen", "afwijzen", antwoord__reden="7", antwoord__gemeente="0202"
    )
    assert antwoord.status_code == 422
    assert loop.open() == {"toewijzen"}


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("code__product", "45:<script>"),
        ("code__product", "48:48A01"),
        ("code__volume", "-1"),
        ("code__volume", "9" * 40),
        ("code__eenheid", "00"),
        ("code__ingangsdatum", "2026-13-45"),
        ("code__einddatum", "1900-01-01"),
        ("code__frequentie", ""),
    ],
)
def test_vijandige_invoer_wordt_geweigerd(veld, waarde):
    loop = Loop("301").tot_verstuurd()
    antwoord = loop.doe("backoffice", "toewijzen", "toewijzen", **loop.codering(**{veld: waarde}))
    assert antwoord.status_code == 422
    assert "<script>" not in antwoord.content.decode()
    assert not Werkbericht.objects.exists()


def test_te_laat_toewijzen_kan_en_staat_als_te_laat_in_de_casus(monkeypatch):
    loop = Loop("301").tot_verstuurd()
    stap = loop.stap("toewijzen")
    stap.uiterste_datum = loop.vandaag - timedelta(days=1)
    stap.save()
    loop.doe("backoffice", "toewijzen", "toewijzen", **loop.codering())
    tekst = loop.client("jeugdbeschermer").get(loop.casus.get_absolute_url()).content.decode()
    assert "te laat" in tekst
    assert loop.open() == {"reactie_aanbieder"}
