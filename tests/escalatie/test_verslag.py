"""The report, its approvals, the learning list and the paper (R138, R139)."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from paraplu.casussen.actions import close_stap
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.escalatie import actions, queries
from paraplu.escalatie.fouten import GeenDeelnemer
from paraplu.escalatie.models import Escalatie, Goedkeuring
from paraplu.escalatie.papier import make_stuk
from paraplu.web.papier.stuk import Alinea, Tabel
from tests.casussen.bouwen import BEGIN
from tests.escalatie.bouwen import ANDER, EIGEN, als


@pytest.fixture
def klaar(toneel) -> Escalatie:
    """Both leidinggevenden lifted the stagnation; the report can be written."""
    escalatie = toneel.begin("2")
    toneel.naar_verslag(escalatie)
    return escalatie


def deelnemer(escalatie, medewerker):
    return escalatie.deelnemers.get(medewerker=medewerker)


def oordeel(escalatie, wie, by=None, akkoord=True, opmerking=""):
    return actions.judge_verslag(
        verslag=escalatie.verslagen.last(),
        deelnemer=wie,
        akkoord=akkoord,
        opmerking=opmerking,
        by=by or wie.medewerker,
        on=BEGIN,
    )


def sluit(toneel, escalatie):
    return close_stap(stap=toneel.stap(escalatie), uitkomst="afgerond", by=toneel.jb, on=BEGIN)


def test_zonder_voorgelegd_verslag_wordt_een_escalatie_niet_afgerond(toneel, klaar):
    with pytest.raises(VoorwaardeNietVervuld, match="verslag"):
        sluit(toneel, klaar)


def test_zonder_dat_het_gezin_het_weet_ook_niet(toneel):
    escalatie = toneel.begin("2")
    toneel.naar_verslag(escalatie)
    Escalatie.objects.update(ingelicht="achteraf", ingelicht_op=None, ingelicht_uitleg="Later.")
    toneel.verslag(escalatie)
    with pytest.raises(VoorwaardeNietVervuld, match="achteraf"):
        sluit(toneel, escalatie)


def test_met_een_voorgelegd_verslag_wel(toneel, klaar):
    toneel.verslag(klaar)
    sluit(toneel, klaar)
    klaar.casus.refresh_from_db()
    assert klaar.casus.afloop == "afgerond"


def test_ieder_die_meedeed_zegt_een_keer_of_het_klopt(toneel, klaar):
    toneel.verslag(klaar)
    wie = deelnemer(klaar, toneel.leiding[ANDER])
    oordeel(klaar, wie, akkoord=False, opmerking="Ik zei iets anders.")
    with pytest.raises(CasusFout, match="niet vervangen"):
        oordeel(klaar, wie)
    assert Goedkeuring.objects.get().opmerking == "Ik zei iets anders."


def test_wie_het_niet_eens_is_schrijft_op_waarom(toneel, klaar):
    toneel.verslag(klaar)
    with pytest.raises(VoorwaardeNietVervuld):
        oordeel(klaar, deelnemer(klaar, toneel.leiding[ANDER]), akkoord=False)


def test_niemand_antwoordt_voor_een_ander_met_een_account(toneel, klaar):
    toneel.verslag(klaar)
    with pytest.raises(GeenDeelnemer):
        oordeel(klaar, deelnemer(klaar, toneel.leiding[ANDER]), by=toneel.jb)


def test_voor_wie_geen_account_heeft_legt_de_inbrenger_het_antwoord_vast(toneel):
    escalatie = toneel.begin("2")
    actions.hold_bestuurders(
        stap=toneel.naar_stap_3(escalatie), by=toneel.wethouder, on=BEGIN, **toneel.gesprek(True)
    )
    toneel.verslag(escalatie)
    ambtenaar = escalatie.deelnemers.get(rol="ambtenaar")
    assert oordeel(escalatie, ambtenaar, by=toneel.jb).door == toneel.jb
    with pytest.raises(GeenDeelnemer):
        oordeel(escalatie, ambtenaar, by=toneel.lt)


def test_een_nieuwe_versie_vraagt_een_nieuw_antwoord_en_laat_het_oude_staan(toneel, klaar):
    toneel.verslag(klaar)
    oordeel(klaar, deelnemer(klaar, toneel.leiding[EIGEN]))
    oud = klaar.verslagen.last()
    toneel.verslag(klaar)
    with pytest.raises(CasusFout, match="nieuwere versie"):
        actions.judge_verslag(
            verslag=oud,
            deelnemer=deelnemer(klaar, toneel.leiding[ANDER]),
            akkoord=True,
            opmerking="",
            by=toneel.leiding[ANDER],
            on=BEGIN,
        )
    oordeel(klaar, deelnemer(klaar, toneel.leiding[EIGEN]))
    assert [g.verslag.versie for g in Goedkeuring.objects.all()] == [1, 2]


def test_een_verslag_en_een_antwoord_veranderen_nooit(toneel, klaar):
    verslag = toneel.verslag(klaar)
    for rij in (verslag, oordeel(klaar, deelnemer(klaar, toneel.jb))):
        with pytest.raises(DatabaseError), transaction.atomic():
            type(rij).objects.filter(pk=rij.pk).update(op="2026-02-01")


def test_het_verslag_wacht_op_de_werklijst_tot_iemand_antwoordt(toneel, klaar):
    toneel.verslag(klaar)
    adres, leider = reverse("escalatieverslag", args=[klaar.casus_id]), toneel.leiding[ANDER]
    wacht = [w.adres for w in queries.list_wachtend(leider.gebruiker, BEGIN)]
    assert wacht == [adres]
    antwoord = als(leider).post(
        adres, {"deelnemer": deelnemer(klaar, leider).pk, "akkoord": "ja", "opmerking": ""}
    )
    assert antwoord.status_code == 302
    assert list(queries.list_wachtend(leider.gebruiker, BEGIN)) == []


def test_wie_niet_meedeed_leest_het_verslag_niet(toneel, klaar):
    toneel.verslag(klaar)
    for route in ("escalatieverslag", "escalatieverslag_pdf"):
        adres = reverse(route, args=[klaar.casus_id])
        assert als(toneel.wereld.wie["teamleider"]).get(adres).status_code == 404
        assert als(toneel.leiding[ANDER]).get(adres).status_code == 200


def test_blad_en_bladzijde_dragen_dezelfde_feiten(toneel, klaar):
    toneel.verslag(klaar)
    oordeel(klaar, deelnemer(klaar, toneel.leiding[ANDER]), akkoord=False, opmerking="Klopt niet.")
    stuk = make_stuk(klaar.verslagen.last())
    bladzijde = als(toneel.jb).get(reverse("escalatieverslag", args=[klaar.casus_id]))
    tekst = bladzijde.content.decode()
    for blok in stuk.blokken:
        if isinstance(blok, Alinea):
            assert blok.tekst in tekst
        if isinstance(blok, Tabel):
            assert any("niet akkoord: Klopt niet." in rij[2] for rij in blok.rijen)
    assert "niet akkoord: Klopt niet." in tekst
    assert "Fenna" not in repr(stuk)


def test_een_les_noemt_niemand(toneel, klaar):
    jb = als(toneel.jb)
    stap = toneel.stap(klaar)
    velden = {"verslag-besproken": "Wie wat doet.", "verslag-afspraken": "Samen."}
    for les in (f"Bel {toneel.leiding[ANDER].naam} eerder.", "Bel Fenna."):
        antwoord = jb.post(
            stap.get_absolute_url(), {"handeling": "verslag", **velden, "verslag-lessen": les}
        )
        assert antwoord.status_code == 422, les
    jb.post(
        stap.get_absolute_url(),
        {"handeling": "verslag", **velden, "verslag-lessen": "Bel elkaar eerder."},
    )
    assert klaar.verslagen.get().lessen == "Bel elkaar eerder."


def rond_af(toneel, situatie, aantal):
    for nummer in range(aantal):
        escalatie = toneel.begin(situatie)
        toneel.naar_verslag(escalatie)
        toneel.verslag(escalatie, lessen=f"Les {nummer} van situatie {situatie}.")
        sluit(toneel, escalatie)


def test_lessen_van_minder_dan_vijf_zijn_er_nog_niet(toneel):
    rond_af(toneel, "2", 4)
    assert queries.list_lessen() == []
    rond_af(toneel, "2", 1)
    [groep] = queries.list_lessen()
    assert (groep.jaar, len(groep.lessen)) == (2026, 5)
    bladzijde = als(toneel.lt).get(reverse("leerlijst")).content.decode()
    assert "Les 3 van situatie 2." in bladzijde
    assert toneel.jb.naam not in bladzijde


def test_over_het_handelen_van_een_professional_staat_niets_in_de_leerlijst(toneel):
    rond_af(toneel, "3", 5)
    assert queries.list_lessen() == []
